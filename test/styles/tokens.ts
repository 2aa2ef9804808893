/** Reads src/styles/tokens.css as the tests of colours need it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const styles = join(import.meta.dirname, '../../src/styles');

/** Custom properties by name, without the leading dashes. */
export type Tokens = ReadonlyMap<string, string>;

/** Text of a style sheet without its comments. */
export function readStyles(name: string): string {
  return readFileSync(join(styles, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
}

export function styleSheets(): string[] {
  return readdirSync(styles).filter((name) => name.endsWith('.css'));
}

/** Custom properties of the first `:root` after a marker. */
function rootAfter(css: string, marker: string): Tokens {
  const start = css.indexOf(marker);
  const block = /:root\s*{([^}]*)}/.exec(css.slice(start))?.[1];
  if (start < 0 || block === undefined)
    throw new Error(`The style sheet has no :root after "${marker}".`);
  const pairs = [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

const css = readStyles('tokens.css');
const light = rootAfter(css, ':root');
const dark = rootAfter(css, '@media screen and (prefers-color-scheme: dark)');
const print = rootAfter(readStyles('print.css'), '@media print');

/** What holds in each setting: dark and print override the light values. */
export const schemes: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', new Map([...light, ...dark])],
  ['print', new Map([...light, ...print])],
];

/** A token's value. */
export function valueOf(tokens: Tokens, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}.`);
  return value;
}
