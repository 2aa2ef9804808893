/** What a row of the verdict table holds where a report has no sides: the contestants of a case in order. */
import type { Estimate } from '../../analyse/types.ts';
import type { Mark } from '../charts/types.ts';
import type { VerdictRow } from '../verdicts/row.ts';

/** Where the first of a ranking hangs on its beam. */
export const EQUAL: Estimate = { point: 1, lower: 1, upper: 1, level: 0.99, n: 1 };

interface RankedHead {
  readonly caseId: string;
  readonly title: string;
  /** What is weighed: "time", "peak memory". */
  readonly as: string;
  readonly section: string;
  /** Runs of all contestants that finished. */
  readonly runs: string;
}

/** A contestant with a place. */
export interface RankedEntry {
  readonly mark: Mark;
  /** "1", or "2–4" where it shares its place. */
  readonly place: string;
  /** The best of its group: the others are weighed against it. */
  readonly begins: boolean;
  readonly median: string;
  /** 95%. */
  readonly interval: string;
  readonly runs: string;
  /** It against the first of all; absent for the first itself. */
  readonly against?: VerdictRow;
  /** Why it shares a place with the best of its group: "no difference shown"; empty where it begins one, or that is the first. */
  readonly tie: string;
}

/** A contestant without a place, and why. */
export interface Unplaced {
  readonly mark: Mark;
  readonly sign: '✕' | '–';
  readonly why: string;
  readonly runs: string;
}

/**
 * Who is first, and how that is known.
 *
 * - `alone`: shown to be ahead of all others, by what matters
 * - `same`: those that share the place are the same to within what matters
 * - `not shown`: of some of them it isn't shown that they are behind by what matters
 * - `not decided`: of some nothing can be said
 * - `unrivalled`: no other one has a place
 */
export interface Standing {
  readonly kind: 'alone' | 'same' | 'not shown' | 'not decided' | 'unrivalled';
  readonly leaders: readonly [Mark, ...Mark[]];
  /** In words, without a full stop: "rg is first". */
  readonly who: string;
  /** "8.2 ms"; empty where no contestant leads alone. */
  readonly value: string;
  /** "grep, next, takes 3.10 times as long"; empty where no other one has a place. */
  readonly next: string;
  /** Both in few words: "rg and 2 others are first", "grep takes 3.10 times as long". */
  readonly brief: { readonly who: string; readonly next: string };
}

export type RankedRow = RankedHead &
  (
    | {
        readonly state: 'ranked';
        readonly standing: Standing;
        /** The least that matters, as the scenario states it: "5%", "10% and 50 µs"; empty where it states nothing. */
        readonly matters: string;
        readonly entries: readonly [RankedEntry, ...RankedEntry[]];
        readonly unplaced: readonly Unplaced[];
      }
    | { readonly state: 'nobody'; readonly chip: string; readonly unplaced: readonly Unplaced[] }
    | { readonly state: 'absent'; readonly chip: string; readonly command?: string }
  );

export type Ranked = Extract<RankedRow, { readonly state: 'ranked' }>;
