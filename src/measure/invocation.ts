import type { Parameters } from '../scenario/schema.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { ProgramMeasure } from './answer.ts';
import type { ServiceRequest } from './service.ts';
import type { ProgramFiles } from './workplace.ts';

/** What is to be run once, and what a right result is. */
export interface Invocation {
  /** What starts programs: the interpreter and its flags. */
  readonly command: readonly [string, ...string[]];
  readonly program: ProgramFiles;
  /** Run before and after the program, like it, outside of everything that is measured; among its files. */
  readonly prepare?: string;
  readonly cleanup?: string;
  /** Handed over as `--name=value`; `--cores` is always added. */
  readonly parameters: Parameters;
  /** All variables but HOME and TMPDIR. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Cap of the whole tree; enforced where a cgroup can be made. */
  readonly memoryCapBytes?: number;
  /** The right answer, computed. */
  readonly expected: Readonly<Record<string, number | string>>;
  /** Exactly these must be reported by the program. */
  readonly programMeasures: readonly ProgramMeasure[];
  /** Exit codes that are no failure. */
  readonly exitCodes: readonly number[];
  /** A wall time below it is a wrong answer. */
  readonly floorNs?: number;
  readonly service?: ServiceRequest;
  /**
   * For the tree's memory, where there is no cgroup but sampling is possible: times are disturbed
   * and not recorded.
   */
  readonly samplePss?: boolean;
}

/** A record without its place in the session. */
export type MeasuredInvocation = Omit<
  InvocationRecord,
  'case' | 'contestant' | 'block' | 'round' | 'position'
>;
