import { extname } from 'node:path/posix';
import { utf8, type Files } from './archive.ts';
import type { Shown } from './banner.ts';
import { MANIFEST } from './manifest.ts';
import { vettedPage } from './page.ts';
import { Refused } from './refused.ts';
import { loadingIn } from './style.ts';
import { FILE_TYPES, PICTURES } from './vocabulary.ts';

/** Name of the folder of a pull request's preview, on the pages branch and in addresses. */
export const previewFolder = (number: number): string => `pr-${number}`;

/** Folders that hold previews; publishing leaves them alone. */
export const isPreviewFolder = (name: string): boolean => /^pr-[1-9]\d*$/.test(name);

/**
 * The files of a preview as they may be served: pages checked and marked, everything else of a
 * kind that no browser runs.
 *
 * @param files paths in the site
 * @throws Refused at the first file that may not be shown
 */
export function vettedSite(files: Files, shown: Shown): Files {
  const base = `/${previewFolder(shown.number)}/`;
  const vetted = new Map<string, Buffer>();
  for (const [path, content] of files) {
    const type = extname(path).slice(1);
    if (path.startsWith(`${MANIFEST}/`))
      throw new Refused(path, `stands where the list of pages, ${MANIFEST}, goes`);
    if (!FILE_TYPES.has(type)) throw new Refused(path, 'is of a kind that previews don’t show');
    if (type === 'html') {
      const page = vettedPage(utf8(path, content), { path, base, shown });
      vetted.set(path, Buffer.from(page));
      continue;
    }
    if (type === 'css') checkSheet(path, utf8(path, content));
    const begins = PICTURES.get(type);
    if (begins !== undefined) checkPicture(path, content, type, begins);
    vetted.set(path, content);
  }
  return vetted;
}

function checkPicture(path: string, content: Buffer, type: string, begins: RegExp): void {
  if (!begins.test(content.subarray(0, 16).toString('latin1')))
    throw new Refused(path, `is no ${type.toUpperCase()} picture`);
}

function checkSheet(path: string, sheet: string): void {
  const loading = loadingIn(sheet);
  if (loading !== undefined) throw new Refused(path, `has ${loading}`);
}
