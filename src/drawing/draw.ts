import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive } from '../measure/lock-file.ts';
import { replacePages } from '../publish/replace-pages.ts';
import { Problem } from '../scenario/problem.ts';
import { runAstro } from './astro.ts';
import { listReports } from '../site/reports.ts';
import { checkInterruption } from '../terminal/interruption.ts';
import { drawerOf, drawingFolder } from './output-folder.ts';
import type { Places } from '../places.ts';

/**
 * Draws the pages into a fresh folder inside of dist/, which is on its file system wherever that
 * is, and moves them to their places once all are there. Until then, and where the drawing fails
 * or is interrupted, the pages before stay as they are.
 *
 * @throws Problem: what Astro says; `interrupted` after an abort
 */
export async function drawPages(places: Places, signal: AbortSignal): Promise<void> {
  const { dist } = places;
  const made = mkdirSync(dist, { recursive: true });
  removeLeftovers(dist);
  const fresh = join(dist, drawingFolder(process.pid));
  try {
    mkdirSync(fresh);
    await runAstro(places, ['build', '--silent'], { quiet: true, signal, out: fresh });
    checkInterruption(signal);
    checkReportsIn(fresh, places);
    replacePages(dist, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(dist, made);
  }
}

/** Astro only warns of a collection in which it finds nothing, and draws a site without documents. */
function checkReportsIn(fresh: string, places: Places): void {
  const missing = listReports(places.content).find(
    (id) => !existsSync(join(fresh, id, 'index.html')),
  );
  if (missing === undefined) return;
  throw new Problem(
    'finding',
    `Astro drew no page of ${join(places.content, missing)}, and didn't say why. If there is an odd character in this path, rename the folder.`,
  );
}

/** What drawings that were killed have left behind. */
function removeLeftovers(dist: string): void {
  for (const name of readdirSync(dist)) {
    const drawer = drawerOf(name);
    if (drawer !== undefined && !isAlive(drawer)) rmSync(join(dist, name), { recursive: true });
  }
}

/** Removes the folders from `inner` up to `outer` again, as far as nothing is in them. */
function removeEmpty(inner: string, outer: string): void {
  try {
    for (let folder = inner; ; folder = dirname(folder)) {
      rmdirSync(folder);
      if (folder === outer) return;
    }
  } catch {
    // Something is in it: the pages, or what somebody put there meanwhile.
  }
}
