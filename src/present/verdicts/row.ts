/** What a row of the verdict table holds. */
import type { Estimate, Mattering } from '../../analyse/types.ts';
import type { Mark } from '../charts/types.ts';
import type { ComparisonWords } from './comparison-words.ts';

export interface RowHead {
  readonly caseId: string;
  readonly title: string;
  /** What is weighed: "time", "peak memory". */
  readonly as: string;
  readonly section: string;
  /** Counted runs of both sides: "12 + 12". */
  readonly runs: string;
  /** The name under which further sessions are asked for what it says; absent where it compares nobody. */
  readonly claim?: string;
  /** Of a row by two measures: what the second says, or both where they don't agree. */
  readonly also?: string;
}

export type VerdictRow = RowHead &
  (
    | {
        readonly state: 'ahead';
        /** Whether the lead is shown to matter, or that is open: then in words too. */
        readonly mattering: Mattering;
        /** "open whether it matters (at least 50 ms)"; empty where it is shown. */
        readonly openWords: string;
        readonly side: 'subject' | 'others';
        readonly winner: Mark;
        readonly words: ComparisonWords;
        readonly ratio: Estimate | null;
        readonly matters: number | undefined;
      }
    | {
        readonly state: 'tie' | 'undecided';
        /** Shown to be the same to within what matters. */
        readonly isSame: boolean;
        /** Why nobody is ahead, without the sign that stands before it. */
        readonly chip: string;
        readonly interval: string;
        readonly ratio: Estimate | null;
        readonly matters: number | undefined;
      }
    | {
        readonly state: 'did-not-finish' | 'absent';
        readonly chip: string;
        /** What to run to get the case. */ readonly command?: string;
      }
  );

/** The sign before the words of a row in which nobody is ahead. */
export const chipSigns = {
  tie: '○',
  undecided: '–',
  'did-not-finish': '✕',
  absent: '–',
} as const satisfies Record<Exclude<VerdictRow['state'], 'ahead'>, string>;

/** What a row says beside its head: who is ahead, or why nobody is. */
export type Outcome = VerdictRow extends infer Row
  ? Row extends RowHead
    ? Omit<Row, keyof RowHead>
    : never
  : never;
