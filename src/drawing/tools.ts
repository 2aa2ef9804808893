import { inspect } from 'node:util';
import { explainDrawing } from './explain.ts';

/** Packages that have a part for each kind of machine: what serves pages, and what else draws them. */
export const serving: readonly string[] = ['vite'];
export const drawing: readonly string[] = [
  ...serving,
  ...['@astrojs/compiler-binding', 'lightningcss', 'satteri', '@resvg/resvg-js'],
];

/**
 * Tries packages of which npm may have left a part out. For `dev` and `preview`, whose
 * messages are shown as they come; where pages are drawn, the failed drawing tells the same.
 *
 * @throws Problem (blocked) for a part that is missing or doesn't run
 */
export async function checkTools(packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    try {
      await import(name);
    } catch (error) {
      // What isn't about such a part says Astro itself.
      const problem = explainDrawing(inspect(error));
      if (problem !== undefined) throw problem;
    }
  }
}
