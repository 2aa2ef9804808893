/** How far two results hold the same estimates, to the digit. */
import { canonicalJson } from '../store/canonical.ts';
import type { Results } from './types.ts';

/** How many estimates the results hold, and how many of them the earlier ones hold too. */
export function countSameEstimates(
  before: Results | undefined,
  now: Results,
): { all: number; identical: number } {
  const old = new Map(before && estimatesIn(before));
  const all = estimatesIn(now);
  const identical = all.filter(([name, estimate]) => old.get(name) === estimate);
  return { all: all.length, identical: identical.length };
}

/** Name of each estimate, and the estimate as text. */
function estimatesIn({ cases }: Results): [string, string][] {
  return cases.flatMap((aCase) =>
    aCase.contestants.flatMap(({ id, estimates }) =>
      Object.entries(estimates).map(([measure, estimate]): [string, string] => [
        `${aCase.case} ${id} ${measure}`,
        canonicalJson(estimate),
      ]),
    ),
  );
}
