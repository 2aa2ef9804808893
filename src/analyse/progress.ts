/** How far runs got that were started and did not finish, as their service saw it. */
import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase } from '../store/schema.ts';
import { ran } from './runs.ts';

/** Requests that came from runs which did not finish: of the one that got least far, and farthest. */
export interface Progress {
  readonly least: number;
  readonly most: number;
  /** Requests of a run that finishes: those of all workers. Absent where the case states no such numbers. */
  readonly of?: number;
}

/**
 * @param records the counted records of one contestant in the case
 * @returns undefined where no such run was seen by a service
 */
export function progressOf(
  records: readonly InvocationRecord[],
  { parameters }: Pick<SessionCase, 'parameters'>,
): Progress | undefined {
  const requests = records.flatMap(({ outcome, service }) =>
    isUnfinished(outcome) && service !== undefined ? [service.requests] : [],
  );
  if (requests.length === 0) return undefined;
  // What a service of requests is told of the case: how many workers, and how many requests of each.
  const { workers, requests: each } = parameters;
  const isKnown = typeof workers === 'number' && typeof each === 'number';
  return {
    least: Math.min(...requests),
    most: Math.max(...requests),
    ...(isKnown ? { of: workers * each } : {}),
  };
}

/** A wrong answer is one all the same: that run came to its end. */
function isUnfinished(outcome: InvocationRecord['outcome']): boolean {
  return ran(outcome) && outcome !== 'measured' && outcome !== 'wrong-answer';
}
