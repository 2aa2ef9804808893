/** The contestants of a case in order, where no side is the subject. */
import { aheadOf } from './ahead.ts';
import { canBeBest, rankedBy, verdictAgainst, type Ranked } from './best.ts';
import type { CaseResult } from './types.ts';

/** Contestants that share a place, the best median first: the others are not shown to be behind that one. */
export type TieGroup = readonly [string, ...string[]];

/**
 * Contestants in the order of their medians, the better first, in groups. A group begins with its
 * best. It holds those that follow and aren't shown to be behind that one by what matters; the first
 * that is begins the next group. So each place is told by a comparison with one contestant, and two
 * of one group may well differ from each other: ties aren't transitive.
 *
 * Who failed a run, kept too few workers busy or has no median gets no place, nor do A/A copies and
 * contestants that run once.
 *
 * @param measures the first orders; by each of them a contestant has to be behind, to be in another group
 */
export function rankBy(
  aCase: CaseResult,
  measures: readonly [Ranked, ...Ranked[]],
): readonly TieGroup[] {
  const groups: [string, ...string[]][] = [];
  const placed = rankedBy(measures[0], aCase, (one) => canBeBest(one, aCase));
  for (const { id } of placed) {
    const group = groups.at(-1);
    const isBehind = (measure: Ranked) => isShownAhead(group![0], id, measure, aCase);
    if (group === undefined || measures.every(isBehind)) groups.push([id]);
    else group.push(id);
  }
  return groups;
}

/** Whether `a` is ahead of `b`, by what is shown to matter. */
function isShownAhead(a: string, b: string, measure: Ranked, aCase: CaseResult): boolean {
  const verdict = verdictAgainst(a, b, measure, aCase);
  return aheadOf(verdict, measure) === 'a' && 'matters' in verdict && verdict.matters === 'shown';
}
