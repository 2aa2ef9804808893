/** Contestants that don't finish: after their first rounds they aren't attempted again. */
import { isFailure } from '../plan/given-up.ts';
import { FIRST_ROUNDS } from '../plan/schedule.ts';
import type { InvocationRecord } from '../store/record-schema.ts';

/** What a session knows of the failures of its contestants, case by case. */
export class Failures {
  readonly #failed = new Map<string, string[]>();

  /** The warm-up doesn't count: whatever is there for the first time may take long. */
  note(
    record: Pick<InvocationRecord, 'case' | 'contestant' | 'round' | 'outcome' | 'reason'>,
  ): void {
    const { round, outcome, reason } = record;
    if (round < 1 || round > FIRST_ROUNDS || !isFailure(outcome)) return;
    const name = nameOf(record);
    this.#failed.set(name, [...(this.#failed.get(name) ?? []), reason ?? outcome]);
  }

  /** Why a contestant isn't attempted any more in a case; undefined while it is. */
  whyGivenUp(step: Pick<InvocationRecord, 'case' | 'contestant'>): string | undefined {
    const reasons = this.#failed.get(nameOf(step)) ?? [];
    if (reasons.length < FIRST_ROUNDS) return undefined;
    return `had no result in its first ${FIRST_ROUNDS} rounds: ${[...new Set(reasons)].join('; ')}`;
  }
}

function nameOf(step: Pick<InvocationRecord, 'case' | 'contestant'>): string {
  return `${step.case} ${step.contestant}`;
}
