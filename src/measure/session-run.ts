import type { PlannedCase } from '../plan/cases.ts';
import type { Step } from '../plan/schedule.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session } from '../store/schema.ts';

/** A session that is to be measured, or to be gone on with. */
export interface SessionRun {
  readonly session: Session;
  readonly cases: ReadonlyMap<string, PlannedCase>;
  readonly steps: readonly Step[];
  /** What earlier runs of this session finished. */
  readonly records: readonly InvocationRecord[];
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly runners: string;
  /** Command that starts a TypeScript service. */
  readonly serviceCommand: readonly [string, ...string[]];
  readonly typicalSeconds: ReadonlyMap<string, number>;
  /** Called before each invocation: rejects when what is measured was edited or replaced meanwhile. */
  readonly checkUnchanged: (step: Step) => Promise<void>;
  /** Where each record goes, before the next invocation starts. */
  readonly append: (record: InvocationRecord) => void;
}

export interface Limits {
  readonly signal: AbortSignal;
  /** No invocation starts after this time (ms of the monotonic clock, `performance.now()`). */
  readonly stopAt?: number;
}

/** What must be there: a mistake of ours if it isn't. */
export function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`"${name}" is not in the plan`);
  return value;
}
