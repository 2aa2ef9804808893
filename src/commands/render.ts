import { relative } from 'node:path';
import { checkReports } from './agreement.ts';
import { analyseSessions } from './analyse.ts';
import { runAstro } from './astro.ts';
import { sayGrowth } from './growth.ts';
import { removeHere, writeHere } from './here.ts';
import { lookAround } from './look-around.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';
import { checkStaticFiles } from '../site/static-files.ts';
import { listSessions } from '../store/read.ts';

/**
 * Analyses the sessions that are there, checks the claims and draws the pages into dist/.
 * Measures nothing.
 */
export async function render(places: Places, output: Output): Promise<void> {
  await prepareResults(places, output);
  checkReports(places);
  checkStaticFiles(places.content);
  await runAstro(places, ['build', '--silent'], true);
  sayGrowth(places.dist, output);
  output.say(
    `The pages are in ${relative(process.cwd(), places.dist) || '.'}/. Look at them with: npm run preview`,
  );
}

/** Draws the pages and keeps them up to date while texts are edited. */
export async function dev(places: Places, output: Output): Promise<void> {
  await prepareResults(places, output);
  await runAstro(places, ['dev']);
}

/** Serves dist/ as it was drawn. */
export async function preview(places: Places): Promise<void> {
  await runAstro(places, ['preview']);
}

/** What the pages read, derived from the sessions that are there. */
async function prepareResults(places: Places, output: Output): Promise<void> {
  analyseSessions(places, output);
  if (listSessions(places.local).length === 0) {
    removeHere(places);
    return;
  }
  const around = await lookAround(places, output);
  try {
    writeHere(places, around);
  } finally {
    around.close();
  }
}
