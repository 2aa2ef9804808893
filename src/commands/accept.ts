import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { writeWhole } from '../store/files.ts';
import { sealInto } from '../store/write.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';

/**
 * Makes a local session the reference: validates, seals, copies it to data/sessions/ and moves
 * the pin of the report. The only command that writes tracked files.
 *
 * @param session its id, or its folder's path
 */
export function accept(session: string, report: string | undefined, places: Places, output: Output): void {
  const id = basename(session);
  const folder = join(places.local, id);
  if (!existsSync(folder)) {
    throw new Problem('usage', `There is no local session "${id}" in ${places.local}. Measure one with: npm run measure -- --profile full`);
  }
  const page = pageOf(places, report);
  const pinned = withPin(readFileSync(page, 'utf8'), id, page);
  const sealed = sealInto(places.sessions, folder);
  output.say(`Sealed: ${relative(places.root, sealed)}`);
  writeWhole(page, pinned);
  output.say(`Pinned: ${relative(places.root, page)}`);
  output.say('Look at it with "npm run render", then commit both.');
  output.result({ session: id, page: relative(places.root, page) });
}

function pageOf(places: Places, report: string | undefined): string {
  const folders = existsSync(places.content) ? readdirSync(places.content) : [];
  const reports = folders.filter((name) => existsSync(join(places.content, name, 'index.mdx')));
  if (reports.length === 0) throw new Problem('usage', `There is no report: no folder in ${places.content} has an index.mdx.`);
  const chosen = report ?? (reports.length === 1 ? reports[0] : undefined);
  if (chosen === undefined || !reports.includes(chosen)) {
    throw new Problem('usage', `Say which report it is for with --report: ${reports.join(', ')}.`);
  }
  return join(places.content, chosen, 'index.mdx');
}

/** The page's text with `session:` set in its front matter. */
function withPin(text: string, session: string, page: string): string {
  const frontMatter = /^---\n[^]*?^---$/m.exec(text)?.[0];
  if (frontMatter === undefined || !text.startsWith(frontMatter)) {
    throw new Problem('usage', `${page} has no front matter to hold the pin. Begin it with a line "---", and end the front matter with another.`);
  }
  const line = `session: ${session}`;
  const isPinned = /^session:.*$/m.test(frontMatter);
  const pinned = isPinned ? frontMatter.replace(/^session:.*$/m, line) : frontMatter.replace(/^---\n/, `---\n${line}\n`);
  return pinned + text.slice(frontMatter.length);
}
