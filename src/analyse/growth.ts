import type { InvocationRecord, Session } from '../store/schema.ts';
import { barFavourable, whyNotFavourable } from './bars.ts';
import { compare } from './comparison.ts';
import { ESTIMATE_LEVEL } from './contestant.ts';
import { toEstimate } from './estimate.ts';
import { medianInterval } from './interval.ts';
import { measureValue } from './measures.ts';
import type { Observation } from './observations.ts';
import { finishedAllRounds, type Setting, type Subject } from './subject.ts';
import type { GrowthResult } from './types.ts';

type Growth = Session['growth'][number];
type GrowthContestant = GrowthResult['contestants'][number];
type GrowthComparison = GrowthResult['comparisons'][number];

/** Below this size what a program needs at all hides what one more unit needs. */
export const SMALLEST_SIZE = 100;

/** One size of the series: the case and its scale. */
interface Size {
  readonly scale: number;
  readonly setting: Setting;
}

/** Two sizes between which a slope is taken; it says nothing outside them. */
interface Range {
  readonly from: Size;
  readonly to: Size;
  /** Whether both are large enough for a verdict. */
  readonly isDecisive: boolean;
}

/** How a measure grows with the scale, per further unit: each contestant's slope, and slopes compared. */
export function growthResult(growth: Growth, settings: readonly Setting[]): GrowthResult {
  const sizes = sizesOf(growth, settings);
  const ids = contestantsOf(sizes);
  return {
    scenario: growth.scenario,
    measure: growth.of,
    noun: growth.noun,
    contestants: ids.flatMap((id) => slopeOf(id, sizes, growth)),
    comparisons: ids.flatMap((a, index) =>
      ids.slice(index + 1).map((b) => compareSlopes(a, b, sizes, growth)),
    ),
  };
}

function sizesOf(growth: Growth, settings: readonly Setting[]): Size[] {
  return settings
    .filter(({ aCase }) => aCase.scenario === growth.scenario && aCase.verdicts)
    .flatMap((setting) => {
      const scale = setting.aCase.parameters[growth.parameter];
      return typeof scale === 'number' ? [{ scale, setting }] : [];
    })
    .sort((x, y) => x.scale - y.scale);
}

/** Contestants of the series in order of appearance; A/A copies and what runs once take no part. */
function contestantsOf(sizes: readonly Size[]): string[] {
  const all = sizes.flatMap(({ setting }) => setting.subjects.map(({ contestant }) => contestant));
  return [
    ...new Set(
      all.filter(({ controlOf, once }) => controlOf === undefined && !once).map(({ id }) => id),
    ),
  ];
}

/**
 * The smallest size from 100 on and the largest that all of these contestants finished in
 * every round. Where there aren't two such sizes, the smallest and the largest of all, for
 * showing only.
 */
function rangeOf(ids: readonly string[], sizes: readonly Size[]): Range | undefined {
  const finished = sizes.filter(({ setting }) =>
    ids.every((id) =>
      setting.subjects.some(
        (subject) => subject.contestant.id === id && finishedAllRounds(subject, setting),
      ),
    ),
  );
  const large = finished.filter(({ scale }) => scale >= SMALLEST_SIZE);
  return between(large, true) ?? between(finished, false);
}

function between(sizes: readonly Size[], isDecisive: boolean): Range | undefined {
  const from = sizes[0];
  const to = sizes.at(-1);
  return from === undefined || to === undefined || from.scale === to.scale
    ? undefined
    : { from, to, isDecisive };
}

function slopeOf(id: string, sizes: readonly Size[], growth: Growth): GrowthContestant[] {
  const range = rangeOf([id], sizes);
  if (range === undefined) return [];
  const slopes = slopesOf(id, range, growth).map(({ value }) => value);
  if (slopes.length === 0) return [];
  const slope = toEstimate(medianInterval(slopes, ESTIMATE_LEVEL));
  return [{ id, from: range.from.scale, to: range.to.scale, slope }];
}

function compareSlopes(
  a: string,
  b: string,
  sizes: readonly Size[],
  growth: Growth,
): GrowthComparison {
  const range = rangeOf([a, b], sizes);
  const comparison = compare(
    range ? slopesOf(a, range, growth) : [],
    range ? slopesOf(b, range, growth) : [],
    {
      measure: growth.of,
      a,
      b,
      matters: { difference: growth.matters },
      blocks: range?.to.setting.aCase.blocks ?? 1,
      ratios: false,
      undecided: whyNoSlope(a, b, range),
    },
  );
  const barred = barFavourable(
    comparison,
    whyNotFavourableIn(range, a),
    whyNotFavourableIn(range, b),
  );
  return { ...barred, from: range?.from.scale ?? 0, to: range?.to.scale ?? 0 };
}

function whyNoSlope(a: string, b: string, range: Range | undefined): string | undefined {
  if (range === undefined)
    return `there are no two sizes that ${a} and ${b} both finished in every round`;
  if (!range.isDecisive) {
    return `from ${range.from.scale} to ${range.to.scale} alone no growth is decided: two sizes from ${SMALLEST_SIZE} on are needed`;
  }
  return range.from.setting.serviceTrouble ?? range.to.setting.serviceTrouble;
}

function whyNotFavourableIn(range: Range | undefined, id: string): string | undefined {
  if (range === undefined) return undefined;
  for (const { setting } of [range.from, range.to]) {
    const subject = subjectIn(setting, id);
    const reason = subject && whyNotFavourable(subject, setting);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** (M(to) − M(from)) / (to − from) of every round that both sizes have. */
function slopesOf(id: string, { from, to }: Range, growth: Growth): Observation[] {
  const small = valuesByPlace(id, from.setting, growth.of);
  const large = valuesByPlace(id, to.setting, growth.of);
  return large.flatMap(({ block, round, value }) => {
    const partner = small.find((other) => other.block === block && other.round === round);
    return partner === undefined
      ? []
      : [{ block, round, value: (value - partner.value) / (to.scale - from.scale) }];
  });
}

/**
 * Values of a measure by block and place within the block. A slow case has fewer rounds in a
 * block than a quick one: their rounds are numbered differently, and the first ones of each
 * block go together.
 */
function valuesByPlace(id: string, setting: Setting, measureId: string): Observation[] {
  const measure = setting.aCase.measures.find((candidate) => candidate.id === measureId);
  const records = subjectIn(setting, id)?.records ?? [];
  if (measure === undefined) return [];
  return records.flatMap((record) => {
    const value = measureValue(record, measure, setting.aCase);
    return value === undefined
      ? []
      : [{ block: record.block, round: placeInBlock(record, records), value }];
  });
}

function placeInBlock(record: InvocationRecord, records: readonly InvocationRecord[]): number {
  return records.filter((other) => other.block === record.block && other.round <= record.round)
    .length;
}

function subjectIn(setting: Setting, id: string): Subject | undefined {
  return setting.subjects.find((subject) => subject.contestant.id === id);
}
