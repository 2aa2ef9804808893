/** Steelyard itself: where its files stand and which version it is. What a person owns is src/project.ts. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the engine, absolute: in a project below its node_modules/. */
const engineFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

export const engineVersion = (
  JSON.parse(readFileSync(join(engineFolder, 'package.json'), 'utf8')) as { version: string }
).version;

/** A file of the engine's, absolute: `docs/writing.md`. */
export function engineFile(path: string): string {
  return join(engineFolder, path);
}

/** The same as a message names it: from the working folder where it lies below that. */
export function manual(path: string): string {
  const file = engineFile(path);
  const way = relative(process.cwd(), file);
  return way.startsWith('..') ? file : way;
}

/** The command line's own module: TypeScript in a clone of Steelyard, JavaScript in a package. */
export const commandLine = engineFile(
  import.meta.url.endsWith('.ts') ? 'src/cli.ts' : 'src/cli.js',
);
