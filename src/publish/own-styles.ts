/**
 * The style of every page of a preview: the default branch's own sheets, which the pages of a pull
 * request can't change. What stands in src/styles/all.css is what a published page has.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ALIGNMENT_RULES } from './alignment.ts';

const FOLDER = new URL('../styles/', import.meta.url);

/** Above whatever our sheets can lift: the largest number that CSS stacks by. */
const TOPMOST = '2147483647';

/** First in the body: nothing else can be, and so nothing else can look like it. */
const BANNER = 'body > div:first-child';

/** `all` leaves direction and unicode-bidi as they are. */
const BANNER_DECLARATIONS = Object.entries({
  all: 'initial',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  display: 'block',
  position: 'relative',
  'z-index': TOPMOST,
  padding: '0.6rem 1rem',
  background: '#5a2a00',
  color: '#fff',
  font: '0.95rem/1.4 system-ui, sans-serif',
  'text-align': 'center',
});

/** The skip link comes into sight below the banner, not under it. */
const SKIP_LINK = '.skip:focus { top: auto; }';

let known: string | undefined;

/**
 * The text of the one `<style>` element of a preview's page.
 *
 * @throws Error where a sheet of our own holds what can't be put into a page: a mistake of ours
 */
export function ownStyles(): string {
  known ??= [withImports('all.css'), ALIGNMENT_RULES, bannerRule(), SKIP_LINK].join('\n');
  return known;
}

/** The style sheet as a source of a Content-Security-Policy. */
export function ownStylesHash(): string {
  return `sha256-${createHash('sha256').update(ownStyles()).digest('base64')}`;
}

function bannerRule(): string {
  const lines = BANNER_DECLARATIONS.map(([property, value]) => `${property}: ${value} !important;`);
  return `${BANNER} {\n${lines.join('\n')}\n}`;
}

function withImports(name: string): string {
  const sheet = readFileSync(new URL(name, FOLDER), 'utf8').replaceAll('\r\n', '\n');
  const whole = sheet.replace(/^@import '\.\/([\w-]+\.css)';$/gm, (_, imported: string) =>
    withImports(imported),
  );
  const unfit = /@import|url\(|<\//i.exec(whole)?.[0];
  if (unfit !== undefined)
    throw new Error(`src/styles/${name} holds ${unfit}, which a preview can't have.`);
  return whole.replace(/\/\*[^]*?\*\//g, '').trim();
}
