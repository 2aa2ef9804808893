import { defineRuntime } from 'steelyard';
import type { FoundRuntime, Host, MissingRuntime } from 'steelyard';
import { foundPython, missing } from '../python/found.ts';
import { findInterpreter } from '../python/search.ts';

const VARIABLE = 'STEELYARD_PYTHON_3_14';
const GET_IT = `See https://www.python.org/downloads/ for how to get it, then put it on PATH as "python3.14" or set ${VARIABLE} to the interpreter.`;

/** Stands beside the newest Python in the cases that one build of it decides. */
export default defineRuntime({
  id: 'python-3-14',
  title: 'Python 3.14',
  homepage: 'https://www.python.org',
  programsOf: 'python',
  find,
});

/** Finds `STEELYARD_PYTHON_3_14`, else `python3.14` on PATH. */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const found = await findInterpreter(host, VARIABLE, ['python3.14'], () => true);
  if (found === undefined)
    return missing(`There is no "python3.14" on PATH, and ${VARIABLE} isn't set. ${GET_IT}`);
  const { origin, interpreter } = found;
  if (interpreter === undefined) return missing(`${origin} doesn't run as Python 3. ${GET_IT}`);
  if (!interpreter.version.startsWith('3.14.'))
    return missing(`${origin} is Python ${interpreter.version}, not 3.14. ${GET_IT}`);
  if (interpreter.isFreeThreaded)
    return missing(`${origin} is a build without the global lock. ${GET_IT}`);
  return foundPython(host, interpreter, origin, { getIt: GET_IT });
}
