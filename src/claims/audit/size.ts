/** Published values, slopes and shares: reproduced if the figure touches the 95% interval. */
import type { Estimate } from '../../analyse/types.ts';
import { parseQuantity, type Quantity } from '../../quantity/quantity.ts';
import { findEstimate, findGrowth } from './find.ts';
import type { AuditEvidence, Decision, Measured, TestAs } from './types.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A figure for a median, or for its growth with each further one. */
export function decideValue(test: TestAs<'value'>, figure: Quantity, results: Measured): Decision {
  return test.in === undefined
    ? decideSlope(test, figure, results)
    : decideMedian(test, test.in, figure, results);
}

/** A figure for a median as a percentage of a stated total. */
export function decideShare(test: TestAs<'share'>, figure: Quantity, results: Measured): Decision {
  const total = parseQuantity(test.total)?.value ?? Number.NaN;
  const range = { low: figure.low * total, high: figure.high * total };
  return decideMedian(test, test.in, range, results);
}

function decideMedian(
  { of, on }: TestAs<'value' | 'share'>,
  id: string,
  range: Range,
  results: Measured,
): Decision {
  const found = findEstimate(results, id, of, on);
  if ('why' in found) return { status: 'not tested', why: found.why };
  const { estimate } = found;
  const estimates = [{ case: id, contestant: of, estimate }];
  return {
    ...decideSize(estimate, range),
    evidence: { kind: 'estimates', measure: on, estimates },
  };
}

function decideSlope({ over, of, on }: TestAs<'value'>, range: Range, results: Measured): Decision {
  const growth = findGrowth(results, over ?? '', on);
  const found = growth?.contestants.find((one) => one.id === of);
  if (growth === undefined || found === undefined)
    return { status: 'not tested', why: { kind: 'slope-missing', contestant: of } };
  const { from, to, slope: estimate } = found;
  const { scenario, noun } = growth;
  const evidence: AuditEvidence = {
    kind: 'slope',
    scenario,
    measure: on,
    contestant: of,
    from,
    to,
    noun,
    estimate,
  };
  return { ...decideSize(estimate, range), evidence };
}

function decideSize(estimate: Estimate, range: Range): Decision {
  if (touches(estimate, range)) return { status: 'reproduced', detail: 'the size holds' };
  const isAbove = estimate.upper !== null && range.low > estimate.upper;
  return { status: 'not reproduced', detail: isAbove ? 'measured: less' : 'measured: more' };
}

/** Whether an interval and a range share a value. `null` ends lie beyond every finished run. */
export function touches({ lower, upper }: Estimate, { low, high }: Range): boolean {
  return lower !== null && lower <= high && (upper === null || upper >= low);
}

/** Reproduced: the 95% interval of the second case lies wholly above that of the first. */
export function decideRise({ in: ids, of, on }: TestAs<'rises'>, results: Measured): Decision {
  const [first, second] = [
    findEstimate(results, ids[0], of, on),
    findEstimate(results, ids[1], of, on),
  ];
  if ('why' in first) return { status: 'not tested', why: first.why };
  if ('why' in second) return { status: 'not tested', why: second.why };
  const estimates = [
    { case: ids[0], contestant: of, estimate: first.estimate },
    { case: ids[1], contestant: of, estimate: second.estimate },
  ];
  const evidence: AuditEvidence = { kind: 'estimates', measure: on, estimates };
  if (isAbove(second.estimate, first.estimate))
    return { status: 'reproduced', detail: 'it rises', evidence };
  const detail = isAbove(first.estimate, second.estimate) ? 'it falls' : 'no rise shown';
  return { status: 'not reproduced', detail, evidence };
}

function isAbove(one: Estimate, other: Estimate): boolean {
  return other.upper !== null && (one.lower === null || one.lower > other.upper);
}
