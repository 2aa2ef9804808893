/** Every claim of a document, and what each machine says to it. */
import { replicated, type Replicated, type Says } from '../../claims/replicated.ts';
import type { DecidedClaim } from '../../claims/decided.ts';
import { sideOfWord } from '../../claims/verdict-words.ts';
import type { DocumentView } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { labelsOf } from '../report.ts';
import { claimClause } from '../sentences/claim-clause.ts';
import { counted, listedWith, textOf } from '../sentences/pieces.ts';
import { replicatedWords } from '../sentences/replicated-words.ts';
import { wordingFor } from '../sentences/wording.ts';
import type { Replications } from './replications.ts';

/** What one machine says, as a sign with its words. */
export interface MachineSays {
  readonly number: string;
  readonly kind: 'reference' | 'agrees' | 'contradicted' | 'open';
  /** "agrees", "contradicts: less", "can't decide". */
  readonly words: string;
}

export interface ReplicatedRow {
  readonly id: string;
  /** As the reference says it. */
  readonly sentence: string;
  readonly state: Replicated['state'];
  readonly words: string;
  readonly machines: readonly MachineSays[];
}

/** The author's claims that compare, in the order of their file. */
export function replicatedRows(view: DocumentView, replications: Replications): ReplicatedRow[] {
  return [...replications.decided].flatMap(([id, decided]) => {
    if (isOfRow(id)) return [];
    const row = replicatedRow(id, decided, view, replications);
    return row === undefined ? [] : [row];
  });
}

/** Those of the rows of the verdict table have a space in their id. */
const isOfRow = (id: string): boolean => id.includes(' ');

function replicatedRow(
  id: string,
  decided: DecidedClaim,
  view: DocumentView,
  { all, noun }: Replications,
): ReplicatedRow | undefined {
  const [, ...further] = all;
  const says = further.flatMap((one) => one.says.get(id) ?? []);
  const found = replicated(says);
  if (found === undefined) return undefined;
  const labelOf = labelsOf(view.report);
  return {
    id,
    sentence: textOf(claimClause(decided, wordingFor(view, 'short'))),
    state: found.state,
    words: replicatedWords(found, noun),
    machines: [
      { number: '1', kind: 'reference', words: 'the reference' },
      ...says.map((one, place) => machineSays(one, place, labelOf)),
    ],
  };
}

function machineSays(
  { agreement, found }: Says,
  place: number,
  labelOf: (id: string) => string,
): MachineSays {
  const number = formatCount(place + 2);
  const words = foundWords(found, labelOf);
  switch (agreement?.kind) {
    case 'agrees':
      return { number, kind: 'agrees', words: 'agrees' };
    case 'contradicted':
      return { number, kind: 'contradicted', words: `says ${words}` };
    default:
      return { number, kind: 'open', words: `can't decide it: ${words}` };
  }
}

/** The words of `expect` as a reader has them: "less", "no difference shown"; of a ranking, who is first. */
function foundWords(found: readonly string[], labelOf: (id: string) => string): string {
  const words = found
    .map((word) => sideOfWord(word))
    .map((word) => labelOf(word).split('-').join(' '));
  return listedWith(words, (text) => text).join('');
}

/** "Of 24 claims 18 are the same on each of 5 machines, 2 differ by machine, and 4 are left open by some." */
export function replicatedSummary(
  rows: readonly ReplicatedRow[],
  { all, noun }: Replications,
): string {
  const having = (...states: Replicated['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const [each, differ, open] = [having('each'), having('differs'), having('deciding', 'alone')];
  const undecided = having('undecided');
  const parts = [
    `${formatCount(each)} ${each === 1 ? 'is' : 'are'} the same ${noun === 'machine' ? 'on' : 'in'} each of ${formatCount(all.length)} ${noun}s`,
    `${formatCount(differ)} ${differ === 1 ? 'differs' : 'differ'} by ${noun}`,
    `${formatCount(open)} ${open === 1 ? 'is' : 'are'} left open by some`,
    ...(undecided > 0
      ? [`${formatCount(undecided)} ${undecided === 1 ? 'is' : 'are'} not decided by the reference`]
      : []),
  ];
  return `Of ${counted(formatCount(rows.length), 'claim')} ${listedWith(parts, (text) => text).join('')}.`;
}
