/** Every claim of a document, and what each machine says to it. */
import { replicated, type Replicated } from '../../claims/replicated.ts';
import type { DecidedClaim } from '../../claims/decided.ts';
import type { DocumentView } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { claimClause } from '../sentences/claim-clause.ts';
import { counted, listedWith, textOf } from '../sentences/pieces.ts';
import { replicatedWords } from '../sentences/replicated-words.ts';
import { wordingFor } from '../sentences/wording.ts';
import type { Replications, WordedSays } from './replications.ts';

/** What one machine says that isn't what the reference says. */
interface MachineSays {
  readonly number: string;
  readonly kind: 'contradicted' | 'open';
  /** Its own sentence. */
  readonly words: string;
}

export interface ReplicatedRow {
  readonly id: string;
  /** As the reference says it. */
  readonly sentence: string;
  readonly state: Replicated['state'];
  readonly words: string;
  /** Numbers of the machines that say it, the reference's among them: "1–2, 4". */
  readonly agree: string;
  readonly others: readonly MachineSays[];
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
  return {
    id,
    sentence: textOf(claimClause(decided, wordingFor(view, 'short'))),
    state: found.state,
    words: replicatedWords(found, noun),
    agree: rangesOf([1, ...found.agree.map((place) => place + 2)]),
    others: says.flatMap((one, place) => machineSays(one, place)),
  };
}

function machineSays({ agreement, sentence = '' }: WordedSays, place: number): MachineSays[] {
  if (agreement === undefined || agreement.kind === 'agrees') return [];
  const kind = agreement.kind === 'contradicted' ? 'contradicted' : 'open';
  return [{ number: formatCount(place + 2), kind, words: sentence }];
}

/** "1–3, 5" of rising numbers. */
function rangesOf(numbers: readonly number[]): string {
  const ranges = numbers.reduce<[number, number][]>((all, number) => {
    const last = all.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else all.push([number, number]);
    return all;
  }, []);
  return ranges
    .map(([from, to]) =>
      from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
    )
    .join(', ');
}

/** "Of 24 claims 18 are the same on each of 5 machines, 2 differ by machine, and 4 are left open by some." */
export function replicatedSummary(
  rows: readonly ReplicatedRow[],
  { all, noun }: Replications,
): string {
  if (rows.length === 0)
    return 'The report has no claims that compare: its verdict table is marked row by row.';
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
