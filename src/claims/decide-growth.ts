/** Claims about growth: what one further unit of the scale costs, between two measured sizes. */
import { pluralOf } from '../quantity/plural.ts';
import { invert } from '../analyse/verdict.ts';
import { SMALLEST_SIZE } from '../analyse/growth-sizes.ts';
import type { GrowthResult } from '../analyse/types.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { WholeOutcome, Range, SlopeOutcome, Untested } from './decided.ts';
import { measureIn, type Evidence, type MeasuredEvidence } from './evidence.ts';
import { absent, findContestant, isUntested, mistake } from './find-case.ts';
import type { ClaimReason } from './reasons.ts';
import type { SingleClaimOf } from './schema.ts';
import { seriesOf, versionsDiffer, type Series } from './series.ts';

/** Slopes of two contestants, compared by difference. */
export function decideGrowth(claim: SingleClaimOf<'growth'>, evidence: Evidence): WholeOutcome {
  const found = findSeries(claim, evidence, claim.compare);
  if (isUntested(found)) return found;
  const { series, growth } = found;
  const [a, b] = claim.compare;
  const comparison = growth.comparisons.find(
    (one) => (one.a === a && one.b === b) || (one.a === b && one.b === a),
  );
  if (comparison === undefined) return notInSeries(claim.over, [a, b]);

  const range = { from: comparison.from, to: comparison.to, noun: growth.noun };
  const { place, measure } = ends(series, range, claim.on);
  const verdict = comparison.a === a ? comparison.verdict : invert(comparison.verdict);
  if (verdict.kind === 'not decided') {
    return whySizeMissing(series) ?? undecided(place, [a, b], claim.on, verdict.reason);
  }
  const wrong = whyOutside(claim.between, range) ?? whyVersions(series, range, claim.compare);
  if (wrong !== undefined) return wrong;
  const { matters } = series;
  return { kind: 'growth', place, measure, a, b, verdict, comparison, range, matters };
}

/** The slope of one contestant; it grows if the whole interval lies above none. */
export function decideSlope(claim: SingleClaimOf<'slope'>, evidence: Evidence): WholeOutcome {
  const found = findSeries(claim, evidence, [claim.of]);
  if (isUntested(found)) return found;
  const { series, growth } = found;
  const own = growth.contestants.find((one) => one.id === claim.of);
  if (own === undefined || own.from < SMALLEST_SIZE) {
    const place = series.sizes[series.sizes.length - 1]!.place;
    const reason: ClaimReason =
      own === undefined
        ? { kind: 'no-two-sizes', contestants: [claim.of] }
        : { kind: 'small-sizes', from: own.from, to: own.to, least: SMALLEST_SIZE };
    return whySizeMissing(series) ?? undecided(place, [claim.of], claim.on, reason);
  }
  const range = { from: own.from, to: own.to, noun: growth.noun };
  const { place, measure } = ends(series, range, claim.on);
  const trouble = series.sizes.find(({ place: one }) => one.result.serviceTrouble !== undefined);
  if (trouble?.place.result.serviceTrouble !== undefined) {
    return undecided(place, [claim.of], claim.on, trouble.place.result.serviceTrouble);
  }
  const wrong = whyOutside(claim.between, range) ?? whyVersions(series, range, [claim.of]);
  if (wrong !== undefined) return wrong;
  const { slope } = own;
  const all = growth.contestants.map((one) => one.slope);
  return { kind: 'slope', place, measure, of: claim.of, slope, all, range, found: signOf(own) };
}

function signOf({ slope }: GrowthResult['contestants'][number]): SlopeOutcome['found'] {
  if (slope.lower !== null && slope.lower > 0) return 'grows';
  return slope.upper !== null && slope.upper < 0 ? 'shrinks' : 'no-growth-shown';
}

interface Found {
  readonly series: Series;
  readonly growth: GrowthResult;
}

function findSeries(
  claim: SingleClaimOf<'growth'> | SingleClaimOf<'slope'>,
  evidence: Evidence,
  contestants: readonly string[],
): Found | Untested {
  const series = seriesOf(evidence, claim.over, claim.on);
  if (isUntested(series)) return series;
  const growth = evidence.growth.get(`${claim.over} ${claim.on}`);
  if (growth === undefined) {
    return mistake(`the scenario "${claim.over}" states no growth of "${claim.on}"`);
  }
  if (growth.noun !== claim.per) {
    return mistake(
      `the scale of "${claim.over}" counts by the ${growth.noun}, not by the ${claim.per}`,
    );
  }
  for (const id of contestants) {
    const trouble = whyNowhere(series, id);
    if (trouble !== undefined) return trouble;
  }
  return { series, growth };
}

/** Why a contestant ran in no size of the series; `undefined` if it ran in one. */
function whyNowhere({ sizes }: Series, id: string): Untested | undefined {
  const found = sizes.map(({ place }) => findContestant(place, id));
  if (found.some((one) => !isUntested(one))) return undefined;
  const reasons = found.filter(isUntested);
  return reasons.find((one) => one.cause === 'not-run') ?? reasons[0];
}

function notInSeries(scenario: string, contestants: readonly string[]): Untested {
  const why: ClaimReason = { kind: 'not-in-growth', scenario, contestants };
  return { kind: 'untested', cause: 'not-in-session', why };
}

/** Undecided, and a size is missing: it is the size that has to be measured. */
function whySizeMissing(series: Series): Untested | undefined {
  const [missing] = series.missing;
  return missing && absent(missing);
}

function undecided(
  place: MeasuredEvidence,
  contestants: readonly string[],
  measureId: string,
  reason: ClaimReason,
): WholeOutcome {
  return { kind: 'undecided', place, contestants, measure: measureIn(place, measureId)!, reason };
}

/** The larger size of the range, which the evidence links to. */
function ends(
  series: Series,
  range: Range,
  measureId: string,
): { place: MeasuredEvidence; measure: SessionMeasure } {
  const size = series.sizes.find((one) => one.size === range.to) ?? series.sizes.at(-1)!;
  return { place: size.place, measure: measureIn(size.place, measureId)! };
}

/** A slope says nothing outside the sizes that it was taken between. */
function whyOutside(
  between: readonly [number, number] | undefined,
  { from, to, noun }: Range,
): Untested | undefined {
  if (between === undefined || (between[0] >= from && between[1] <= to)) return undefined;
  return mistake(
    `it speaks of ${between[0]} to ${between[1]} ${pluralOf(noun)}, outside the measured range of ${from} to ${to}`,
  );
}

function whyVersions(series: Series, range: Range, ids: readonly string[]): Untested | undefined {
  const differs = versionsDiffer(series, range, ids);
  return differs === undefined ? undefined : mistake(differs);
}
