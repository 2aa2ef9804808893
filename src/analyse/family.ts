/** Many comparisons at once: how many err by chance, and the level at which none of a family does. */
import { COMPARISON_LEVEL } from './comparison.ts';
import { roundTo12 } from './round.ts';
import type { Comparison } from './types.ts';

/** How often a comparison at 99% calls a difference that isn't there, at most. */
const FALSE_SHARE = 1 - COMPARISON_LEVEL;

/**
 * How many of so many comparisons would be called less or more, at most, if nothing differed at all:
 * an expected number. It holds however they depend on each other, which its spread does not.
 */
export function expectedByChance(comparisons: number): number {
  return comparisons * FALSE_SHARE;
}

/**
 * Level of each of a family of comparisons at which the chance that any of them errs is at most 1%,
 * however they depend on each other: 1 − 0.01/count, after Bonferroni. O. J. Dunn (1961), "Multiple
 * comparisons among means", Journal of the American Statistical Association 56, 52–64.
 *
 * @param count members of the family, at least one
 * @throws RangeError for a count below 1
 */
export function familyLevel(count: number): number {
  if (!(count >= 1)) throw new RangeError('A family has at least one comparison.');
  return 1 - FALSE_SHARE / count;
}

/** The fewest rounds whose smallest and largest value cover the median with this level: 1 − 2/2ⁿ. */
export function fewestRounds(level: number): number {
  return Math.ceil(1 - Math.log2(1 - level));
}

/**
 * Whether a comparison that says less or more says so too at a stricter level.
 *
 * - `holds`: the same side, though it may be open now whether it matters
 * - `fails`: the wider interval shows it no more
 * - `few rounds`: from so few rounds there is no interval of that level; at the highest that they give
 *   it holds
 */
export type Stricter = 'holds' | 'fails' | 'few rounds';

/**
 * @param usual the comparison, `a` against `b`, at 99%, with a verdict of less or more
 * @param strict the same runs at the stricter level
 */
export function holdsAt(usual: Comparison, strict: Comparison, level: number): Stricter {
  if (strict.verdict.kind !== usual.verdict.kind) return 'fails';
  return levelOf(strict) < roundTo12(level) ? 'few rounds' : 'holds';
}

/** Coverage that the interval of a comparison really has; 0 where there is none. */
export function levelOf({ difference }: Comparison): number {
  return difference?.level ?? 0;
}
