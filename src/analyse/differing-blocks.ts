import { medianOf } from './interval.ts';
import type { Observation } from './observations.ts';

/** Blocks that differ with a smaller probability than this are said. */
const DIFFER_P = 0.01;

/**
 * Medians of the blocks of a session where these differ by more than chance allows, by the rank test of
 * Kruskal and Wallis (1952), ties corrected, with its approximation by chi-square; undefined where they don't.
 * For as few as four values a block that is on the safe side.
 *
 * @param observations finite values of one contestant
 * @param blocks how many blocks the session has; the test is for three
 */
export function differingBlocks(
  observations: readonly Observation[],
  blocks: number,
): readonly number[] | undefined {
  if (blocks !== 3) return undefined;
  const groups = [1, 2, 3].map((block) =>
    observations.filter((one) => one.block === block).map(({ value }) => value),
  );
  if (groups.some((group) => group.length < 3)) return undefined;
  return pOfEqual(groups) < DIFFER_P ? groups.map(medianOf) : undefined;
}

/** Probability of groups that lie at least as far apart, if all come from one distribution. */
export function pOfEqual(groups: readonly (readonly number[])[]): number {
  const all = groups.flat().sort((a, b) => a - b);
  const count = all.length;
  const rankOf = (value: number): number => (all.indexOf(value) + all.lastIndexOf(value)) / 2 + 1;
  const sums = groups.map((group) => group.reduce((sum, value) => sum + rankOf(value), 0));
  const between = sums.reduce((sum, each, index) => sum + each ** 2 / groups[index]!.length, 0);
  const ties = [...Map.groupBy(all, (value) => value).values()].map((alike) => alike.length);
  const correction =
    1 - ties.reduce((sum, tied) => sum + tied ** 3 - tied, 0) / (count ** 3 - count);
  if (correction === 0) return 1;
  const h = ((12 / (count * (count + 1))) * between - 3 * (count + 1)) / correction;
  // Chi-square with two degrees of freedom, as three groups have.
  return Math.exp(-h / 2);
}
