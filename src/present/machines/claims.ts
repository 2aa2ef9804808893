/** Every claim of a document, and what each machine says to it. */
import { replicated, type Replicated } from '../../claims/replicated.ts';
import type { DecidedClaim } from '../../claims/decided.ts';
import type { DocumentView } from '../document.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { claimClause } from '../sentences/claim-clause.ts';
import { counted, listedWith, textOf } from '../sentences/pieces.ts';
import { on, replicatedWords } from '../sentences/replicated-words.ts';
import { wordingFor } from '../sentences/wording.ts';
import type { Replications, WordedSays } from './replications.ts';
import { claimsOnceEach } from './once-each.ts';
import { isOfRow } from './row-claim-id.ts';
import { signOf, type MachineSign } from './signs.ts';

/** What one machine says, where the reference says another thing, or says it of other contestants. */
interface MachineSays {
  readonly number: string;
  readonly sign: MachineSign;
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
  /** Numbers of the machines that say just that, the reference's among them: "1–2, 4"; empty where it can't decide it. */
  readonly agree: string;
  /** From the smallest to the largest ratio of these, "1.04–1.20"; empty where they show the same. */
  readonly ratios: string;
  readonly others: readonly MachineSays[];
}

/**
 * The author's claims that compare, in the order of their file; then what the rows of the verdict table say, where no claim
 * says the same.
 */
export function replicatedRows(view: DocumentView, replications: Replications): ReplicatedRow[] {
  const once = new Set(claimsOnceEach(replications.decided).map(([id]) => id));
  const rows = [...replications.decided].flatMap(([id, decided]) => {
    if (isOfRow(id) && !once.has(id)) return [];
    return replicatedRow(id, decided, view, replications) ?? [];
  });
  const claims = rows.filter(({ isVerdict }) => !isVerdict);
  const said = new Set(claims.map(readingOf));
  return [...claims, ...rows.filter((row) => row.isVerdict && !said.has(readingOf(row)))];
}

/** All that is read of a row. */
const readingOf = ({ sentence, words, agree, ratios, others }: ReplicatedRow): string =>
  JSON.stringify([sentence, words, agree, ratios, others]);

function replicatedRow(
  id: string,
  decided: DecidedClaim,
  view: DocumentView,
  { all, noun }: Replications,
): ReplicatedRow | undefined {
  const [reference, ...further] = all;
  const says = further.flatMap((one) => one.says.get(id) ?? []);
  const found = replicated(decided, says);
  if (found === undefined) return undefined;
  const places = [...says.keys()];
  const alike = places.filter((place) => says[place]!.sentence === undefined);
  return {
    id,
    isVerdict: isOfRow(id),
    sentence: textOf(claimClause(decided, wordingFor(view, 'short'))),
    state: found.state,
    words: replicatedWords(found, noun),
    agree: found.isDecided ? rangesOf([1, ...alike.map((place) => place + 2)]) : '',
    ratios: ratiosOf([reference.says.get(id), ...alike.map((place) => says[place])]),
    others: places
      .filter((place) => !alike.includes(place))
      .map((place) => ({
        number: formatCount(place + 2),
        sign: signOf(found, place),
        words: says[place]!.sentence!,
      })),
  };
}

/** "1.04–1.20": who is ahead is the same in all of them, by how much need not be. */
function ratiosOf(says: readonly (WordedSays | undefined)[]): string {
  const ratios = says.flatMap((one) => one?.ratio?.point ?? []);
  if (ratios.length === 0) return '';
  const ends = { lower: Math.min(...ratios), upper: Math.max(...ratios) };
  const whole = { point: ends.lower, ...ends, level: 1, n: ratios.length };
  const { lower, upper } = formatEstimate(whole, 'ratio');
  return lower === upper ? '' : `${lower}–${upper}`;
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
  if (rows.length === 0) return `No claim compares, so none is held against other ${noun}s.`;
  const having = (...states: Replicated['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  const [each, differ, open] = [having('each'), having('differs'), having('deciding', 'alone')];
  const [further, undecided] = [having('further'), having('undecided')];
  const parts = [
    `${are(each)} the same ${on(noun)} each of ${formatCount(all.length)} ${noun}s`,
    differ === 0
      ? `none differs by ${noun}`
      : `${formatCount(differ)} ${differ === 1 ? 'differs' : 'differ'} by ${noun}`,
    ...(further > 0 ? [`on ${formatCount(further)} a ${noun} says more than the reference`] : []),
    ...(open > 0 ? [`${are(open)} left open by some`] : []),
    ...(undecided > 0 ? [`${are(undecided)} not decided by the reference`] : []),
  ];
  return `Of ${whatIsSaid(rows)} ${listedWith(parts, (text) => text).join('')}.`;
}

/** "8 claims", "2 verdicts", "8 claims and 2 verdicts". */
function whatIsSaid(rows: readonly ReplicatedRow[]): string {
  const verdicts = rows.filter(({ isVerdict }) => isVerdict).length;
  const parts = [
    { count: rows.length - verdicts, what: 'claim' },
    { count: verdicts, what: 'verdict' },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, what }) => counted(formatCount(count), what)).join(' and ');
}

/** Where the numbers of a document are from, and how they fare elsewhere: one machine says less than several. */
export function spreadSentence(view: DocumentView, replications: Replications | undefined): string {
  if (replications === undefined)
    return 'One machine measured all of it: another may say otherwise.';
  return `All numbers are of this ${replications.noun}. ${replicatedSummary(replicatedRows(view, replications), replications)}`;
}

/** "1 is", "4 are", "none is". */
function are(count: number): string {
  if (count === 0) return 'none is';
  return `${formatCount(count)} ${count === 1 ? 'is' : 'are'}`;
}
