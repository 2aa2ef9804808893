/** What is drawn at the root of the site beside the reports, so that nothing else can stand there. */

/** Folder under content/ whose files are published as they are. */
export const STATIC_FOLDER = 'public';

const drawn: Readonly<Record<string, string>> = {
  'index.html': 'the front page',
  '404.html': 'the page for addresses that lead nowhere',
  'sitemap.xml': 'the sitemap',
  'feed.xml': 'the feed',
  'steelyard-pages.json': 'the list of the drawn files',
  glossary: 'the glossary',
  pictures: 'the pictures of the texts',
  programs: 'the measured programs',
  schema: 'the JSON Schemas',
};

/**
 * What is drawn at the address "/<name>" or below it, in a few words; undefined where nothing is.
 * A robots.txt isn't listed: one's own replaces ours.
 */
export function drawnAt(name: string): string | undefined {
  if (/^pr-\d+$/.test(name)) return 'the preview of a pull request';
  return Object.hasOwn(drawn, name) ? drawn[name] : undefined;
}
