/** What publishing and previews change in a checkout of the pages branch: each its own folders, nothing else. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './archive.ts';
import { isPreviewFolder, previewFolder } from './site.ts';

/** Written by hand or by the host, never by a build: the address of the site. */
const KEPT = new Set(['.git', 'CNAME']);

/**
 * Puts a preview in the place of the one before. It appears whole or not at all: the files are
 * written beside it first.
 */
export function writePreview(pages: string, number: number, files: Files): void {
  const target = join(pages, previewFolder(number));
  const fresh = mkdtempSync(join(pages, '.preview-'));
  try {
    for (const [path, content] of files) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: 'wx' });
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  skipJekyll(pages);
}

export function removePreview(pages: string, number: number): void {
  rmSync(join(pages, previewFolder(number)), { recursive: true, force: true });
}

/** Replaces the published site by the pages of `dist`; the previews stay. */
export function writeSite(pages: string, dist: string): void {
  for (const name of readdirSync(pages)) {
    if (KEPT.has(name) || isPreviewFolder(name)) continue;
    rmSync(join(pages, name), { recursive: true, force: true });
  }
  for (const name of readdirSync(dist))
    cpSync(join(dist, name), join(pages, name), { recursive: true });
  skipJekyll(pages);
}

/** Without this file GitHub Pages runs the pages through a generator of its own. */
function skipJekyll(pages: string): void {
  writeFileSync(join(pages, '.nojekyll'), '');
}
