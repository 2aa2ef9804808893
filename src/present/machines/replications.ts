/** What is shown of the sessions beside a reference, and of the reference as one of them. */
import type { DecidedClaim } from '../../claims/decided.ts';
import type { Says } from '../../claims/replicated.ts';
import type { Session } from '../../store/schema.ts';
import type { SessionNoun } from '../sentences/replicated-words.ts';

/** A session without its cases and records, and what it says. */
export interface Replication {
  readonly session: Omit<Session, 'cases' | 'growth'>;
  /** The reference's cases that it has. */
  readonly cases: number;
  /** What its programs ran with: "Example 1.2 · Other 3.4". */
  readonly runtimes: string;
  readonly foreign:
    { readonly share: number; readonly disturbed: number; readonly of: number } | undefined;
  /** By the claim's id: the author's claims, and those of the rows of the verdict table. */
  readonly says: ReadonlyMap<string, WordedSays>;
}

export interface WordedSays extends Says {
  /** What it says in words, where the reference says another thing, or says it of other contestants. */
  readonly sentence?: string;
}

export interface Replications {
  /** The reference first. */
  readonly all: readonly [Replication, ...Replication[]];
  /** "session" where some are of machines that can't be told apart. */
  readonly noun: SessionNoun;
  /** The claims as the reference decides them, by id: the author's, then those of the rows. */
  readonly decided: ReadonlyMap<string, DecidedClaim>;
}
