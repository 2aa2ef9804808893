import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'astro/zod';
import { checkSupport } from '../claims/check.ts';
import { Problem } from '../scenario/problem.ts';
import { claimsOf } from '../site/claims.ts';
import { readFrontMatter } from '../site/front-matter.ts';
import { readReport } from '../site/reports.ts';
import { writeWhole } from '../store/files.ts';
import { sealInto } from '../store/write.ts';
import { analyseSessions } from './analyse.ts';
import { changesBetween, showChanges } from './claims-diff.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';
import { chooseReport, rootsOf, viewNamed } from './report-views.ts';

/**
 * Makes a local session the reference: validates, seals, copies it to data/sessions/ and moves
 * the pin of the report. The only command that writes tracked files.
 *
 * @param session its id, or its folder's path
 */
export function accept(
  session: string,
  report: string | undefined,
  places: Places,
  output: Output,
): void {
  const id = basename(session);
  const folder = join(places.local, id);
  if (!existsSync(folder)) {
    throw new Problem(
      'usage',
      `There is no local session "${id}" in ${places.local}. Measure one with: npm run measure -- --profile full`,
    );
  }
  const name = chooseReport(places, report);
  const page = join(places.content, name, 'index.mdx');
  // A mistake in the text is told of before anything is sealed.
  readFrontMatter(page, z.looseObject({}), `content/${name}/index.mdx`);
  if (hasClaims(name, places)) readReport(places.content, name);
  const text = readFileSync(page, 'utf8');
  const pinned = withPin(text, id);
  const sealed = sealInto(places.sessions, folder);
  output.say(`Sealed: ${relative(places.root, sealed)}`);
  writeWhole(page, pinned);
  output.say(`Pinned: ${relative(places.root, page)}`);
  sayChangedClaims(name, pinIn(text), id, places, output);
  output.say('Look at it with "npm run render", then commit both.');
  output.result({ session: id, page: relative(places.root, page) });
}

/** Which claims say something else than they did by the session that was pinned before. */
function sayChangedClaims(
  name: string,
  before: string | undefined,
  after: string,
  places: Places,
  output: Output,
): void {
  if (!hasClaims(name, places)) return;
  analyseSessions(places, output);
  const report = readReport(places.content, name);
  const view = viewNamed(after, report, places);
  const isKept = before !== undefined && existsSync(join(places.sessions, before));
  if (isKept && before !== after) {
    showChanges(changesBetween(viewNamed(before, report, places), view, places), output);
  }
  const decided = claimsOf(view, rootsOf(places)).decided.values();
  for (const { message } of checkSupport(decided, after, true)) output.warn(message);
}

function hasClaims(report: string, { content }: Places): boolean {
  return existsSync(join(content, report, 'claims.yaml'));
}

/** The session that the front matter pins. */
function pinIn(text: string): string | undefined {
  return /^session: *(.+)$/m.exec(text)?.[1]?.trim();
}

/** The page's text with `session:` set in its front matter, all other bytes as they were. */
function withPin(text: string, session: string): string {
  const line = `session: ${session}`;
  const [frontMatter = ''] = /^\uFEFF?---[^]*?^---/m.exec(text) ?? [];
  const pinned = /^session:.*$/m.test(frontMatter)
    ? frontMatter.replace(/^session:.*$/m, line)
    : frontMatter.replace(/---[ \t]*(\r\n|\r|\n)/, `$&${line}$1`);
  return pinned + text.slice(frontMatter.length);
}
