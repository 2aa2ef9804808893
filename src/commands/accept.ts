import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'astro/zod';
import { checkSupport } from '../claims/check.ts';
import { reasonWords } from '../present/sentences/reason-words.ts';
import { otherWork } from '../gather/same-work.ts';
import { Problem } from '../scenario/problem.ts';
import { claimsOf } from '../site/claims.ts';
import { readFrontMatter } from '../site/front-matter.ts';
import { referenceIn, withReference, withReplications } from '../site/pins.ts';
import { readReport } from '../site/reports.ts';
import { COMMIT } from '../store/commit.ts';
import { writeWhole } from '../store/files.ts';
import { readSession, readSessionFile } from '../store/read.ts';
import { sealInto } from '../store/write.ts';
import { analyseSessions } from '../session/analyse.ts';
import { changesBetween, showChanges } from './claims-diff.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { doubtsOf } from './accept-doubts.ts';
import { chooseReport } from './choose-report.ts';
import { viewNamed } from './report-views.ts';
import { sayReplicated } from './say-replicated.ts';

export interface AcceptOptions {
  /** The folder under content/; needed where there are several. */
  readonly report?: string | undefined;
  /** Accept a session of which no commit is known. */
  readonly withoutCommit?: boolean | undefined;
}

/**
 * Makes a local session the reference: validates, seals, copies it to data/sessions/ and moves
 * the pin of the report. The only command that writes tracked files.
 *
 * @param session its id, or its folder's path
 */
export function accept(
  session: string,
  { report, withoutCommit = false }: AcceptOptions,
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
  const name = reportOf(folder, report, places);
  const page = join(places.content, name, 'index.mdx');
  // A mistake in the text is told of before anything is sealed.
  readFrontMatter(page, z.looseObject({}), `content/${name}/index.mdx`);
  if (hasClaims(name, places)) readReport(places.content, name);
  const text = readFileSync(page, 'utf8');
  const pinned = withReference(text, id);
  checkCommit(folder, withoutCommit, output);
  for (const doubt of doubtsOf(readSession(folder), places.runners)) output.warn(doubt);
  const sealed = sealInto(places.sessions, folder, name);
  output.say(`Sealed: ${relative(places.root, sealed)}`);
  writeWhole(page, withReplications(pinned, replicationsBeside(id, name, places, output)));
  output.say(`Pinned: ${relative(places.root, page)}`);
  sayChangedClaims(name, referenceIn(text), id, places, output);
  output.say('Look at it with "npm run render", then commit both.');
  output.result({ session: id, page: relative(places.root, page) });
}

/**
 * The report whose reference the session becomes.
 *
 * @throws Problem (usage) where there is a choice to make, or it was measured for another one
 */
function reportOf(folder: string, chosen: string | undefined, places: Places): string {
  const { id, reports } = readSessionFile(folder);
  const name = chooseReport(places, chosen ?? (reports?.length === 1 ? reports[0] : undefined));
  if (reports === undefined || reports.includes(name)) return name;
  throw new Problem(
    'usage',
    `${id} was measured for ${reports.join(', ')}, and not for ${name}. Accept it with --report ${reports[0]}, ` +
      `or measure one with: npm run measure -- --profile full --report ${name}`,
  );
}

/**
 * A reference says at which commit it was measured, so that anybody can look up what measured it.
 *
 * @throws Problem (usage) where none is known, unless that was said to be right
 */
function checkCommit(folder: string, withoutCommit: boolean, output: Output): void {
  const { id, harness } = readSessionFile(folder);
  const isKnown = COMMIT.test(harness.commit);
  if (!isKnown && !withoutCommit)
    throw new Problem(
      'usage',
      `${id} doesn't say at which commit it was measured, so nobody can look up what measured it. ` +
        'Measure again in a clone of the project ("npm run doctor" says whether its commit is known), ' +
        `or accept it as it is: npm run accept -- ${id} --without-commit`,
    );
  if (isKnown && harness.dirty)
    output.warn(
      `${id} was measured with changes that were not committed: its commit alone doesn't say what measured it.`,
    );
}

/** The pinned replications that did the same work as the new reference; the others are told of, and stay where they are. */
function replicationsBeside(
  reference: string,
  report: string,
  places: Places,
  output: Output,
): string[] {
  const { session } = readSession(join(places.sessions, reference));
  const page = join(places.content, report, 'index.mdx');
  const pins = z.looseObject({ replications: z.array(z.string()).default([]) });
  const { replications } = readFrontMatter(page, pins, `content/${report}/index.mdx`);
  return replications.filter((id) => {
    if (id === reference) return false;
    const reason = otherWork(session, readSession(join(places.replications, id)).session);
    if (reason === undefined) return true;
    output.warn(`${id} is no longer held against the reference: ${reason}.`);
    return false;
  });
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
  const decided = claimsOf(view, places).decided.values();
  for (const { message } of checkSupport(decided, after, true, reasonWords)) output.warn(message);
  sayReplicated(name, places, output);
}

function hasClaims(report: string, { content }: Places): boolean {
  return existsSync(join(content, report, 'claims.yaml'));
}
