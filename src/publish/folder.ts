/** What publishing and previews change in a checkout of the pages branch: what they put there before, nothing else. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import type { Files } from './archive.ts';
import { fewOf } from './few-of.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import { removePages, replacePages } from './replace-pages.ts';
import { isPreviewFolder, numberOf, previewFolder } from './site.ts';

/** What may stand on a branch before anything is published there: settings of the host. */
const SETTINGS = new Set(['.git', '.nojekyll', 'CNAME']);

/**
 * Makes sure that a branch is one for pages: published by Steelyard before, or with nothing of
 * anybody else on it.
 *
 * @param pages folder of the checkout
 * @throws Problem (usage) for a branch of anything else
 */
export function checkPagesBranch(pages: string, branch: string): void {
  if (readManifest(pages, `the branch ${branch}`) !== undefined) return;
  const foreign = readdirSync(pages).filter(
    (name) => !SETTINGS.has(name) && !isPreview(join(pages, name), name),
  );
  if (foreign.length === 0) return;
  throw new Problem(
    'usage',
    `The branch ${branch} holds what Steelyard didn't put there (${fewOf(foreign)}), so nothing was published. ` +
      `Name a branch for pages alone with --branch; one that isn't there yet is begun. If ${branch} has nothing but pages that an older version published, delete the branch and publish again.`,
  );
}

const isPreview = (folder: string, name: string): boolean =>
  isPreviewFolder(name) && existsSync(join(folder, MANIFEST));

/** Numbers of the pull requests whose previews stand there: folders with a list of pages, and no links. */
export function previewsOn(pages: string): number[] {
  return readdirSync(pages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPreview(join(pages, entry.name), entry.name))
    .map(({ name }) => numberOf(name));
}

/** Puts a preview in the place of the one before. It appears whole or not at all. */
export function writePreview(pages: string, number: number, files: Files): void {
  const target = previewIn(pages, number);
  putAside(pages, (fresh) => {
    for (const [path, content] of files) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: 'wx' });
    }
    mkdirSync(target, { recursive: true });
    replacePages(target, fresh, nameOf(number));
  });
  skipJekyll(pages);
}

/** Removes a preview; there may be none. */
export function removePreview(pages: string, number: number): void {
  const target = previewIn(pages, number);
  if (existsSync(target)) removePages(target);
}

/** @throws Problem (usage) where something else has a preview's place */
function previewIn(pages: string, number: number): string {
  const folder = join(pages, previewFolder(number));
  if (!existsSync(folder) || readManifest(folder, nameOf(number)) !== undefined) return folder;
  throw new Problem(
    'usage',
    `${nameOf(number)} is no preview that Steelyard put there: it has no ${MANIFEST}. Remove or rename it on the branch.`,
  );
}

const nameOf = (number: number): string => `${previewFolder(number)} on the pages branch`;

/** Replaces the published site by the pages of `dist`. Whatever else is on the branch stays. */
export function writeSite(pages: string, dist: string): void {
  const files = readManifest(dist) ?? [];
  putAside(pages, (fresh) => {
    for (const path of files) cpSync(join(dist, path), join(fresh, path), { recursive: true });
    replacePages(pages, fresh, 'the pages branch');
  });
  skipJekyll(pages);
}

/** Prepares files in a folder beside those that they will replace. */
function putAside(pages: string, prepare: (fresh: string) => void): void {
  const fresh = mkdtempSync(join(pages, '.steelyard-fresh-'));
  try {
    prepare(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Without this file GitHub Pages runs the pages through a generator of its own. */
function skipJekyll(pages: string): void {
  const file = join(pages, '.nojekyll');
  if (!existsSync(file)) writeFileSync(file, '');
}
