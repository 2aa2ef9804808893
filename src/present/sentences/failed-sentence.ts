/** Who of those that the sentence under the title compares failed a run: else another one stands silently in its place. */
import { endOf } from '../../analyse/end.ts';
import { caseOf, casesOf, type DocumentView, type MeasuredCase } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { inReportOrder, markOf } from '../report.ts';
import { wordsOfEnd } from '../words.ts';
import { inCases, type AnswerPart } from './answer-parts.ts';
import { listedWith } from './pieces.ts';

const WHERE = '"answer" in the front matter';
/** More than these are counted, not named. */
const MOST_NAMED = 2;

/**
 * "Of those compared, gzip gave a wrong answer in “Small files”." Said of wrong answers and failures, and of
 * who finished in no case. Empty where there are none.
 */
export function failedSentence(view: DocumentView): AnswerPart[] {
  const cases = comparedCases(view);
  const runs = cases.flatMap((aCase) =>
    aCase.result.contestants
      .filter(({ controlOf, once }) => controlOf === undefined && !once)
      .filter(({ attempted }) => attempted > 0)
      .map((result) => ({ id: result.id, aCase, result })),
  );
  const failures = runs.filter(({ id, result }) => {
    if (result.finished === result.attempted) return false;
    // A size at which it ends is a finding: the table tells it.
    const isEnd = endOf(result) === 'unfinished';
    return !isEnd || runs.every((one) => one.id !== id || one.result.finished === 0);
  });
  const who = inReportOrder(
    view.report,
    [...new Set(failures.map(({ id }) => id))].map((id) => ({ id })),
  );
  if (who.length === 0) return [];
  if (who.length > MOST_NAMED)
    return [{ text: `Of those compared, ${formatCount(who.length)} failed in some runs.` }];
  const said = who.flatMap(({ id }, index): AnswerPart[] => {
    const own = failures.filter((one) => one.id === id);
    const { label } = markOf(view.report, id);
    const byEnd = [...Map.groupBy(own, ({ result }) => wordsOfEnd(result))].map(
      ([ended, group]) => {
        const isAll = group.length === cases.length;
        return isAll ? ended : `${ended} ${inCases(group.map(({ aCase }) => aCase.title))}`;
      },
    );
    const words = listedWith(byEnd, (text) => text).join('');
    return [
      { text: index === 0 ? 'Of those compared, ' : ', and ' },
      { text: `${label} ${words}`, caseId: own[0]!.aCase.id },
    ];
  });
  return [...said, { text: '.' }];
}

/** The measured cases of all topics, each once. */
function comparedCases(view: DocumentView): MeasuredCase[] {
  const ids = view.report.answer.flatMap(({ over, rows }) => [
    ...(over === undefined ? [] : casesOf(view, over.scenario, WHERE).map(({ id }) => id)),
    ...rows.map((row) => row.case),
  ]);
  return [...new Set(ids)]
    .map((id) => caseOf(view, id, WHERE))
    .filter((one): one is MeasuredCase => one.state === 'measured');
}
