/** What every build of Python has in common once its interpreter is known. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PER_ROUND, type FoundRuntime, type Host, type MissingRuntime } from 'steelyard';
import { compareVersions } from 'steelyard';
import { packagePaths, prepareEnvironment } from './environment.ts';
import { inspectJit } from './features.ts';
import type { Interpreter } from './interpreter.ts';
import { readLock } from './lock.ts';

const OLDEST = '3.10';

/** What a runtime says of itself where its interpreter is to be had. */
export interface Build {
  /** After the version, in few words: "free-threaded". Absent: the usual build. */
  readonly kind?: string;
  /** How to get it and to have it found. */
  readonly getIt: string;
}

/**
 * The interpreter with a virtual environment of its own in the cache, which holds the locked packages.
 *
 * @param origin how it was found, for messages
 */
export async function foundPython(
  host: Host,
  interpreter: Interpreter,
  origin: string,
  { kind, getIt }: Build,
): Promise<FoundRuntime | MissingRuntime> {
  const { version } = interpreter;
  if (compareVersions(version, OLDEST) < 0)
    return missing(`${origin} is Python ${version}; ${OLDEST} or newer is needed. ${getIt}`);

  const lock = await readLock(
    join(host.root, 'runners', 'runtimes', 'python', 'requirements.lock'),
  );
  const hashes = await hashInterpreter(host, interpreter);
  const environment = await prepareEnvironment(host, interpreter, hashes.whole, lock);
  if (!environment.ready) return missing(environment.reason);

  for (const path of await packagePaths(environment.python)) host.watch(path, ['__pycache__']);
  const name = `${interpreter.facts['implementation'] ?? 'Python'} ${version}`;
  return {
    available: true,
    version,
    label: kind === undefined ? name : `${name}, ${kind}`,
    getAnother: getIt,
    binary: interpreter.executable,
    binarySha256: hashes.whole,
    // Of the environment's interpreter no flags are set: -I or -S would be faster to start,
    // but nobody runs programs so. What could disturb comes from the environment, and is cleared there.
    command: [environment.python],
    // The order of sets and the collisions of dictionaries follow from it: one a round, for all alike.
    environment: { PYTHONHASHSEED: PER_ROUND },
    dependencies: environment.installed,
    lockSha256: lock.sha256,
    missing: environment.missing,
    features: { jit: await inspectJit(host, interpreter) },
    facts: { ...interpreter.facts, ...hashes.facts },
  };
}

/** There is none, for this reason. */
export function missing(reason: string): MissingRuntime {
  return { available: false, reason };
}

/**
 * Hash of what executes programs. An interpreter may be a small stub that loads
 * a shared library: then the library is what matters, and the hash covers both.
 */
async function hashInterpreter(
  host: Host,
  interpreter: Interpreter,
): Promise<{ whole: string; facts: Record<string, string> }> {
  const stub = await host.sha256(interpreter.executable);
  if (interpreter.library === undefined) return { whole: stub, facts: {} };

  const library = await host.sha256(interpreter.library);
  const whole = createHash('sha256').update(`${stub}\n${library}\n`).digest('hex');
  const what =
    'binary hash covers the executable and its shared library: sha256 of both hashes, a line each';
  return { whole, facts: { binary: what, executableSha256: stub, librarySha256: library } };
}
