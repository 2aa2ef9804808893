/** What came of a launch, whatever it was made with. */
import type { Output } from './output.ts';

/** How a program ended. */
export type End =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  /** Nothing is known of the program: the harness or the machine failed. */
  | { readonly kind: 'no-result'; readonly error: string };

/** What a launch took. Absent: this method doesn't measure it. */
export interface Launched {
  readonly end: End;
  readonly timedOut: boolean;
  readonly wallNs?: number;
  /** User and system time of the whole tree. */
  readonly cpuNs?: number;
  /** Peak resident memory of the largest process. */
  readonly maxRssBytes?: number;
  /** Limit of open files that the program had. */
  readonly descriptors?: number;
  /** CPU numbers that the program could use. */
  readonly cores?: readonly number[];
  /** Version of Landlock that kept it to the folders it may write into; 0: none did. */
  readonly confined?: number;
  readonly stdout?: Output;
  readonly stderr?: Output;
}

/** Of a program of which nothing is known. */
export function noResult(error: string): Launched {
  return { end: { kind: 'no-result', error }, timedOut: false };
}
