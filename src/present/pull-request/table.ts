/** The table of a pull request's comment: one row for each measure of what changed. */
import type { Change, MeasuredChange } from '../../store/comparison.ts';
import { formatColumn, formatEstimate } from '../format/estimate.ts';
import { codeMarkdown, escapeMarkdown } from '../markdown-text.ts';

const HEADER = ['case', 'base', 'head', 'ratio [99%]', 'A/A', 'verdict'];
const NONE = '–';

/** Lines of the table, with its head. Rows beyond `most` are counted in the last one. */
export function changeTable(changes: readonly Change[], most: number, more: string): string[] {
  const rows = changes.toSorted((a, b) => weight(a) - weight(b)).flatMap(rowsOf);
  const shown = rows.length <= most ? rows : rows.slice(0, most - 1);
  const left = rows.length - shown.length;
  const last = left === 0 ? [] : [[`and ${left} more: ${more}`, '', '', '', '', '']];
  return [HEADER, HEADER.map(() => '---'), ...shown, ...last].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

/** What a reader has to see comes first. */
function weight(change: Change): number {
  if (change.state === 'did not finish') return change.outcome === 'wrong-answer' ? 0 : 1;
  if (change.state === 'measured') return Math.min(...change.measures.map(weightOfVerdict));
  return 5;
}

function weightOfVerdict({ verdict }: MeasuredChange): number {
  return { changed: 2, 'change may not matter': 3, 'no change shown': 4 }[verdict];
}

function rowsOf(change: Change): string[][] {
  const place = placeOf(change);
  if (change.state === 'measured')
    return change.measures.map((measured) => measuredRow(place, measured));
  return [[place, NONE, NONE, NONE, NONE, stateWords(change)]];
}

function measuredRow(place: string, measured: MeasuredChange): string[] {
  const { measure, base, head, ratio, control, verdict, direction } = measured;
  const [before, after] = formatColumn([base, head], measure.unit);
  return [
    `${place} ${escapeMarkdown(measure.title)}`,
    escapeMarkdown(before?.point ?? ''),
    escapeMarkdown(after?.point ?? ''),
    ratioText(ratio),
    ratioText(control),
    verdictWords(verdict, direction),
  ];
}

/** "**changed: more**", "more, may not matter", "no change shown". */
function verdictWords(
  verdict: MeasuredChange['verdict'],
  direction: MeasuredChange['direction'],
): string {
  if (verdict === 'changed') return `**changed: ${direction ?? ''}**`;
  return verdict === 'change may not matter' ? `${direction ?? ''}, may not matter` : verdict;
}

/** "1.214 [1.203–1.226]" */
function ratioText(ratio: MeasuredChange['ratio']): string {
  const { point, interval } = formatEstimate(ratio, 'ratio');
  return escapeMarkdown(point) + ` \\[${escapeMarkdown(interval)}\\]`;
}

/** Case and contestant. */
export function placeOf({ case: id, contestant }: Pick<Change, 'case' | 'contestant'>): string {
  return `${codeMarkdown(id)} ${codeMarkdown(contestant)}`;
}

function stateWords(change: Exclude<Change, { readonly state: 'measured' }>): string {
  switch (change.state) {
    case 'did not finish': {
      const { side, outcome, finished, attempted, why } = change;
      const counted = outcome === 'wrong-answer' ? 'right' : 'finished';
      const runs = `${finished} of ${attempted} runs ${counted}`;
      const words = outcome.replaceAll('-', ' ');
      return `**${words}** (${side}, ${runs}): ${escapeMarkdown(short(why))}`;
    }
    case 'needs a new reference':
    case 'not measured here':
      return `${change.state}: ${escapeMarkdown(short(change.why))}`;
    case 'new':
      return 'new: needs a new reference';
    case 'removed':
      return 'removed';
  }
}

const MOST_WHY = 160;

/** A reason may be long; a table's cell may not. */
function short(text: string): string {
  return text.length <= MOST_WHY ? text : `${text.slice(0, MOST_WHY - 1)}…`;
}
