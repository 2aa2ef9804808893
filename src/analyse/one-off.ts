/** A cost that comes once among the sizes of a series, and is no part of what each further unit costs. */
import { toEstimate } from './estimate.ts';
import {
  allSizesOf,
  contestantsOf,
  growthRounds,
  type Size,
  type Stepped,
} from './growth-sizes.ts';
import { medianInterval } from './interval.ts';
import type { Setting } from './subject.ts';
import type { Estimate } from './types.ts';

/** From one size to the next: what each further unit costs there. */
interface GrowthStep {
  readonly from: number;
  readonly to: number;
  /** In the measure's unit; 99%. */
  readonly slope: Estimate;
}

export interface OneOff {
  readonly contestant: string;
  /** The step that is unlike all others. */
  readonly step: GrowthStep;
  /** All other steps, in rising order. */
  readonly others: readonly GrowthStep[];
}

const LEVEL = 0.99;
/** Slopes as far apart as this are unlike; others that are no farther apart are alike. */
const UNLIKE = 2;
/** Fewer rounds give no interval worth the name. */
const FEWEST_ROUNDS = 6;

/**
 * Contestants whose cost per further unit is out of line in one step between neighbouring sizes: its
 * median is twice as large as those of all other steps, or half as large, and its 99% interval shares
 * nothing with theirs, while the medians of the others are within a factor of two. So a cost that
 * rises (or falls) from step to step is none, and three steps are needed at least.
 */
export function findOneOffs(stepped: Stepped, settings: readonly Setting[]): OneOff[] {
  const sizes = allSizesOf(stepped, settings);
  return contestantsOf(sizes).flatMap((contestant) => {
    const steps = stepsOf(contestant, sizes);
    const step = steps.find((one) => standsAlone(one, steps));
    if (step === undefined) return [];
    return [{ contestant, step, others: steps.filter((one) => one !== step) }];
  });
}

/** Between each two neighbours among the sizes that it finished in every round. */
function stepsOf(contestant: string, sizes: readonly Size[]): GrowthStep[] {
  const finished = sizes.filter(
    ({ entrants }) => entrants.get(contestant)?.finishedAllRounds === true,
  );
  return finished.slice(1).flatMap((to, index) => {
    const from = finished[index]!;
    const slopes = growthRounds(contestant, { from, to, isDecisive: true }).flatMap(
      ({ small, large }) =>
        small === undefined || large === undefined
          ? []
          : [(large - small) / (to.scale - from.scale)],
    );
    if (slopes.length < FEWEST_ROUNDS) return [];
    const slope = toEstimate(medianInterval(slopes, LEVEL));
    return [{ from: from.scale, to: to.scale, slope }];
  });
}

function standsAlone(step: GrowthStep, steps: readonly GrowthStep[]): boolean {
  const others = steps.filter((one) => one !== step).map(({ slope }) => slope);
  if (others.length < 2 || !areAlike(others)) return false;
  return (
    others.every((other) => liesAbove(step.slope, other)) ||
    others.every((other) => liesAbove(other, step.slope))
  );
}

/** Twice as much at least, and by the whole interval. */
function liesAbove(one: Estimate, other: Estimate): boolean {
  const isApart = (one.lower ?? 0) > (other.upper ?? Infinity);
  return isApart && (one.point ?? 0) >= UNLIKE * (other.point ?? Infinity);
}

function areAlike(slopes: readonly Estimate[]): boolean {
  const points = slopes.map(({ point }) => point ?? 0);
  const smallest = Math.min(...points);
  return smallest > 0 && Math.max(...points) <= UNLIKE * smallest;
}
