import { inspect } from 'node:util';
import { explainDrawing } from './explain-drawing.ts';

/** Packages of the drawing that have a part for each kind of machine. */
const withNativeParts = [
  'vite',
  '@astrojs/compiler-binding',
  'lightningcss',
  'satteri',
  '@resvg/resvg-js',
];

/**
 * Tries the packages of which npm may have left a part out. For `dev` and `preview`, whose
 * messages are shown as they come; where pages are drawn, the failed drawing tells the same.
 *
 * @throws Problem (blocked) for a part that is missing or doesn't run
 */
export async function checkTools(): Promise<void> {
  for (const name of withNativeParts) {
    try {
      await import(name);
    } catch (error) {
      // What isn't about such a part says Astro itself.
      const problem = explainDrawing(inspect(error));
      if (problem !== undefined) throw problem;
    }
  }
}
