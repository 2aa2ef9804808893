/** The project: what its user owns. Its folder is the nearest one, from the working folder upwards, whose package.json names steelyard. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from './scenario/problem.ts';

/** Of a package.json, as far as Steelyard asks. */
export interface PackageJson {
  readonly name?: string;
  readonly repository?: string | { readonly url?: string };
  readonly author?:
    string | { readonly name?: string; readonly email?: string; readonly url?: string };
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const known = new Map<string, string>();

/**
 * Folder of the project, absolute.
 *
 * @throws Problem (usage) where there is none
 */
export function projectFolder(from: string = process.cwd()): string {
  const found = known.get(from) ?? search(from);
  if (found === undefined)
    throw new Problem(
      'usage',
      `There is no Steelyard project here: from ${from} upwards, no package.json names "steelyard". ` +
        'Go into the folder of one, or begin one: npm create steelyard my-report',
    );
  known.set(from, found);
  return found;
}

/** The project's package.json, as it is now. */
export function readPackage(folder: string = projectFolder()): PackageJson {
  return packageIn(folder) ?? {};
}

function search(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = packageIn(folder);
    if (found !== undefined && namesSteelyard(found)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function namesSteelyard({ name, dependencies, devDependencies }: PackageJson): boolean {
  return name === 'steelyard' || 'steelyard' in { ...dependencies, ...devDependencies };
}

/** @throws Problem (usage) for a package.json that can't be read */
function packageIn(folder: string): PackageJson | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    throw new Problem('usage', `${file} can't be read: ${(error as Error).message}`);
  }
}
