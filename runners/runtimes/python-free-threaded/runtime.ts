import { defineRuntime } from 'steelyard';
import type { FoundRuntime, Host, MissingRuntime } from 'steelyard';
import { foundPython, missing } from '../python/found.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { findInterpreter, namesOfVersions } from '../python/search.ts';

const VARIABLE = 'STEELYARD_PYTHON_FREE_THREADED';
const GET_IT = `See https://docs.python.org/3/howto/free-threading-python.html for how to get it, then put it on PATH as "python3.15t" or the like, or set ${VARIABLE} to the interpreter.`;

export default defineRuntime({
  id: 'python-free-threaded',
  title: 'Free-threaded Python',
  homepage: 'https://docs.python.org/3/howto/free-threading-python.html',
  programsOf: 'python',
  find,
});

/**
 * Finds an interpreter without the global lock: `STEELYARD_PYTHON_FREE_THREADED`, else the newest of
 * `python3.13t`, `python3.14t` … on PATH. It is asked whether the lock is really off.
 */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const found = await findInterpreter(host, VARIABLE, namesOfVersions('t'), hasNoLock);
  if (found === undefined) {
    return missing(
      `There is no free-threaded Python ("python3.15t" or the like) on PATH, and ${VARIABLE} isn't set. ${GET_IT}`,
    );
  }
  const { origin, interpreter } = found;
  if (interpreter === undefined) return missing(`${origin} doesn't run as Python 3. ${GET_IT}`);
  if (!interpreter.isFreeThreaded)
    return missing(`${origin} is a build with the global lock (GIL). ${GET_IT}`);
  if (!hasNoLock(interpreter)) {
    return missing(
      `${origin} is a free-threaded build, but its global lock (GIL) is on: see whether PYTHON_GIL is set.`,
    );
  }
  return foundPython(host, interpreter, origin, { kind: 'free-threaded', getIt: GET_IT });
}

function hasNoLock({ isFreeThreaded, facts }: Interpreter): boolean {
  return isFreeThreaded && facts['gil'] === 'off';
}
