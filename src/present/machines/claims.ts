/** Every claim of a document, and what each machine says to it. */
import { replicated, type Replicated } from '../../claims/replicated.ts';
import type { Standing } from '../../claims/standing.ts';
import type { DecidedClaim } from '../../claims/decided.ts';
import type { DocumentView } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { claimClause } from '../sentences/claim-clause.ts';
import { counted, listedWith, textOf } from '../sentences/pieces.ts';
import { replicatedWords } from '../sentences/replicated-words.ts';
import { wordingFor } from '../sentences/wording.ts';
import type { Replications, WordedSays } from './replications.ts';
import { isOfRow } from './row-claim-id.ts';
import { furtherKind } from './signs.ts';

/** What one machine says that isn't what the reference says. */
interface MachineSays {
  readonly number: string;
  readonly kind: 'contradicted' | 'further' | 'open';
  /** Its own sentence. */
  readonly words: string;
}

export interface ReplicatedRow {
  readonly id: string;
  /** It is what a row of the verdict table says, and no claim of the author. */
  readonly isVerdict: boolean;
  /** As the reference says it. */
  readonly sentence: string;
  readonly state: Replicated['state'];
  readonly words: string;
  /** Numbers of the machines that say it, the reference's among them: "1–2, 4". */
  readonly agree: string;
  readonly others: readonly MachineSays[];
}

/** The author's claims that compare, in the order of their file; where there are none, what the rows of the verdict table say. */
export function replicatedRows(view: DocumentView, replications: Replications): ReplicatedRow[] {
  const rows = [...replications.decided].flatMap(([id, decided]) => {
    const row = replicatedRow(id, decided, view, replications);
    return row === undefined ? [] : [row];
  });
  const claims = rows.filter((row) => !row.isVerdict);
  return claims.length > 0 ? claims : rows;
}

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
    isVerdict: isOfRow(id),
    sentence: textOf(claimClause(decided, wordingFor(view, 'short'))),
    state: found.state,
    words: replicatedWords(found, noun),
    agree: rangesOf([1, ...found.agree.map((place) => place + 2)]),
    others: says.flatMap((one, place) => machineSays(one, place, found)),
  };
}

function machineSays(
  { standing, sentence = '' }: WordedSays,
  place: number,
  found: Replicated,
): MachineSays[] {
  if (standing === undefined || standing === 'agrees') return [];
  const number = formatCount(place + 2);
  return [{ number, kind: kindOf(standing, found), words: sentence }];
}

function kindOf(standing: Exclude<Standing, 'agrees'>, found: Replicated): MachineSays['kind'] {
  if (standing === 'further') return furtherKind(found);
  return standing === 'reference-open' ? 'open' : standing;
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
  if (rows.length === 0) return 'Nothing that the report says compares, so no machine can differ.';
  const having = (...states: Replicated['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const [each, differ, open] = [having('each'), having('differs'), having('deciding', 'alone')];
  const [further, undecided] = [having('further'), having('undecided')];
  const parts = [
    `${are(each)} the same ${noun === 'machine' ? 'on' : 'in'} each of ${formatCount(all.length)} ${noun}s`,
    differ === 0
      ? `none differs by ${noun}`
      : `${formatCount(differ)} ${differ === 1 ? 'differs' : 'differ'} by ${noun}`,
    ...(further > 0 ? [`some say more of ${formatCount(further)}`] : []),
    ...(open > 0 ? [`${are(open)} left open by some`] : []),
    ...(undecided > 0 ? [`${are(undecided)} not decided by the reference`] : []),
  ];
  const what = rows.every(({ isVerdict }) => isVerdict) ? 'verdict' : 'claim';
  return `Of ${counted(formatCount(rows.length), what)} ${listedWith(parts, (text) => text).join('')}.`;
}

/** Where the numbers of a document are from, and how they fare elsewhere: one machine says less than several. */
export function spreadSentence(view: DocumentView, replications: Replications | undefined): string {
  if (replications === undefined)
    return 'One machine measured all of it: another may say otherwise.';
  return `All numbers are of this machine. ${replicatedSummary(replicatedRows(view, replications), replications)}`;
}

/** "1 is", "4 are", "none is". */
function are(count: number): string {
  if (count === 0) return 'none is';
  return `${formatCount(count)} ${count === 1 ? 'is' : 'are'}`;
}
