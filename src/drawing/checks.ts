/** What can be known to go wrong before anything is measured, analysed or drawn. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { setting } from '../scenario/setting.ts';
import { readAddresses } from '../site/addresses.ts';
import { listReports } from '../site/reports.ts';
import { checkStaticFiles } from '../site/static-files.ts';
import { checkOutputFolder } from './output-folder.ts';
import type { Places } from '../places.ts';

/**
 * Makes sure that there is something to draw, and that it can be drawn where it stands.
 *
 * @throws Problem (usage) for an address, a folder or a path that can't be meant
 */
export function checkSources(places: Places): void {
  readAddresses();
  checkFolders(places);
  checkRoot(places);
  checkContentPath(places);
  checkSomeReport(places);
  checkStaticFiles(places.content);
  const before = setting('STEELYARD_BEFORE');
  if (before !== undefined && !isFolder(before))
    throw new Problem('usage', `STEELYARD_BEFORE names ${before}, which is no folder.`);
}

/** The same, and that the pages may go where they shall go. */
export function checkDrawing(places: Places): void {
  checkSources(places);
  checkOutputFolder(places);
}

/**
 * Makes sure that Astro can write its state: it would say it with a stack.
 *
 * @throws the file system's error, with the path; the command line makes a sentence of it
 */
export function checkWritable({ root, cache }: Pick<Places, 'root' | 'cache'>): void {
  for (const folder of [join(root, '.astro'), cache]) {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  }
}

/**
 * Ids of the reports.
 *
 * @throws Problem (usage) where there is none
 */
export function reportsOf({ content }: Pick<Places, 'content'>): string[] {
  const reports = listReports(content);
  if (reports.length > 0) return reports;
  const named =
    setting('STEELYARD_CONTENT') === undefined ? '' : ', which STEELYARD_CONTENT names,';
  throw new Problem(
    'usage',
    `There is no report: no folder in ${content}${named} has an index.mdx.`,
  );
}

/**
 * A project without a report has a front page that says how to begin. Where the content was named, it is
 * more likely the name that is wrong.
 */
function checkSomeReport(places: Places): void {
  const isNamed = setting('STEELYARD_CONTENT') !== undefined;
  if (listReports(places.content).length === 0 && isNamed) reportsOf(places);
}

/** @throws Problem (usage) where no pages have been drawn, or can't be served as they shall be */
export function checkDrawn({ root, dist }: Pick<Places, 'root' | 'dist'>): void {
  readAddresses();
  checkRoot({ root });
  if (!existsSync(join(dist, 'index.html')))
    throw new Problem('usage', `There are no pages in ${dist}. Draw them first: npm run render`);
}

/** What isn't there may be made; a file in its place is a mistake. */
function checkFolders({ sessions, content, runners, cache }: Places): void {
  const named = {
    STEELYARD_DATA: dirname(sessions),
    STEELYARD_CONTENT: content,
    STEELYARD_RUNNERS: runners,
    STEELYARD_CACHE: cache,
  };
  for (const [variable, path] of Object.entries(named)) {
    if (!existsSync(path) || isFolder(path)) continue;
    const told = setting(variable) === undefined ? '' : `${variable} names it. `;
    throw new Problem('usage', `${path} is no folder. ${told}Move the file, or name a folder.`);
  }
}

/** Vite takes what follows "#" or "?" off a path, and Node replaces a "*" in it. */
function checkRoot({ root }: Pick<Places, 'root'>): void {
  const wrong = /[#?*]/.exec(root)?.[0];
  if (wrong !== undefined) throw misread('The project', root, wrong);
}

/** Astro writes the way from the project to a document as it is, and reads it as an address. */
function checkContentPath({ root, content }: Pick<Places, 'root' | 'content'>): void {
  const wrong = /[#?*%\\]/.exec(relative(root, content))?.[0];
  if (wrong !== undefined) throw misread('The content', content, wrong);
}

const misread = (what: string, path: string, sign: string): Problem =>
  new Problem(
    'usage',
    `${what} can't be in ${path}: the tools that draw the pages misread a "${sign}" in a path. Move it, or rename the folder.`,
  );

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
