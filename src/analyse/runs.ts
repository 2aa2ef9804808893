import { givenUp } from '../plan/given-up.ts';
import type { InvocationRecord, Outcome } from '../store/record-schema.ts';

/** A counted invocation that says something: it finished, or it is censored. */
export interface Run {
  readonly block: number;
  readonly round: number;
  readonly finished: boolean;
  readonly record: InvocationRecord;
}

/**
 * Records of the counted rounds in their order of running. Left out are the warm-up (round 0) and what
 * has no result: nothing is known of it, and the same step is made again.
 */
export function countedRecords(records: readonly InvocationRecord[]): InvocationRecord[] {
  return records
    .filter((record) => record.round > 0 && hasResult(record))
    .sort(
      (a, b) =>
        a.block - b.block ||
        a.round - b.round ||
        a.position - b.position ||
        compareText(a.contestant, b.contestant),
    );
}

/** Whether a record says anything: without a result the harness failed, and the program may not have run. */
export function hasResult({ outcome }: Pick<InvocationRecord, 'outcome'>): boolean {
  return outcome !== 'no-result';
}

/** Whether an outcome means that a process was started, of a record with a result. */
export function ran(outcome: Outcome): boolean {
  return outcome !== 'unavailable' && outcome !== 'not-attempted';
}

/**
 * The runs of one contestant, from its counted records in order.
 *
 * A contestant that fails in its first three rounds isn't attempted again, nor, in sessions of before the
 * sweeps, one that fails in the first round of a block in that block. Those rounds are censored like the
 * failures themselves: left out, failing would be a way to look good. `attempted` and
 * `finished` are counted elsewhere and stay true to what ran. Any other `not-attempted`
 * (no memory cap, too few descriptors, budget) and `unavailable` says nothing and is no run.
 */
export function runsOf(records: readonly InvocationRecord[]): Run[] {
  const censored = givenUp(records);
  const runs: Run[] = [];
  for (const record of records) {
    const { block, round, outcome } = record;
    const finished = outcome === 'measured';
    if (ran(outcome) || censored.has(record)) runs.push({ block, round, finished, record });
  }
  return runs;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
