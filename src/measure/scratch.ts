import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { explainWriteError } from '../store/files.ts';
import { runName } from './run-name.ts';

/** Stands in every scratch folder: no other folder is ever removed as a leftover. */
export const SCRATCH_SIGN = '.steelyard-scratch';

/**
 * Makes this process' folder for what is needed while it measures, under the temporary folder.
 *
 * @returns its path, without symbolic links
 * @throws Problem where the temporary folder can't be used
 */
export async function makeScratch(): Promise<string> {
  const folder = join(temporaryFolder(), await runName());
  try {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(folder, SCRATCH_SIGN), '');
    return folder;
  } catch (error) {
    throw explainWriteError(error, folder);
  }
}

function temporaryFolder(): string {
  const folder = tmpdir();
  if (!isAbsolute(folder))
    throw new Problem(
      'usage',
      `The temporary folder is "${folder}", which is no absolute path. Set TMPDIR to a folder, for example /tmp.`,
    );
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Problem(
      'usage',
      `The temporary folder ${folder} isn't there. Make it, or set TMPDIR to another one.`,
    );
  return realpathSync(folder);
}
