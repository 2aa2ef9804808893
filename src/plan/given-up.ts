/** What isn't attempted because it failed before, told apart from what a limit of the machine forbids. */
import type { InvocationRecord, Outcome } from '../store/record-schema.ts';
import { FIRST_ROUNDS } from './schedule.ts';

type Ended = Pick<InvocationRecord, 'block' | 'outcome'>;

/** Whether a program ran and didn't come to its end as it should. */
export function isFailure(outcome: Outcome): boolean {
  return !['measured', 'not-attempted', 'unavailable', 'no-result'].includes(outcome);
}

/**
 * The records of rounds that weren't attempted since the contestant had failed: in its first three rounds,
 * or, in sessions of before the sweeps, in the first round of the same block.
 *
 * @param records counted ones of one contestant in a case, in the order of their rounds
 */
export function givenUp<T extends Ended>(records: readonly T[]): ReadonlySet<T> {
  const failedBlocks = new Set<number>();
  const found = new Set<T>();
  let failures = 0;
  for (const record of records) {
    if (isFailure(record.outcome)) {
      failures += 1;
      failedBlocks.add(record.block);
    }
    const hasFailed = failures >= FIRST_ROUNDS || failedBlocks.has(record.block);
    if (record.outcome === 'not-attempted' && hasFailed) found.add(record);
  }
  return found;
}
