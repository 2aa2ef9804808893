/** The pages' colours where no style sheet reaches: in pictures, and in what is handed on. */
import { readFileSync } from 'node:fs';
import { engineFile } from '../engine.ts';

const tokens = readFileSync(engineFile('src/styles/tokens.css'), 'utf8');

/**
 * A text with the light values of the CSS variables that it names.
 *
 * @throws Error for a variable that tokens.css doesn't have
 */
export function withPaint(text: string): string {
  return text.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => {
    const value = new RegExp(`\\s${name}:\\s*([^;]+);`).exec(tokens)?.[1];
    if (value === undefined) throw new Error(`src/styles/tokens.css has no ${name}.`);
    return value;
  });
}
