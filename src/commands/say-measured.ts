/** What `measure` and `build` end with: the numbers of the session, and where its pages are. Loaded after measuring. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { reportsOf } from '../drawing/checks.ts';
import type { DocumentView } from '../present/document.ts';
import type { MeasureOutcome } from '../session/measure.ts';
import { documentsOf } from '../site/site.ts';
import { readReport } from '../site/reports.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { casesOfSession } from './choose-cases.ts';
import { sayResults } from './say-results.ts';

/** The numbers of the session that was measured, or how to see those of before. */
export function sayMeasured(outcome: MeasureOutcome, places: Places, output: Output): void {
  const { state, session } = outcome;
  if (output.quiet || state === 'planned') return;
  if (state === 'fresh' || session === undefined) {
    output.say('Nothing was measured, since all of it is fresh. See the numbers: npm run results');
    return;
  }
  sayResults(casesOfSession(session, places, output), undefined, output);
}

/** After `measure`: what to do to see more than numbers. */
export function sayHowToDraw({ state, plan }: MeasureOutcome, output: Output): void {
  if (state === 'fresh') return;
  output.say(
    plan?.profile === 'smoke'
      ? 'No page shows a smoke session: it is a test.'
      : 'Draw the pages with these numbers: npm run render',
  );
}

/** After `build`: the pages that show this machine's numbers, of the session where one was measured. */
export function sayPages(outcome: MeasureOutcome, places: Places, output: Output): void {
  if (output.quiet || outcome.state === 'planned') return;
  const { session } = outcome;
  const pages = reportsOf(places)
    .flatMap((id) => ownViews(id, places))
    .filter(({ sessions }) => session === undefined || sessions.some(({ id }) => id === session))
    .map(({ path }) => join(places.dist, path, 'index.html'))
    .filter((file) => existsSync(file))
    .map((file) => relative(process.cwd(), file));
  output.say(
    pages.length === 0
      ? 'No page shows these numbers.'
      : `${pages.length === 1 ? 'The page' : 'The pages'} with this machine's numbers: ${pages.join(', ')}`,
  );
}

/** The document of this machine's runs: under `here/`, or the report's own where no reference is accepted. */
function ownViews(report: string, places: Places): DocumentView[] {
  const { main, here } = documentsOf(readReport(places.content, report), places);
  const own = main?.place === 'local' ? main : here;
  return own === undefined ? [] : [own];
}
