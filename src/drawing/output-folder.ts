/** Whether the pages may go where they shall go: into a folder of their own. */
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fewOf } from '../publish/few-of.ts';
import { readManifest } from '../publish/manifest.ts';
import { Problem } from '../scenario/problem.ts';
import type { Places } from '../places.ts';

/** Folders of the project in which nothing is drawn. */
export const projectFolders: readonly string[] = [
  ...['.astro', '.ci', '.git', '.github', 'bin', 'build', 'content', 'create', 'data', 'docs'],
  ...['node_modules', 'package', 'public', 'runners', 'src', 'test'],
];

/** Name of the folder in which a process draws, inside of the output folder. */
export const drawingFolder = (pid: number): string => `.steelyard-drawing-${pid}`;

/** The process that draws, or drew, in a folder of this name; undefined for any other name. */
export function drawerOf(name: string): number | undefined {
  const pid = /^\.steelyard-drawing-(\d+)$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/**
 * Makes sure that the output folder may be filled: it isn't there, is empty, or holds pages that
 * Steelyard drew; and it is no folder of the project's sources, and holds none.
 *
 * @throws Problem (usage) otherwise; nothing has been changed
 */
export function checkOutputFolder(places: Places): void {
  const { dist, root } = places;
  const refuse = (why: string): Problem =>
    new Problem(
      'usage',
      `The pages can't go into ${dist}${named()}: ${why}. Name a folder of their own in STEELYARD_OUT, one that is empty or isn't there yet.`,
    );
  const out = realPath(dist);
  if (out === realPath(root)) throw refuse('it is the project itself');
  if (isWithin(realPath(root), out)) throw refuse(`it holds the project, ${root}`);
  const sources = sourcesOf(places);
  const around = sources.find((one) => isWithin(out, realPath(one)));
  if (around !== undefined) throw refuse(`it lies in ${around}, a folder of the project`);
  const inside = sources.find((one) => isWithin(realPath(one), out));
  if (inside !== undefined) throw refuse(`it holds ${inside}, a folder of the project`);
  if (!existsSync(dist)) {
    if (lstatSync(dist, { throwIfNoEntry: false }) === undefined) return;
    throw refuse('it is a link that leads nowhere');
  }
  if (!statSync(dist).isDirectory()) throw refuse('it is a file');
  if (readManifest(dist) !== undefined) return;
  const foreign = readdirSync(dist).filter((name) => drawerOf(name) === undefined);
  if (foreign.length === 0) return;
  const isOlder = foreign.includes('schema') && foreign.includes('programs');
  const hint = isOlder ? '. If these are pages of an older version, remove them first' : '';
  throw refuse(`it holds what Steelyard didn't draw (${fewOf(foreign)})${hint}`);
}

const named = (): string => (process.env['STEELYARD_OUT'] ? ', which STEELYARD_OUT names' : '');

/** The folders that a drawing reads, wherever they are, and the project's own. */
function sourcesOf({ root, content, runners, sessions }: Places): string[] {
  const moved = [content, runners, dirname(sessions)];
  return [...moved, ...projectFolders.map((name) => join(root, name))];
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
}

/** Where a path leads when all links are followed; of what isn't there yet, as far as it is. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPath(above), basename(path));
}
