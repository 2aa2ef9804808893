/**
 * `npm run bench:pages`: renders invented data sets of 22, 200 and 1000 cases and holds the
 * pages to their bars. Prints the figures; ends with 1 when a bar is missed.
 */
import { BenchLog, endBench } from './keep.ts';
import { measureGrowth, type Growth } from './pages/growth.ts';
import { renderCases, slopeS, type Rendering } from './pages/rendering.ts';
import { weigh } from './pages/weight.ts';
import { PREVIEW_LIMITS } from '../../src/publish/limits.ts';
import { htmlFiles } from '../site/render.ts';

const [FEW, SOME, MANY] = [22, 200, 1000];
const FEW_BAR_S = 10;
const SOME_BAR_S = 15;
/** Further cases may cost this much more among many than among few: noise, and no square. */
const SLOPE_BAR = 1.5;
const DOCUMENT_BAR_KB = 110;
const OTHER_BAR_KB = 60;
const REQUESTS_BAR = 2;
/** Sessions accepted before the reference, and what each of them may add to a site. */
const EARLIER = 9;
const EARLIER_BAR_KB = 1000;
const EARLIER_BAR_FILES = 30;
const EARLIER_BAR_S = 1;

const log = new BenchLog();
const missed: string[] = [];
/** Prints a figure beside its bar. */
function hold(what: string, value: string, bar: string, holds: boolean): void {
  const line = `${what}: ${value} (bar: ${bar})`;
  log.say(`${holds ? 'holds ' : 'MISSED'}  ${line}`);
  if (!holds) missed.push(line);
}

const few = await renderCases(FEW);
weighPages(few.folder);
holdSeconds(few, FEW_BAR_S);
const some = await renderCases(SOME);
holdSeconds(some, SOME_BAR_S);
const many = await renderCases(MANY);
log.say(`        ${many.cases} cases, ${many.pages} pages: ${many.seconds.toFixed(1)} s`);

const slopes = [slopeS(few, some), slopeS(some, many)] as const;
log.say(`        a further case, ${FEW} to ${SOME}: ${(slopes[0] * 1000).toFixed(1)} ms`);
log.say(`        a further case, ${SOME} to ${MANY}: ${(slopes[1] * 1000).toFixed(1)} ms`);
const ratio = slopes[1] / slopes[0];
hold(
  'the second against the first',
  `${ratio.toFixed(2)} times`,
  `${SLOPE_BAR} times`,
  slopes[0] > 0 && ratio <= SLOPE_BAR,
);
const perCase = many.seconds / many.cases / (some.seconds / some.cases);
hold(
  `whole time a case, ${MANY} against ${SOME}`,
  `${perCase.toFixed(2)} times`,
  '1 time',
  perCase <= 1,
);
holdGrowth(await measureGrowth(EARLIER));
await endBench('pages', 'Pages: weight, and how long they take to render', log, missed);

function holdSeconds({ cases, pages, seconds }: Rendering, barS: number): void {
  const value = `${seconds.toFixed(1)} s`;
  hold(`${cases} cases, ${pages} pages`, value, `${barS} s`, seconds <= barS);
}

function holdGrowth({ sessions, bytes, files, seconds }: Growth): void {
  const [kB, sessionsFit] = [bytes / 1000, Math.floor(PREVIEW_LIMITS.totalBytes / bytes)];
  const what = `a session accepted before, of ${sessions}`;
  hold(`${what}, bytes`, `${kB.toFixed(0)} kB`, `${EARLIER_BAR_KB} kB`, kB <= EARLIER_BAR_KB);
  hold(`${what}, files`, files.toFixed(1), `${EARLIER_BAR_FILES}`, files <= EARLIER_BAR_FILES);
  const barS = `${EARLIER_BAR_S} s`;
  hold(`${what}, drawing`, `${seconds.toFixed(2)} s`, barS, seconds <= EARLIER_BAR_S);
  log.say(`        a preview has room for ${sessionsFit} of them, and nothing else`);
}

/** Bytes, requests and script of every page of the fixture. */
function weighPages(folder: string): void {
  const pages = htmlFiles(folder).map((file) => ({ file, ...weigh(folder, file) }));
  const isDocument = (file: string): boolean =>
    /^[^/]+\/(?:sessions\/[^/]+\/)?index\.html$/.test(file);
  const heaviest = (all: typeof pages) => all.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const kinds = [
    ['the document', pages.filter((one) => isDocument(one.file)), DOCUMENT_BAR_KB],
    ['the heaviest other page', pages.filter((one) => !isDocument(one.file)), OTHER_BAR_KB],
  ] as const;
  for (const [what, all, barKB] of kinds) {
    const { file, bytes } = heaviest(all);
    const kB = bytes / 1000;
    hold(
      `${what}, compressed, with all it loads, ${file}`,
      `${kB.toFixed(1)} kB`,
      `${barKB} kB`,
      kB <= barKB,
    );
  }
  const requests = Math.max(...pages.map((one) => one.requestsToNumber));
  hold(
    'requests before the first number',
    `${requests}`,
    `${REQUESTS_BAR}`,
    requests <= REQUESTS_BAR,
  );
  const scripts = pages.reduce((sum, one) => sum + one.scripts, 0);
  hold(`scripts on ${pages.length} pages`, `${scripts}`, '0', scripts === 0);
}
