/** Which interpreters are there. */
import type { Host } from 'steelyard';
import { compareVersions } from 'steelyard';
import { inspectInterpreter, type Interpreter } from './interpreter.ts';

/** Minor versions of Python 3 that are looked for by name: `python3.10` to `python3.49`. */
const OLDEST_MINOR = 10;
const NEWEST_MINOR = 49;

/** An interpreter, and how it was found: "python3.14" on PATH, or what a variable points to. */
export interface Candidate {
  readonly origin: string;
  /** Absent: it doesn't run as Python 3. */
  readonly interpreter: Interpreter | undefined;
}

/**
 * The interpreter that a variable points to, else the newest of these names on PATH; of several
 * equally new ones the first.
 *
 * @param fits which of those on PATH count
 * @returns undefined where the variable isn't set and nothing of these names is on PATH. Where none
 *   of them fits, the first that there is
 */
export async function findInterpreter(
  host: Host,
  variable: string,
  names: readonly string[],
  fits: (interpreter: Interpreter) => boolean,
): Promise<Candidate | undefined> {
  const told = host.env[variable];
  if (told) {
    return {
      origin: `What ${variable} points to`,
      interpreter: await inspectInterpreter(host, told),
    };
  }
  const candidates: Candidate[] = [];
  for (const name of names) {
    const command = host.which(name);
    if (command === undefined) continue;
    const interpreter = await inspectInterpreter(host, command);
    candidates.push({ origin: `The "${name}" on PATH`, interpreter });
  }
  return newest(candidates, fits) ?? candidates[0];
}

function newest(
  candidates: readonly Candidate[],
  fits: (interpreter: Interpreter) => boolean,
): Candidate | undefined {
  let best: (Candidate & { readonly interpreter: Interpreter }) | undefined;
  for (const { origin, interpreter } of candidates) {
    if (interpreter === undefined || !fits(interpreter)) continue;
    const isNewer =
      best === undefined || compareVersions(interpreter.version, best.interpreter.version) > 0;
    if (isNewer) best = { origin, interpreter };
  }
  return best;
}

/** `python3.10`, `python3.11` … with this ending. */
export function namesOfVersions(ending = ''): string[] {
  const count = NEWEST_MINOR - OLDEST_MINOR + 1;
  return Array.from({ length: count }, (_, index) => `python3.${OLDEST_MINOR + index}${ending}`);
}
