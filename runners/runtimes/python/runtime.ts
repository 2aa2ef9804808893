import { defineRuntime } from 'steelyard';
import type { FoundRuntime, Host, MissingRuntime } from 'steelyard';
import { foundPython, missing } from './found.ts';
import { findInterpreter, namesOfVersions } from './search.ts';

const VARIABLE = 'STEELYARD_PYTHON';
const GET_IT = `See https://www.python.org/downloads/ for how to get it, then put it on PATH or set ${VARIABLE} to the interpreter.`;

export default defineRuntime({
  id: 'python',
  title: 'Python',
  homepage: 'https://www.python.org',
  find,
});

/**
 * Finds an interpreter with the global lock: `STEELYARD_PYTHON`, else the newest of `python3` and
 * `python3.10`, `python3.11` … on PATH.
 */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const names = ['python3', ...namesOfVersions()];
  const found = await findInterpreter(host, VARIABLE, names, (one) => !one.isFreeThreaded);
  if (found === undefined)
    return missing(`There is no "python3" on PATH, and ${VARIABLE} isn't set. ${GET_IT}`);
  const { origin, interpreter } = found;
  if (interpreter === undefined) return missing(`${origin} doesn't run as Python 3. ${GET_IT}`);
  if (interpreter.isFreeThreaded) {
    return missing(
      `${origin} is a build without the global lock, which is measured as a runtime of its own: set STEELYARD_PYTHON_FREE_THREADED to it. ${GET_IT}`,
    );
  }
  return foundPython(host, interpreter, origin, { getIt: GET_IT });
}
