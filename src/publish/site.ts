import { extname } from 'node:path/posix';
import { utf8, type Files } from './archive.ts';
import type { Shown } from './banner.ts';
import { vettedPage } from './page.ts';
import { Refused } from './refused.ts';
import { loadingIn } from './style.ts';
import { FILE_TYPES } from './vocabulary.ts';

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
    if (!FILE_TYPES.has(type)) throw new Refused(path, 'is of a kind that previews don’t show');
    if (type === 'html') {
      const page = vettedPage(utf8(path, content), { path, base, shown });
      vetted.set(path, Buffer.from(page));
      continue;
    }
    if (type === 'css') checkSheet(path, utf8(path, content));
    if (type === 'png') checkPicture(path, content);
    vetted.set(path, content);
  }
  return vetted;
}

/** What every PNG file begins with: PNG specification, section 5.2. */
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A browser that guesses at content must not find a page under a picture's name. */
function checkPicture(path: string, content: Buffer): void {
  if (!content.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE))
    throw new Refused(path, 'is no PNG picture');
}

function checkSheet(path: string, sheet: string): void {
  const loading = loadingIn(sheet);
  if (loading !== undefined) throw new Refused(path, `has ${loading}`);
}
