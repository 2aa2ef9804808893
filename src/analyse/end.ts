/** What became of runs that don't count, in one word for all of them. */
import type { ContestantResult } from './types.ts';

/**
 * - `wrong`: some gave a wrong answer: they ended, and so it isn't said that they didn't finish
 * - `failed`: all of them ended with an exit code that stands for a failure
 * - `unfinished`: some were stopped, or ended otherwise
 */
export type End = 'wrong' | 'failed' | 'unfinished';

/** Of a contestant of which some run doesn't count. */
export function endOf({ outcomes }: Pick<ContestantResult, 'outcomes'>): End {
  if ((outcomes['wrong-answer'] ?? 0) > 0) return 'wrong';
  const others = ['timed-out', 'out-of-memory', 'killed', 'no-result'] as const;
  const hasOthers = others.some((outcome) => (outcomes[outcome] ?? 0) > 0);
  return (outcomes.failed ?? 0) > 0 && !hasOthers ? 'failed' : 'unfinished';
}

/** The same as a reason states it: what is not stated did not finish. */
export function endInReason(result: Pick<ContestantResult, 'outcomes'>): {
  readonly end?: Exclude<End, 'unfinished'>;
} {
  const end = endOf(result);
  return end === 'unfinished' ? {} : { end };
}
