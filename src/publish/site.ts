import { extname } from 'node:path/posix';
import { utf8, type Files } from './archive.ts';
import type { Shown } from './banner.ts';
import { checkFile } from './file-content.ts';
import { megabytes, PREVIEW_LIMITS, type Limits } from './limits.ts';
import { MANIFEST } from './manifest.ts';
import { vettedPage, type PageContext } from './page.ts';
import { Refused } from './refused.ts';

/** Name of the folder of a pull request's preview, on the pages branch and in addresses. */
export const previewFolder = (number: number): string => `pr-${number}`;

/** Folders that hold previews. */
export const isPreviewFolder = (name: string): boolean => /^pr-[1-9]\d*$/.test(name);

/** Number of the pull request whose preview stands in a folder of that name. */
export const numberOf = (previewFolder: string): number => Number(previewFolder.slice(3));

/**
 * The files of a preview as they may be served: pages checked and marked, everything else what its
 * name says. Style sheets are left out: a preview has the default branch's.
 *
 * @param files paths in the site
 * @throws Refused at the first file that may not be shown, and where all pages become too large
 */
export function vettedSite(files: Files, shown: Shown, limits: Limits = PREVIEW_LIMITS): Files {
  const base = `/${previewFolder(shown.number)}/`;
  const vetted = new Map<string, Buffer>();
  let total = 0;
  for (const [path, content] of files) {
    const type = extname(path).slice(1);
    if (path.startsWith(`${MANIFEST}/`))
      throw new Refused(path, `stands where the list of pages, ${MANIFEST}, goes`);
    // A preview wears our styles, and no font.
    if (['css', 'woff2', 'otf'].includes(type)) continue;
    const served = vettedFile(path, type, content, { base, shown });
    total += served.length;
    if (total > limits.totalBytes)
      throw new Refused(path, `takes the preview beyond ${megabytes(limits.totalBytes)}`);
    vetted.set(path, served);
  }
  return vetted;
}

function vettedFile(
  path: string,
  type: string,
  content: Buffer,
  { base, shown }: Omit<PageContext, 'path'>,
): Buffer {
  if (type === 'html') return Buffer.from(vettedPage(utf8(path, content), { path, base, shown }));
  checkFile(path, type, content);
  return content;
}
