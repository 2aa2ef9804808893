/** Which to use for one kind of work, as sentences: who needs the least time and the least memory, size by size. */
import type { DocumentView, MeasuredCase } from '../document.ts';
import { scaleOf, sizedCases } from '../growth/series.ts';
import { whichRows, type WhichCell } from '../tables/which-to-use.ts';
import { listed, textOf, words as piece } from './pieces.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

interface SizedCell {
  readonly size: number;
  readonly cell: WhichCell;
}

const QUANTITIES = [
  { one: 'takes', many: 'take', noun: 'time' },
  { one: 'needs', many: 'need', noun: 'memory' },
] as const;

/**
 * "Fibres takes the least time up to 100 workers and tasks and threads from 500 on, neither shown to be ahead."
 * A sentence for time and one for memory, where the work asks for them; empty where nothing of it was measured.
 *
 * @param work words of a row of `which` in the front matter
 */
export function adviceSentences(view: DocumentView, work: string): string[] {
  const rows = whichRows(view).filter((row) => row.work === work);
  const cases = rows
    .map(({ caseId }) => view.cases.get(caseId))
    .filter((one): one is MeasuredCase => one?.state === 'measured');
  if (cases.length === 0) return [];
  const isOneCase = view.report.which.some((one) => one.words === work && one.case !== undefined);
  const scale = scaleOf(cases);
  const sizes = new Map(sizedCases(cases, scale).map(({ aCase, size }) => [aCase.id, size]));
  return QUANTITIES.flatMap((quantity, column) => {
    const sized = rows.flatMap(({ caseId, cells }): SizedCell[] => {
      const [size, cell] = [isOneCase ? 0 : sizes.get(caseId), cells[column]];
      return size === undefined || cell === undefined ? [] : [{ size, cell }];
    });
    if (sized.length === 0) return [];
    const stretches = isOneCase
      ? [{ members: sized, where: '' }]
      : stretchesOf(sized, keyOf, scale.noun).map((one) => ({ ...one, where: ` ${one.where}` }));
    return [sentence(stretches, quantity)];
  });
}

/** Who leads, and how; all that isn't settled is alike, whatever the reason. */
function keyOf({ cell }: SizedCell): string {
  if (cell.state === 'open') return 'open';
  const ids = cell.marks.map(({ contestant }) => contestant).sort();
  return `${ids.join(' ')} ${cell.mayNotMatter}`;
}

function sentence(
  stretches: readonly Stretch<SizedCell>[],
  { one, many, noun }: (typeof QUANTITIES)[number],
): string {
  const led = stretches.flatMap(({ members, where }) => {
    const { cell } = members[0]!;
    return cell.state === 'open' ? [] : [{ cell, where }];
  });
  const open = stretches.filter(({ members }) => members[0]!.cell.state === 'open');
  const unsettled = `${joined(open.map(({ where }) => where.trim()))} it is not settled`;
  if (led.length === 0) return `Who ${one} the least ${noun} is not settled.`;
  const parts = led.map(({ cell, where }, index) => {
    const names = joined(cell.marks.map(({ label }) => label));
    const isOne = cell.marks.length === 1;
    const verb = index === 0 ? ` ${isOne ? one : many} the least ${noun}` : '';
    const tie = cell.marks.length === 2 ? 'neither' : 'none of them';
    const rider = isOne
      ? cell.mayNotMatter
        ? ', by what may not matter'
        : ''
      : `, ${tie} shown to be ahead`;
    return `${names}${verb}${where}${rider}`;
  });
  return `${parts.join('; ')}${open.length === 0 ? '' : `; ${unsettled}`}.`;
}

function joined(parts: readonly string[]): string {
  return textOf(listed(parts.map(piece)));
}
