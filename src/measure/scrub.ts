/** Keeps paths of the person's machine out of what is recorded. */
import { realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../project.ts';

/** A path, its real one where links lead to it, and both as they stand in the address of a file. */
function spellings(path: string): string[] {
  const paths = [path, realPath(path)];
  return [...new Set([...paths, ...paths.map((each) => pathToFileURL(each).pathname)])];
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

let known: readonly [string, string][] | undefined;

/** Path → name, longest first, so that a folder inside another gets its own name. */
function pathNames(further: Readonly<Record<string, string>>): readonly [string, string][] {
  known ??= named({ [homedir()]: '<home>', [tmpdir()]: '<tmp>', [projectFolder()]: '<project>' });
  return [...known, ...named(further)].toSorted(([a], [b]) => b.length - a.length);
}

function named(names: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(names)
    .flatMap(([path, name]) => spellings(path).map((each): [string, string] => [each, name]))
    .map(([path, name]): [string, string] => [path.replace(/\/+$/, ''), name])
    .filter(([path]) => path.length > 1);
}

/** Replaces the project's, the home and the temporary folder by names like `<project>`. */
export function scrubPaths(text: string, further: Readonly<Record<string, string>> = {}): string {
  if (!text.includes('/')) return text;
  const names = pathNames(further);
  const paths = names.map(([path]) => escapeForPattern(path)).join('|');
  // Whole paths only: a folder "tmp" inside the scratch folder is not the temporary folder.
  const anyPath = new RegExp(`(?<![\\w.-])(?:${paths})(?![\\w-])`, 'g');
  const byPath = new Map(names);
  return text.replace(anyPath, (path) => byPath.get(path) ?? path);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const MOST_LINES = 20;
const MOST_BYTES = 2000;

/** The last lines of a program's standard error, scrubbed; undefined when it said nothing. */
export function lastStderrLines(
  text: string,
  further: Readonly<Record<string, string>> = {},
): string | undefined {
  // Scrubbing takes long, and only the end is kept.
  const end = text.slice(-4 * MOST_BYTES);
  const lines = scrubPaths(end, further).trimEnd().split('\n').slice(-MOST_LINES).join('\n');
  const kept = lines.length > MOST_BYTES ? `…${lines.slice(-MOST_BYTES)}` : lines;
  return kept === '' ? undefined : kept;
}
