import type { Judging } from '../scenario/judging.ts';
import type { Parameters } from '../scenario/schema.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { ProgramMeasure } from './answer.ts';
import type { ServiceRequest } from './service.ts';
import type { ProgramFiles } from './workplace.ts';

/** A program and what starts it. */
interface Startable {
  /** The interpreter and its flags; a tool; what was built. */
  readonly command: readonly [string, ...string[]];
  /** Copied into a folder of its own. */
  readonly program: ProgramFiles;
}

/** What is to be run once, and what a right result is. */
export interface Invocation extends Startable {
  /** The command is run as it is: no file of the program's follows it. */
  readonly alone?: boolean;
  /** Words after it, with placeholders (scenario/template.ts). Absent: all parameters as `--name=value`. */
  readonly args?: readonly string[];
  /** Path of each input, by name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Path of what comes from standard input; absent: nothing. */
  readonly stdin?: string;
  /** It gets an empty folder for what it writes. */
  readonly writesOut?: boolean;
  /** Run before and after the program, like it, outside of everything that is measured: a file, or words. */
  readonly prepare?: string | readonly string[];
  readonly cleanup?: string | readonly string[];
  /** Handed over as `--name=value`; `--cores` is always added. */
  readonly parameters: Parameters;
  /** All variables but HOME and TMPDIR. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Cap of the whole tree; enforced where a cgroup can be made. */
  readonly memoryCapBytes?: number;
  /** The right answer, computed; absent: its last line isn't looked at. */
  readonly expected?: Readonly<Record<string, number | string>>;
  /** Exactly these must be reported by the program. */
  readonly programMeasures: readonly ProgramMeasure[];
  /** What else is right, and the program that judges files, where there is one. */
  readonly judging?: Judging;
  readonly judge?: Startable;
  /** Exactly these must be reported by the judge. */
  readonly judgeMeasures?: readonly ProgramMeasure[];
  /** Exit codes that are no failure. */
  readonly exitCodes: readonly number[];
  /** A wall time below it is a wrong answer. */
  readonly floorNs?: number;
  readonly service?: ServiceRequest;
  /** The build of its program, to be timed beside it; how large the program is. */
  readonly build?: {
    readonly command: readonly [string, ...string[]];
    readonly program: ProgramFiles;
  };
  readonly binaryBytes?: number;
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
