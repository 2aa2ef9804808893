import { relative } from 'node:path';
import { checkReports } from './agreement.ts';
import { runAstro } from './astro.ts';
import { checkDrawing, checkDrawn, checkSources, checkWritable } from './checks.ts';
import { drawingAlone } from './lock.ts';
import { drawPages } from './draw.ts';
import { checkTools, drawing, serving } from './tools.ts';
import { sayGrowth } from './growth.ts';
import { prepareResults } from '../session/prepare-results.ts';
import { withInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { checkContent } from '../site/check/content.ts';

/**
 * Analyses the sessions that are there, checks the claims and draws the pages into dist/.
 * Measures nothing.
 *
 * @throws Problem; the pages before then stay as they are
 */
export async function render(places: Places, output: Output): Promise<void> {
  checkDrawing(places);
  checkWritable(places);
  await checkContent(places);
  await withInterruption((signal) =>
    drawingAlone(places, output, signal, async () => {
      await prepareResults(places, output, signal);
      checkReports(places);
      await drawPages(places, signal);
    }),
  );
  sayGrowth(places.dist, output);
  output.say(
    `The pages are in ${relative(process.cwd(), places.dist) || '.'}/. Look at them with: npm run preview`,
  );
}

/** Draws the pages and keeps them up to date while texts are edited. */
export async function dev(places: Places, output: Output): Promise<void> {
  checkSources(places);
  checkWritable(places);
  await checkTools(drawing);
  await checkContent(places);
  await withInterruption((signal) => prepareResults(places, output, signal));
  await runAstro(places, ['dev']);
}

/** Serves dist/ as it was drawn. */
export async function preview(places: Places): Promise<void> {
  checkDrawn(places);
  await checkTools(serving);
  await runAstro(places, ['preview']);
}
