import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Row } from './install.ts';

/** Where a system keeps what the README asks for: Python, a C compiler, a shell. */
const SYSTEM = '/usr/local/bin:/usr/bin:/bin';

/**
 * Installs this npm and this Node into a folder.
 *
 * @returns a PATH on which they stand before the system's
 */
export function installToolchain(folder: string, { npm, node }: Row): string {
  const kind = `-${process.platform}-${process.arch}`;
  const name = Object.keys(packageJson.optionalDependencies).find((one) => one.endsWith(kind));
  if (name === undefined) throw new Error(`There is no package with Node for ${kind.slice(1)}.`);
  // Two folders: npm's own files stand beside it and would be taken for the project's packages.
  const installed = [`npm@${npm}`, `${name}@${node}`].map((wanted, index) => {
    const own = join(folder, String(index));
    mkdirSync(own, { recursive: true });
    execFileSync('npm', ['install', '--silent', '--prefix', own, wanted], { stdio: 'inherit' });
    return join(own, 'node_modules');
  });
  const [npmFolder = '', nodeFolder = ''] = installed;
  const tools = [join(nodeFolder, name, 'bin'), join(npmFolder, '.bin')];
  return [...tools, SYSTEM].join(delimiter);
}
