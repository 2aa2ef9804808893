import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { defineRuntime } from '../../../src/scenario/define.ts';
import {
  PER_ROUND,
  type FoundRuntime,
  type Host,
  type MissingRuntime,
} from '../../../src/scenario/runtime.ts';
import { inspectInterpreter, type Interpreter } from './interpreter.ts';
import { packagePaths, prepareEnvironment } from './environment.ts';
import { readLock } from './lock.ts';

const VARIABLE = 'STEELYARD_PYTHON';
const OLDEST = [3, 10] as const;
const GET_IT = `See https://www.python.org/downloads/ for how to get it, then put it on PATH or set ${VARIABLE} to the interpreter.`;

export default defineRuntime({
  id: 'python',
  title: 'Python',
  homepage: 'https://www.python.org',
  find,
});

/**
 * Finds an interpreter (`STEELYARD_PYTHON`, then `python3` on PATH), and gives
 * it a virtual environment of its own in the cache, with the locked packages.
 */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const fromVariable = host.env[VARIABLE];
  const started = fromVariable || host.which('python3');
  if (!started) {
    return missing(`There is no "python3" on PATH, and ${VARIABLE} isn't set. ${GET_IT}`);
  }
  const origin = fromVariable ? `What ${VARIABLE} points to` : 'The "python3" on PATH';

  const interpreter = await inspectInterpreter(host, started);
  if (interpreter === undefined) return missing(`${origin} doesn't run as Python 3. ${GET_IT}`);
  if (isTooOld(interpreter)) {
    return missing(
      `${origin} is Python ${interpreter.version}; ${OLDEST.join('.')} or newer is needed. ${GET_IT}`,
    );
  }

  const lockFile = join(host.root, 'runners', 'runtimes', 'python', 'requirements.lock');
  const lock = await readLock(lockFile);
  const hashes = await hashInterpreter(host, interpreter);
  const environment = await prepareEnvironment(host, interpreter, hashes.whole, lock);
  if (!environment.ready) return missing(environment.reason);

  for (const path of await packagePaths(environment.python)) host.watch(path, ['__pycache__']);
  return {
    available: true,
    version: interpreter.version,
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
    facts: { ...interpreter.facts, ...hashes.facts },
  };
}

function missing(reason: string): MissingRuntime {
  return { available: false, reason };
}

function isTooOld(interpreter: Interpreter): boolean {
  const [major = 0, minor = 0] = interpreter.version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
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
