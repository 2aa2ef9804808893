/** Two contestants, and with them their runtimes, under each other's name. */
import type { Piece } from './pieces.ts';

const runtimes: Readonly<Record<string, string>> = { duso: 'Duso' };
const other = 'CPython';
const WORD = /[A-Za-z][A-Za-z-]*[A-Za-z]/g;

/** Exchanges the names in a text. Where the two are of different runtimes, those are exchanged too. */
export function swapNames(text: string, x: string, y: string): string {
  const [titleX, titleY] = [titleOf(x), titleOf(y)];
  const pairs: Readonly<Record<string, string>> = {
    [x]: y,
    [y]: x,
    ...(titleX !== titleY && { [titleX]: titleY, [titleY]: titleX }),
  };
  const copy = '-again';
  return text.replace(WORD, (word) => {
    const name = word.endsWith(copy) ? word.slice(0, -copy.length) : word;
    return (pairs[name] ?? name) + word.slice(name.length);
  });
}

/** The words of a text; a name with hyphens is one. */
export function words(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The title of a contestant's runtime. */
export function titleOf(id: string): string {
  return runtimes[id] ?? other;
}

/** What names contestants and comes from no run: scales, programs, what a worker is, versions. */
const FIXED = [
  /[◂▸]/,
  /^(Left|Right) of it: /,
  /^Each row weighs the contestant of /,
  /sha256/,
  /: [0-9a-f]{12}$/,
  /lines, as measured$/,
  /: (A worker is|Lines of program): /,
  /^Runtimes: /,
  /^Ran with /,
  /has no contestant/,
];

/** The pieces that the runs write and that name one of two contestants, sorted. */
export function written(pieces: readonly Piece[], x: string, y: string): string[] {
  return pieces
    .filter(({ text }) => isNamed(text, x, y))
    .filter(({ kind }) => kind !== 'was')
    .filter(({ text }) => !FIXED.some((one) => one.test(text)))
    .filter(({ kind, text }) => kind !== 'drawn' || /\d/.test(text))
    .flatMap(({ kind, text }) =>
      answers(text).map((one) => `${kind}: ${withoutRival(inEitherOrder(one, x, y), x, y)}`),
    )
    .sort();
}

/** "Duso is ahead in a and behind in b": the two things that it says, each as who is ahead. */
function answers(text: string): string[] {
  const opening = 'Duso is ';
  if (
    !/^Duso is (neither ahead nor behind|ahead|behind|not settled|not measured) (?!in \d)/.test(
      text,
    )
  )
    return [text];
  let who = '';
  return text
    .slice(opening.length)
    .replace(/\.$/, '')
    .split(/, and |, | and /)
    .map((part) => {
      const [, outcome, phrase = part] =
        /^(neither ahead nor behind|ahead|behind|not settled|not measured) (.*)$/.exec(part) ?? [];
      const side = {
        ahead: 'Duso',
        behind: other,
        'neither ahead nor behind': 'nobody',
        'not settled': 'nobody',
        'not measured': 'nobody',
      };
      who = outcome === undefined ? who : side[outcome as keyof typeof side];
      return `${who} is ahead ${phrase}`;
    });
}

/** What tells which session a page shows, and which one came before it. */
const ABOUT_SESSIONS = [
  /^(title|content): .*Every element/,
  /^aria-label: Notice$/,
  /^text: (All documents|Changes|These runs are an earlier session)/,
  /^dd: (Standing|Changes): /,
  /^was: /,
];

/** The pieces that name neither: counts, rounds, headings, what else there is on both pages. Sorted. */
export function unnamed(pieces: readonly Piece[], x: string, y: string): string[] {
  return pieces
    .filter(({ text }) => !isNamed(text, x, y))
    .map(({ kind, text }) => `${kind}: ${text}`)
    .filter((text) => !ABOUT_SESSIONS.some((one) => one.test(text)))
    .map(withoutNumber)
    .sort();
}

function isNamed(text: string, x: string, y: string): boolean {
  const names = [x, y, titleOf(x), titleOf(y)];
  return words(text).some((word) => names.includes(word));
}

/** Links to the evidence are numbered as they come; an answer tells what its subject leads in first. */
function withoutNumber(text: string): string {
  return text.replace(/^aria-label: Evidence \d+: /, 'aria-label: Evidence: ');
}

/**
 * Rows of comparisons name the report's subject first, and contestants of one side in the report's
 * order, whoever is ahead. The order is left out: the two, or the third before one of them.
 */
function inEitherOrder(text: string, x: string, y: string): string {
  return text.replace(
    /^(Every comparison [^:]*: [^:]*: )([\w-]+) and ([\w-]+)/,
    (_, where: string, one: string, two: string) => {
      if ([x, y].includes(one) && [x, y].includes(two)) return `${where}both`;
      return where + ([x, y].includes(one) ? `${two} and ${one}` : `${one} and ${two}`);
    },
  );
}

/**
 * A row of the ratio chart is called by the subject's rival, whoever is ahead. Between the subject and
 * its rival that name stays where it is while the others change places, so it is left out.
 */
function withoutRival(text: string, x: string, y: string): string {
  if (titleOf(x) === titleOf(y)) return text;
  return text
    .replace(/^(Data: Every comparison: [^:]*: [^:]*): [\w-]+/, '$1')
    .replace(/^(I\/O, \d+ workers: [^:,]*), [\w-]+(?=: )/, '$1')
    .replace(/^[\w-]+ (?=[\d.]+× )/, '');
}
