import { canonicalJson, sha256Of } from '../store/canonical.ts';
import type { Parameters, Scenario } from '../scenario/schema.ts';

/** All that can change what a contestant's numbers mean. Wording, titles, timeouts and what matters are not in it. */
export interface Identity {
  readonly program: readonly { path: string; sha256: string }[];
  readonly service: readonly { path: string; sha256: string }[];
  /** What the service gets beside the case's own parameters; absent without a service. */
  readonly serviceParameters: Parameters | undefined;
  readonly prepare?: string | readonly string[] | undefined;
  readonly cleanup?: string | readonly string[] | undefined;
  /** Absent: 0 alone. */
  readonly exitCodes?: readonly number[] | undefined;
  /** What starts programs, paths of the machine left out; absent where the runtime isn't here. */
  readonly command: readonly string[] | undefined;
  readonly parameters: Parameters;
  readonly answer: Scenario['answer'];
  /** What is right where it isn't the last line that says so, and the files that judge. */
  readonly check?: Scenario['check'];
  readonly checkFiles?: readonly { path: string; sha256: string }[] | undefined;
  /** Absent: every parameter as `--name=value`. */
  readonly args?: readonly string[] | undefined;
  readonly stdin?: string | undefined;
  /** Hash of each input, by name; absent where there is none. */
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  /** How its program is built, and the hash of what came of it. */
  readonly build?: { readonly words: readonly string[]; readonly sha256: string } | undefined;
  readonly floorNs: number | undefined;
  /** Only where the program imports packages of the lock. */
  readonly lockSha256: string | undefined;
  readonly runtimeVersion: string;
  readonly binarySha256: string;
  /** Variables that the runtime adds to the common environment. */
  readonly runtimeEnvironment: Readonly<Record<string, string>> | undefined;
  readonly launcherSha256: string;
  readonly metric: number;
}

/** The key of a contestant in a case: equal keys mean that the numbers may be compared over time. */
export function contestantKey(identity: Identity): string {
  return sha256Of(canonicalJson(identity));
}
