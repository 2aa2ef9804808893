/** Why a claim is not decided or can't be tested: data, worded in present/sentences/reason-words.ts. */
import type { End } from '../analyse/end.ts';
import type { Reason } from '../analyse/reasons.ts';
/**
 * Why a document has no runs of a case.
 *
 * - `not-measured-yet`, `not-in-quick-profile`: of this machine, and what to run is known
 * - `not-on-this-machine`, `not-in-this-session`: nothing more is known
 */
export interface AbsentReason {
  readonly kind:
    'not-measured-yet' | 'not-in-quick-profile' | 'not-on-this-machine' | 'not-in-this-session';
}

export type ClaimReason =
  | Reason
  | AbsentReason
  /** The claim itself is wrong; a sentence for its author, which nothing reads. */
  | { readonly kind: 'mistake'; readonly what: string }
  | { readonly kind: 'runtime-missing'; readonly title: string }
  | { readonly kind: 'not-in-profile'; readonly contestant: string; readonly profile: string }
  | {
      readonly kind: 'no-contestant';
      readonly case: string;
      readonly contestant: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'no-contestant-of'; readonly case: string; readonly runtime: string }
  /** No contestant of a runtime finished. */
  | { readonly kind: 'runtime-unfinished'; readonly title: string }
  | { readonly kind: 'runtime-without-value'; readonly title: string }
  /** A number of one contestant: too few of its runs finished for it. */
  | {
      readonly kind: 'few-finished';
      readonly contestant: string;
      readonly finished: number;
      readonly attempted: number;
      /** Absent: they did not finish. */
      readonly end?: Exclude<End, 'unfinished'>;
    }
  | { readonly kind: 'value-missing' }
  /** No contestant kept enough workers busy at once, so there is no time above the floor. */
  | { readonly kind: 'saturated' }
  | { readonly kind: 'no-comparison' }
  | {
      readonly kind: 'not-in-growth';
      readonly scenario: string;
      readonly contestants: readonly string[];
    };

/** Why a published figure is not tested, beside what keeps a claim from being decided. */
export type AuditReason =
  | Reason
  | { readonly kind: 'not-run-in'; readonly contestant: string; readonly case: string }
  | {
      readonly kind: 'not-measured-in';
      readonly contestant: string;
      readonly measure: string;
      readonly case: string;
    }
  | { readonly kind: 'not-compared-in'; readonly case: string; readonly compared: NotCompared }
  | {
      readonly kind: 'not-compared-in-growth';
      readonly scenario: string;
      readonly compared: NotCompared;
    }
  | { readonly kind: 'case-without-runs'; readonly case: string }
  | { readonly kind: 'growth-without-runs'; readonly scenario: string }
  | { readonly kind: 'slope-missing'; readonly contestant: string };

interface NotCompared {
  readonly contestants: readonly [string, string];
  readonly measure: string;
}

/** Why this machine, or another session, neither agrees with a claim nor contradicts it. */
export type AgreementReason =
  | ClaimReason
  /** Another verdict, in the words of `expect`. */
  | { readonly kind: 'found'; readonly word: string }
  | { readonly kind: 'part-of-group' }
  | { readonly kind: 'reference-untested' }
  | { readonly kind: 'reference-undecided' };
