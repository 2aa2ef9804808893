/** What deciding a claim gives: the verdict with all that a sentence and a reader's check need. */
import type { Best } from '../analyse/best.ts';
import type { Comparison, ContestantResult, Estimate, Verdict } from '../analyse/types.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { MeasuredEvidence } from './evidence.ts';
import type { ClaimReason } from './reasons.ts';
import type { Claim } from './schema.ts';

/**
 * Why a claim can't be tested.
 *
 * - `absent`: its case wasn't measured here
 * - `not-run`: a contestant wasn't
 * - `not-in-session`: the session's case doesn't have the contestant
 * - `mistake`: the claim itself is wrong: a measure that isn't there or is never compared, a
 *   size outside the measured range, runtimes of different versions
 */
export interface Untested {
  readonly kind: 'untested';
  readonly cause: 'absent' | 'not-run' | 'not-in-session' | 'mistake';
  readonly why: ClaimReason;
  /** What to run to get it. */
  readonly command?: string;
}

/** A side of a comparison; `bestOf` is the title of the runtime whose best variant it is. */
export interface Side {
  readonly id: string;
  readonly bestOf?: string;
}

/** A verdict that says something. */
export type Decision = Exclude<Verdict, { readonly kind: 'not decided' }>;

interface InCase {
  readonly place: MeasuredEvidence;
  readonly measure: SessionMeasure;
}

export interface CompareOutcome extends InCase {
  readonly kind: 'compare';
  readonly a: Side;
  readonly b: Side;
  /** Of `a` against `b`. */
  readonly verdict: Decision;
  /** As the results hold it: perhaps `b` against `a`. */
  readonly comparison: Comparison;
}

export interface FinishOutcome {
  readonly kind: 'finish';
  readonly place: MeasuredEvidence;
  readonly result: ContestantResult;
  readonly found: 'finished' | 'finished-some' | 'did-not-finish';
}

/** Sizes between which a slope was taken. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly noun: string;
}

export interface GrowthOutcome extends InCase {
  readonly kind: 'growth';
  readonly a: string;
  readonly b: string;
  readonly verdict: Decision;
  readonly comparison: Comparison;
  readonly range: Range;
  /** What difference of slopes matters, in the measure's unit. */
  readonly matters: number;
}

export interface SlopeOutcome extends InCase {
  readonly kind: 'slope';
  readonly of: string;
  readonly slope: Estimate;
  /** Slopes of all contestants, so that it is printed as the table prints it. */
  readonly all: readonly Estimate[];
  readonly range: Range;
  readonly found: 'grows' | 'shrinks' | 'no-growth-shown';
}

/** The leader against the contestant that comes next. */
export interface Next {
  readonly id: string;
  readonly comparison: Comparison;
}

export interface BestOutcome extends InCase {
  readonly kind: 'best';
  readonly best: Best;
  /** All that took part, smallest median first. */
  readonly rivals: readonly string[];
  /** Contestants of the case that have no runs here, and why. */
  readonly notRun: readonly { readonly id: string; readonly why: ClaimReason }[];
  readonly next?: Next;
  /** Title of the runtime, where only its variants take part. */
  readonly among?: string;
}

export interface WinnerOutcome extends InCase {
  readonly kind: 'winner';
  readonly best: Best;
  readonly rivals: readonly string[];
  readonly next?: Next;
  /** Runtime of each rival. */
  readonly runtimes: Readonly<Record<string, string>>;
}

export interface ValueOutcome extends InCase {
  readonly kind: 'value';
  readonly of: string;
  readonly estimate: Estimate;
}

/** Not enough was measured to say it. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly place: MeasuredEvidence;
  /** Those that the claim is about. */
  readonly contestants: readonly string[];
  readonly measure: SessionMeasure;
  readonly reason: ClaimReason;
}

/** By two measures, each decided: all that says something by one of them. */
export interface TwofoldOutcome {
  readonly kind: 'twofold';
  readonly parts: readonly [RankingOutcome, RankingOutcome];
  /** What both say, in the words of `expect`; `depends` where they don't say the same. */
  readonly found: readonly string[];
}

type RankingOutcome = CompareOutcome | BestOutcome | WinnerOutcome;

/** What one measure says. */
export type WholeOutcome =
  | Untested
  | Undecided
  | CompareOutcome
  | FinishOutcome
  | GrowthOutcome
  | SlopeOutcome
  | BestOutcome
  | WinnerOutcome
  | ValueOutcome;

export type ClaimOutcome = WholeOutcome | TwofoldOutcome;

/** An outcome by each measure that it was decided by. */
export function partsOf(outcome: ClaimOutcome): readonly WholeOutcome[] {
  return outcome.kind === 'twofold' ? outcome.parts : [outcome];
}

export interface DecidedClaim {
  readonly claim: Claim;
  readonly outcome: ClaimOutcome;
  /** The verdict in the words of `expect`; several for a tie group, in order of their names. */
  readonly found: readonly string[];
  /** Whether `expect` is met; `true` for a claim without. */
  readonly holds: boolean;
}
