import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Copies what git knows of the project, as it stands here, and nothing of git itself; returns the folder. */
export function unpackedArchive(folder: string): string {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', ['-C', root, ...list], { encoding: 'utf8' }).split('\0');
  // A file that was deleted and not yet committed is still listed.
  for (const name of names.filter((one) => one !== '' && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(join(root, name), join(folder, name));
  }
  return folder;
}
