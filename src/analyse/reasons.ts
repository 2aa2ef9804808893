import type { End } from './end.ts';

/** What a service did that may have set the pace of a case, in so many of its measured runs. */
export interface ServiceTrouble {
  /** - `service-held-up`: some request took far longer than the usual shortest one
   *  - `service-overflowed`: connections were turned away */
  readonly kind: 'service-held-up' | 'service-overflowed';
  readonly runs: number;
  readonly of: number;
}

/**
 * Why a comparison, or who is best, is not decided. Data until it is shown: the words stand in
 * present/sentences/reason-words.ts. What a program or the system printed (`because`) stays text.
 */
export type Reason =
  | ServiceTrouble
  /** Run once and shown, not compared. */
  | { readonly kind: 'run-once'; readonly contestant: string }
  | { readonly kind: 'not-run'; readonly contestant: string; readonly because?: string }
  | {
      readonly kind: 'unfinished';
      readonly contestant: string;
      readonly finished: number;
      readonly attempted: number;
      /** Absent: they did not finish. */
      readonly end?: Exclude<End, 'unfinished'>;
    }
  | {
      readonly kind: 'no-value';
      readonly contestant: string;
      readonly measure: string;
      readonly attempted: number;
    }
  /** Too few workers busy at once; `inFlight`: the median of the most requests at once. */
  | { readonly kind: 'low-concurrency'; readonly contestant: string; readonly inFlight: number }
  /** Started without the launcher: times below `leastNs` are uncertain. */
  | { readonly kind: 'without-launcher'; readonly leastNs: number }
  | { readonly kind: 'few-pairs'; readonly pairs: number; readonly needed: number }
  | { readonly kind: 'neither-finished' }
  | { readonly kind: 'no-shared-round' }
  /** A value of 0 or less has no ratio. */
  | { readonly kind: 'no-ratio' }
  /** A block, from 1, without a pair. */
  | { readonly kind: 'empty-block'; readonly block: number }
  /** No two sizes that all of them finished in every round. */
  | { readonly kind: 'no-two-sizes'; readonly contestants: readonly string[] }
  /** The only two sizes lie below the least from which growth is decided. */
  | {
      readonly kind: 'small-sizes';
      readonly from: number;
      readonly to: number;
      readonly least: number;
    }
  /** Of all that could be best, none finished all its runs. */
  | { readonly kind: 'nobody-finished' }
  /** Only this one has a value. */
  | { readonly kind: 'no-rival'; readonly contestant: string }
  | {
      readonly kind: 'not-compared';
      readonly contestants: readonly [string, string];
      readonly measure: string;
    };
