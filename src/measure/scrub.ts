/** Keeps paths of the person's machine out of what is recorded. */
import { homedir, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Path → name, longest first, so that a folder inside another gets its own name. */
function pathNames(further: Readonly<Record<string, string>> = {}): [string, string][] {
  const names = { [homedir()]: '<home>', [tmpdir()]: '<tmp>', [project]: '<project>', ...further };
  return Object.entries(names)
    .filter(([path]) => path.length > 1)
    .toSorted(([a], [b]) => b.length - a.length);
}

/** Replaces the project's, the home and the temporary folder by names like `<project>`. */
export function scrubPaths(text: string, further: Readonly<Record<string, string>> = {}): string {
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
  const lines = scrubPaths(text, further).trimEnd().split('\n').slice(-MOST_LINES).join('\n');
  const kept = lines.length > MOST_BYTES ? `…${lines.slice(-MOST_BYTES)}` : lines;
  return kept === '' ? undefined : kept;
}
