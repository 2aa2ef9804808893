/** The report drawn from the invented data set, twice: what test files look at in common is drawn once. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addEarlierSessions } from '../fixtures/earlier-sessions.ts';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { addPicture, pinnedContent, render, testFolder } from './render.ts';

/** Files that are published as they are. */
export const STATIC: Readonly<Record<string, string>> = {
  CNAME: 'example.org',
  '.well-known/security.txt': 'Contact: x',
  'a/b.bin': '\0',
};
const SITE = 'https://example.org';
/** Of the preview. */
export const BASE = '/pr-12/';
/** The picture in the method of the preview, 40 by 20 px. */
export const PICTURE = 'test/fixtures/batch/report/dot.png';

export interface Drawn {
  /** Of the pages; to be read only. */
  readonly folder: string;
  readonly data: string;
}

/**
 * The site as it is published: a reference, a session of this machine, one that was accepted before, static
 * files, and a picture that is wider than any column. Its texts are such as an editor or git of Windows
 * leaves them: all that holds of pages holds for these too.
 *
 * @param name of the test file's own folder for data and content
 */
export async function drawSite(name: string): Promise<Drawn & { readonly earlier: string }> {
  const data = join(testFolder(name), 'data');
  makeSiteData(data);
  const [earlier = ''] = addEarlierSessions(data, 1);
  const content = pinnedContent(name, reference.id);
  asOnWindows(join(content, 'duso-vs-python'));
  addPicture(content, 'docs/page.png');
  for (const [path, text] of Object.entries(STATIC)) {
    mkdirSync(dirname(join(content, 'public', path)), { recursive: true });
    writeFileSync(join(content, 'public', path), text);
  }
  const folder = await render({ name, data, content, env: { STEELYARD_SITE: SITE } });
  return { folder, data, earlier };
}

function asOnWindows(report: string): void {
  for (const name of readdirSync(report)) {
    const file = join(report, name);
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
  }
}

/**
 * The preview of a pull request, under a base path, where an absolute link would lead nowhere.
 *
 * @param name of the test file's own folder for data and content
 */
export async function drawPreview(name: string): Promise<Drawn> {
  const data = join(testFolder(name), 'data');
  makeSiteData(data);
  const content = pinnedContent(name, reference.id);
  addPicture(content, PICTURE);
  const env = { STEELYARD_PREVIEW: '1' };
  const folder = await render({ name, data, content, base: BASE, env });
  return { folder, data };
}
