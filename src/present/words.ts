/** Outcomes in words. Failures are always said, with their counts. */
import { endOf, type End } from '../analyse/end.ts';
import type { Progress } from '../analyse/progress.ts';
import type { ContestantResult } from '../analyse/types.ts';
import type { Outcome } from '../store/record-schema.ts';
import { formatCount, formatOutOf } from './format/value.ts';

const outcomeWords: Readonly<Record<Outcome, string>> = {
  measured: 'finished',
  'wrong-answer': 'wrong answer',
  failed: 'failed',
  'timed-out': 'timed out',
  'out-of-memory': 'out of memory',
  killed: 'killed',
  unavailable: 'not available on this machine',
  'not-attempted': 'not attempted',
  'no-result': 'no result',
};

/** An outcome as it stands in a table. */
export function wordsOfOutcome(outcome: Outcome): string {
  return outcomeWords[outcome];
}

/** "12 of 12", or "not run" where no process was started. */
export function finishedWords(result: ContestantResult): string {
  return result.attempted === 0 ? 'not run' : formatOutOf(result.finished, result.attempted);
}

const endWords: Readonly<Record<End, string>> = {
  wrong: 'gave a wrong answer',
  failed: 'failed',
  unfinished: 'did not finish',
};

/** What a contestant did of which no run counts: "gave a wrong answer", "did not finish". */
export function wordsOfEnd(result: Pick<ContestantResult, 'outcomes'>): string {
  return endWords[endOf(result)];
}

/** "0 of 3 right", "3 of 3 failed", "9 of 12 finished": how many runs count, by what became of the others. */
function countWords(result: ContestantResult): string {
  const { finished, attempted } = result;
  const end = endOf(result);
  if (end === 'failed' && finished === 0) return `${formatOutOf(attempted, attempted)} failed`;
  return `${finishedWords(result)} ${end === 'wrong' ? 'right' : 'finished'}`;
}

/**
 * What does not count, in few words: "9 of 12 finished, 3 timed out", "0 of 3 right", or
 * "not available on this machine"; undefined when everything finished.
 */
export function failureWords(result: ContestantResult): string | undefined {
  const failed = failures(result);
  if (failed.length === 0) return result.finished > 0 ? undefined : 'not run';
  const parts = failed
    .filter(([outcome]) => !isCounted(outcome, result))
    .map(([outcome, count]) =>
      failed.length === 1 && result.attempted === 0
        ? outcomeWords[outcome]
        : `${formatCount(count)} ${outcomeWords[outcome]}`,
    );
  if (result.attempted === 0) return parts.join(', ');
  return [countWords(result), ...parts].join(', ');
}

/** Whether the count says it already: "0 of 3 right", "3 of 3 failed". */
function isCounted(outcome: Outcome, result: ContestantResult): boolean {
  const end = endOf(result);
  const isAll = (result.outcomes[outcome] ?? 0) === result.attempted - result.finished;
  if (outcome === 'wrong-answer') return isAll;
  return outcome === 'failed' && end === 'failed' && result.finished === 0;
}

/** What does not count with its reasons: "0 of 3 finished: memory reached the cap", "9 of 12 finished, 3 timed out: …". */
export function troubleOf(result: ContestantResult): string | undefined {
  const words = failureWords(result);
  const reasons = reasonWords(result);
  if (words === undefined || reasons === undefined) return words;
  const ends = failures(result).filter(([outcome]) => outcome !== 'not-attempted');
  const isOneWay = ends.length === 1 && result.attempted > 0 && result.finished === 0;
  return `${isOneWay ? countWords(result) : words}: ${reasons}`;
}

/** The reasons of what did not finish and how far it got, as one text; undefined where there is none. */
export function reasonWords(result: ContestantResult): string | undefined {
  return whyUnfinished(result, result.reasons);
}

/** The first reason and how far it got: "not finished after 60 s, with 11 570 of 50 000 requests made". */
export function mainReason(result: ContestantResult): string | undefined {
  return whyUnfinished(result, result.reasons.slice(0, 1));
}

function whyUnfinished(
  { progress }: ContestantResult,
  reasons: readonly string[],
): string | undefined {
  // Why a later round was not attempted repeats the reason of the first ones: said once.
  const isRepeated = (reason: string): boolean =>
    reasons.some((one) => one !== reason && reason.endsWith(`: ${one}`));
  const said = reasons.filter((reason) => !isRepeated(reason)).join('; ');
  if (progress === undefined) return said === '' ? undefined : said;
  const made = progressWords(progress);
  return said === '' ? made : `${said}, with ${made}`;
}

/** "11 570 to 24 400 of 50 000 requests made". */
function progressWords({ least, most, of }: Progress): string {
  const range =
    least === most ? formatCount(most) : `${formatCount(least)} to ${formatCount(most)}`;
  return `${range}${of === undefined ? '' : ` of ${formatCount(of)}`} requests made`;
}

/**
 * "a median of 712 of 1000 workers waiting at once", of a contestant that kept too few busy at once;
 * undefined of any other. Whoever finishes so did not do what the case asks for.
 */
export function lowConcurrencyWords(
  { concurrency, flags }: ContestantResult,
  parameters: Readonly<Record<string, number | string>>,
): string | undefined {
  const workers = parameters['workers'];
  const isLow = flags.some(({ kind }) => kind === 'low-concurrency');
  if (!isLow || concurrency === undefined || typeof workers !== 'number') return undefined;
  return `a median of ${formatOutOf(Math.round(concurrency), workers)} workers waiting at once`;
}

function failures(result: ContestantResult): [Outcome, number][] {
  const entries = Object.entries(result.outcomes) as [Outcome, number][];
  return entries.filter(([outcome, count]) => outcome !== 'measured' && count > 0);
}
