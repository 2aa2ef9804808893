import { growthWords } from '../publish/growth.ts';
import type { Output } from '../terminal/output.ts';

/** Warns where the drawn pages come near to what a preview may have. */
export function sayGrowth(dist: string, output: Output): void {
  const words = growthWords(dist);
  if (words !== undefined) output.warn(words);
}
