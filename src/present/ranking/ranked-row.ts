/** The contestants of a case in order, each against the first. */
import { rankBy, type TieGroup } from '../../analyse/rank.ts';
import { betterOf } from '../../quantity/measure.ts';
import { measureOf, type CaseView, type DocumentView } from '../document.ts';
import { formatColumn } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { leastThatMatters } from '../matters.ts';
import { markOf, type VerdictRowChoice } from '../report.ts';
import { absentWords } from '../sentences/reason-words.ts';
import { againstRow, resultOf, type RankedCase } from './ranked-case.ts';
import type { RankedEntry, RankedRow } from './row.ts';
import { standingOf } from './standing.ts';
import { unplacedOf } from './unplaced.ts';

const WHERE = 'The verdict table ("verdicts" in the front matter)';

/** The row of a case and measure. Who shares a place is a rule, never a choice. */
export function rankedRow(
  view: DocumentView,
  choice: VerdictRowChoice,
  aCase: CaseView,
): RankedRow {
  const { as, section } = choice;
  const head = { caseId: aCase.id, title: aCase.title, as, section, runs: runsOf(aCase) };
  if (aCase.state === 'absent') {
    const command = aCase.command === undefined ? {} : { command: aCase.command };
    return { ...head, state: 'absent', chip: absentWords(aCase.why), ...command };
  }
  const [first, ...others] = [choice.measure].flat().map((id) => measureOf(view, aCase, id, WHERE));
  const ranked: RankedCase = { view, aCase, choice, measures: [first!, ...others] };
  const groups = rankBy(aCase.result, ranked.measures);
  const unplaced = unplacedOf(ranked, groups.flat());
  if (betterOf(first!) === 'neither') {
    return { ...head, state: 'nobody', chip: 'nobody is better by it', unplaced: [] };
  }
  const [entry, ...rest] = entriesOf(ranked, groups);
  if (entry === undefined)
    return {
      ...head,
      state: 'nobody',
      chip: 'no contestant has a result in all its runs',
      unplaced,
    };
  const standing = standingOf(ranked, groups);
  // By two measures in the words of both, once where they are the same.
  const least = ranked.measures.map((measure) => leastThatMatters(measure));
  const matters = [...new Set(least)].filter((words) => words !== '').join(', ');
  return { ...head, state: 'ranked', standing, matters, entries: [entry, ...rest], unplaced };
}

function entriesOf(ranked: RankedCase, groups: readonly TieGroup[]): RankedEntry[] {
  const { view, aCase, measures } = ranked;
  const ids = groups.flat();
  const [first] = ids;
  const results = ids.map((id) => resultOf(aCase, id));
  const estimates = results.map((one) => one.estimates[measures[0].id]!);
  const medians = formatColumn(estimates, measures[0].unit);
  return groups.flatMap((group, index) => {
    const before = groups.slice(0, index).flat().length;
    return group.map((id, place): RankedEntry => {
      const { point, interval } = medians[before + place]!;
      return {
        mark: markOf(view.report, id),
        place: placeWords(before, group.length),
        begins: place === 0,
        median: point,
        interval,
        runs: formatCount(results[before + place]!.finished),
        ...(first !== undefined && id !== first && { against: againstRow(ranked, id, first) }),
        tie: index === 0 || place === 0 ? '' : tieWords(ranked, id, group[0]),
      };
    });
  });
}

function runsOf(aCase: CaseView): string {
  if (aCase.state === 'absent') return '0';
  const own = aCase.result.contestants.filter(({ controlOf }) => controlOf === undefined);
  return formatCount(own.reduce((sum, { finished }) => sum + finished, 0));
}

/** "1", "2–4". */
function placeWords(before: number, count: number): string {
  const [from, to] = [formatCount(before + 1), formatCount(before + count)];
  return count === 1 ? from : `${from}–${to}`;
}

/** What a contestant is beside the best of its group: "no difference shown to b". */
function tieWords(ranked: RankedCase, id: string, best: string): string {
  const row = againstRow(ranked, id, best);
  const { label } = markOf(ranked.view.report, best);
  if (row.state === 'ahead') {
    const { larger, verb, amount, link, smaller } = row.words;
    const open = row.openWords === '' ? '' : `, ${row.openWords}`;
    return `${larger} ${verb} ${amount} ${link} ${smaller}${open}`;
  }
  return `beside ${label}: ${row.chip}`;
}
