/** What the analysis says. Every value is in the measure's own unit (ns, bytes, cores). */
import type { Outcome } from '../store/record-schema.ts';
import type { Progress } from './progress.ts';
import type { Reason, ServiceTrouble } from './reasons.ts';

/**
 * A median with its interval. `null` stands for "beyond every finished run":
 * a censored run (one that did not finish) counts as +∞ in the order statistics, and as −∞
 * where more is better.
 */
export interface Estimate {
  readonly point: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Coverage that the interval really has, 0.95 or 0.99 where n allows it. */
  readonly level: number;
  readonly n: number;
  /** All finished runs equal: "identical in n runs". */
  readonly identical?: true;
  /** Where censored runs stopped, for "≥ 60 s"; absent where they say nothing about this measure. */
  readonly censoredFrom?: number;
  /** Medians of the session's blocks, where they differ by more than chance allows. */
  readonly byBlock?: readonly number[];
}

/** Whether a difference that is shown is also shown to matter, or whether that is open. */
export type Mattering = 'shown' | 'open';

/** What a comparison says; the rules stand at `decideVerdict`. */
export type Verdict =
  | { readonly kind: 'less' | 'more'; readonly matters: Mattering }
  | { readonly kind: 'same' }
  /** The interval holds "no difference", or the blocks of the session lie on both sides of it. */
  | { readonly kind: 'no difference shown'; readonly because: 'interval' | 'blocks' }
  | { readonly kind: 'not decided'; readonly reason: Reason };

/**
 * `a` against `b`, paired by round: ratio a/b and difference a − b, both at 99%.
 * In a ratio 0 stands for "b did not finish" and `null` for "a did not finish"; in a
 * difference `null` stands for either (`censoredPairs` tells which).
 */
export interface Comparison {
  readonly measure: string;
  readonly a: string;
  readonly b: string;
  readonly ratio: Estimate | null;
  readonly difference: Estimate | null;
  /** Pairs that count, and pairs void because both sides were censored. */
  readonly pairs: number;
  readonly voidPairs: number;
  /** Counted pairs in which only `a`, or only `b`, did not finish; absent where there are none. */
  readonly censoredPairs?: { readonly a: number; readonly b: number };
  /** Median of the deciding quantity (log-ratio or difference) in each block. */
  readonly blocks: readonly (number | null)[];
  readonly verdict: Verdict;
}

type FlagKind =
  'drift' | 'slow-first-run' | 'outliers' | 'wall-cpu-jump' | 'foreign-cpu' | 'low-concurrency';
export interface Flag {
  readonly kind: FlagKind;
  readonly measure?: string;
  /** Rounds concerned. */
  readonly rounds: readonly number[];
  /** p of the drift test, count of outliers, share of workers reached … */
  readonly value?: number;
}

export interface ContestantResult {
  readonly id: string;
  readonly controlOf?: string;
  readonly tuned: boolean;
  readonly once: boolean;
  /** Counted rounds only; the warm-up is kept in the records. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly attempted: number;
  readonly finished: number;
  /** Reasons of what did not finish, each once, in order of appearance. */
  readonly reasons: readonly string[];
  /** How far the runs got that did not finish, where a service saw them. */
  readonly progress?: Progress;
  /** By measure; 95%. A measure that no run has is absent. */
  readonly estimates: Readonly<Record<string, Estimate>>;
  /** Median of most requests in flight at once, where a service saw them. */
  readonly concurrency?: number;
  readonly flags: readonly Flag[];
}

export interface CaseResult {
  readonly case: string;
  readonly scenario: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly rounds: number;
  readonly blocks: number;
  /** No contestant reached 95% of the concurrency asked for. */
  readonly saturated: boolean;
  /** Why the case's claims are withheld, where the service was the bottleneck. */
  readonly serviceTrouble?: ServiceTrouble;
  readonly contestants: readonly ContestantResult[];
  /** Each pair once, in the order of the contestants; controls apart. */
  readonly comparisons: readonly Comparison[];
  /** The contestant against its own copy. */
  readonly controls: readonly Comparison[];
}

/** Slope per further unit between two sizes, by contestant and compared by difference. */
export interface GrowthResult {
  readonly scenario: string;
  readonly measure: string;
  readonly noun: string;
  readonly contestants: readonly {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly slope: Estimate;
  }[];
  readonly comparisons: readonly (Comparison & { readonly from: number; readonly to: number })[];
}

export interface Results {
  readonly schema: 1;
  readonly session: string;
  readonly cases: readonly CaseResult[];
  readonly growth: readonly GrowthResult[];
}
