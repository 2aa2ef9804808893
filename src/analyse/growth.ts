import type { SessionMeasure } from '../store/schema.ts';
import { barFavourable, whyNotFavourable } from './bars.ts';
import { compare } from './comparison.ts';
import { ESTIMATE_LEVEL } from './contestant.ts';
import { toEstimate } from './estimate.ts';
import { medianInterval } from './interval.ts';
import {
  contestantsOf,
  growthRounds,
  rangeOf,
  sizesOf,
  SMALLEST_SIZE,
  type Growth,
  type Range,
  type Size,
} from './growth-sizes.ts';
import type { Observation } from './observations.ts';
import { seriesOf } from './pairs.ts';
import type { Reason } from './reasons.ts';
import type { Setting } from './subject.ts';
import type { GrowthResult } from './types.ts';

type GrowthContestant = GrowthResult['contestants'][number];
type GrowthComparison = GrowthResult['comparisons'][number];

/**
 * How a measure grows with the scale, per further unit: each contestant's slope, and slopes compared.
 *
 * @param level coverage of the comparisons; absent: 99%
 */
export function growthResult(
  growth: Growth,
  settings: readonly Setting[],
  level?: number,
): GrowthResult {
  const sizes = sizesOf(growth, settings);
  const ids = contestantsOf(sizes);
  return {
    scenario: growth.scenario,
    measure: growth.of,
    noun: growth.noun,
    contestants: ids.flatMap((id) => slopeOf(id, sizes)),
    comparisons: ids.flatMap((a, index) =>
      ids.slice(index + 1).map((b) => compareSlopes(a, b, sizes, growth, level)),
    ),
  };
}

function slopeOf(id: string, sizes: readonly Size[]): GrowthContestant[] {
  const range = rangeOf([id], sizes);
  if (range === undefined) return [];
  const slopes = slopesOf(id, range).map(({ value }) => value);
  if (slopes.length === 0) return [];
  const slope = toEstimate(medianInterval(slopes, ESTIMATE_LEVEL));
  return [{ id, from: range.from.scale, to: range.to.scale, slope }];
}

function compareSlopes(
  a: string,
  b: string,
  sizes: readonly Size[],
  growth: Growth,
  level: number | undefined,
): GrowthComparison {
  const range = rangeOf([a, b], sizes);
  const comparison = compare(
    seriesOf(range ? slopesOf(a, range) : []),
    seriesOf(range ? slopesOf(b, range) : []),
    {
      measure: growth.of,
      a,
      b,
      matters: { difference: growth.matters },
      blocks: range?.to.setting.aCase.blocks ?? 1,
      ratios: false,
      undecided: whyNoSlope(a, b, range),
      level,
    },
  );
  const barred = barFavourable(
    comparison,
    measureOf(growth, sizes),
    whyNotFavourableIn(range, a),
    whyNotFavourableIn(range, b),
  );
  return { ...barred, from: range?.from.scale ?? 0, to: range?.to.scale ?? 0 };
}

function whyNoSlope(a: string, b: string, range: Range | undefined): Reason | undefined {
  if (range === undefined) return { kind: 'no-two-sizes', contestants: [a, b] };
  if (!range.isDecisive) {
    const [from, to] = [range.from.scale, range.to.scale];
    return { kind: 'small-sizes', from, to, least: SMALLEST_SIZE };
  }
  return range.from.setting.serviceTrouble ?? range.to.setting.serviceTrouble;
}

/** What is said of the measure itself holds for its growth: a cost that grows less is better. */
function measureOf({ of }: Growth, sizes: readonly Size[]): Pick<SessionMeasure, 'better'> {
  return sizes[0]?.setting.aCase.measures.find(({ id }) => id === of) ?? {};
}

function whyNotFavourableIn(range: Range | undefined, id: string): Reason | undefined {
  if (range === undefined) return undefined;
  for (const { setting, entrants } of [range.from, range.to]) {
    const entrant = entrants.get(id);
    const reason = entrant && whyNotFavourable(entrant.subject, setting);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** (M(to) − M(from)) / (to − from) of every round in which both sizes have a value. */
function slopesOf(id: string, range: Range): Observation[] {
  return growthRounds(id, range).flatMap(({ block, round, small, large }) =>
    small === undefined || large === undefined
      ? []
      : [{ block, round, value: (large - small) / (range.to.scale - range.from.scale) }],
  );
}
