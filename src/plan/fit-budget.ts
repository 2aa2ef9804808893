/** How many rounds fit in a time. */

export interface Series {
  readonly id: string;
  /** What one further round takes. */
  readonly roundS: number;
  /** Rounds that an earlier run has made. */
  readonly done: number;
}

export interface RoundLimits {
  /** Fewer rounds say nothing: a series that can't have them isn't begun. */
  readonly fewest: number;
  readonly most: number;
}

/**
 * Rounds of each series, those of an earlier run among them. The quickest series come first, each
 * with the fewest rounds that say something; what is left of the budget goes to all of them in turn.
 *
 * @returns by id; a series that doesn't fit isn't in it
 */
export function fitRounds(
  series: readonly Series[],
  budgetS: number,
  { fewest, most }: RoundLimits,
): Map<string, number> {
  const rounds = new Map<string, number>();
  let leftS = budgetS;
  const quickestFirst = series.toSorted((a, b) => a.roundS - b.roundS);
  for (const { id, roundS, done } of quickestFirst) {
    const costS = Math.max(0, fewest - done) * roundS;
    if (costS > leftS) continue;
    leftS -= costS;
    rounds.set(id, Math.max(fewest, Math.min(done, most)));
  }
  for (let count = fewest + 1; count <= most; count += 1) {
    for (const { id, roundS } of quickestFirst) {
      if (rounds.get(id) !== count - 1 || roundS > leftS) continue;
      leftS -= roundS;
      rounds.set(id, count);
    }
  }
  return rounds;
}
