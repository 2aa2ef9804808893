import { exitCodes, Problem } from '../scenario/problem.ts';

/**
 * Inside Astro: a mistake that a person can mend ends the drawing with its message and its exit code. Astro
 * would print a stack below it, and end with 1 whatever it is.
 */
export async function orEnd<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`✖ ${error.message}\n`);
    process.exit(exitCodes[error.kind]);
  }
}
