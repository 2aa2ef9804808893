/**
 * Published figures against what was measured. Pure: figures and results in, rows out.
 * The rules are stated for readers in docs/method.md, "Published figures".
 */
import { invert } from '../analyse/best.ts';
import type { CaseResult, Comparison, ContestantResult, Estimate, GrowthResult, Results, Verdict } from '../analyse/types.ts';
import type { FigureTest, PublishedFigure } from './published.ts';
import { parseQuantity, type Quantity } from './quantity.ts';

export type AuditStatus = 'reproduced' | 'not reproduced' | 'untestable' | 'contradicts itself' | 'not tested';

/** What a row was measured by. Estimates are in the measure's unit; comparisons as the results hold them. */
export type AuditEvidence =
  | { readonly kind: 'estimates'; readonly measure: string; readonly estimates: readonly { readonly case: string; readonly contestant: string; readonly estimate: Estimate }[] }
  | { readonly kind: 'slope'; readonly scenario: string; readonly measure: string; readonly contestant: string; readonly from: number; readonly to: number; readonly noun: string; readonly estimate: Estimate }
  | { readonly kind: 'comparisons'; readonly place: { readonly case: string } | { readonly scenario: string; readonly to: number }; readonly comparisons: readonly Comparison[] }
  | { readonly kind: 'runs'; readonly case: string; readonly contestants: readonly ContestantResult[] };

export interface AuditRow {
  readonly figure: PublishedFigure;
  readonly status: AuditStatus;
  /** In few words: "right side, wrong size"; the reason where it isn't tested. */
  readonly detail?: string;
  readonly evidence?: AuditEvidence;
}

type Decision = Omit<AuditRow, 'figure'>;
type Measured = Pick<Results, 'cases' | 'growth'>;

/** A row for each figure, in their order. */
export function auditFigures(figures: readonly PublishedFigure[], results: Measured): AuditRow[] {
  return figures.map((figure) => ({ figure, ...decide(figure, results) }));
}

/** How many rows have each status, in the order in which they are told; "not tested" only where there are some. */
export function countStatuses(rows: readonly AuditRow[]): { status: AuditStatus; count: number }[] {
  const told: readonly AuditStatus[] = ['reproduced', 'not reproduced', 'untestable', 'contradicts itself', 'not tested'];
  return told
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ status, count }) => status !== 'not tested' || count > 0);
}

function decide(figure: PublishedFigure, results: Measured): Decision {
  if (figure.untestable !== undefined) return { status: 'untestable', detail: figure.untestable };
  const tested: Decision = figure.test === undefined ? { status: 'not tested' } : decideTest(figure.test, parseQuantity(figure.figure ?? ''), results);
  if (figure.contradicts === undefined) return tested;
  return { status: 'contradicts itself', ...(tested.evidence !== undefined && { evidence: tested.evidence }) };
}

function decideTest(test: FigureTest, figure: Quantity | undefined, results: Measured): Decision {
  switch (test.as) {
    case 'ratio':
      return decideRatio(test, figure!, results);
    case 'less':
    case 'more':
    case 'same':
      return decideSide(test, results);
    case 'value':
      return test.in === undefined ? decideSlope(test, figure!, results) : decideValue(test, test.in, figure!, 1, results);
    case 'share':
      return decideValue(test, test.in, figure!, 100 / parseQuantity(test.total)!.value, results);
    case 'finished':
    case 'did-not-finish':
      return decideRuns(test, results);
    case 'rises':
      return decideRise(test, results);
  }
}

type TestAs<As extends FigureTest['as']> = Extract<FigureTest, { as: As }>;

/** Reproduced: the verdict names the published side, and the published figure touches the 99% interval. */
function decideRatio({ in: id, compare: [a, b], on }: TestAs<'ratio'>, figure: Quantity, results: Measured): Decision {
  const aCase = findCase(results, id);
  const comparison = aCase && findComparison(aCase.comparisons, on, a, b);
  if (comparison === undefined) return notCompared(id, aCase, on, a, b);
  const evidence: AuditEvidence = { kind: 'comparisons', place: { case: id }, comparisons: [comparison] };
  const verdict = verdictOf(comparison, a);
  if (verdict.kind === 'not decided') return { status: 'not tested', detail: verdict.reason, evidence };
  if (verdict.kind !== (figure.value > 1 ? 'more' : 'less')) return { status: 'not reproduced', detail: otherThan(verdict), evidence };
  const isTurned = comparison.a !== a;
  const range = isTurned ? { low: 1 / figure.high, high: 1 / figure.low } : figure;
  if (comparison.ratio !== null && touches(comparison.ratio, range)) return { status: 'reproduced', detail: 'side and size', evidence };
  return { status: 'not reproduced', detail: 'right side, wrong size', evidence };
}

/** Reproduced: the verdict names the published side against each of the others. */
function decideSide(test: TestAs<'less' | 'more' | 'same'>, results: Measured): Decision {
  const { compare, on, as } = test;
  const [a, ...others] = compare;
  const where = sideOf(test, results);
  const found = others.map((b) => findComparison(where.known, on, a, b));
  const missing = others[found.indexOf(undefined)];
  if (missing !== undefined) return notCompared(where.name, where.measured, on, a, missing);
  const comparisons = found.filter((one) => one !== undefined);
  const place = where.placeOf(comparisons);
  const evidence: Pick<Decision, 'evidence'> = place === undefined ? {} : { evidence: { kind: 'comparisons', place, comparisons } };
  const verdicts = comparisons.map((comparison) => verdictOf(comparison, a));
  const against = verdicts.find((verdict) => verdict.kind !== as && verdict.kind !== 'not decided');
  if (against !== undefined) return { status: 'not reproduced', detail: as === 'same' ? 'not the same' : otherThan(against), ...evidence };
  const open = verdicts.find((verdict) => verdict.kind === 'not decided');
  if (open !== undefined) return { status: 'not tested', detail: open.reason, ...evidence };
  return { status: 'reproduced', detail: as === 'same' ? 'no difference that matters' : 'side', ...evidence };
}

type ComparisonPlace = Extract<AuditEvidence, { kind: 'comparisons' }>['place'];

/** The comparisons that a test of a side chooses from: those of a case, or of a growth. */
function sideOf(test: TestAs<'less' | 'more' | 'same'>, results: Measured): {
  name: string;
  measured: unknown;
  known: readonly Comparison[];
  placeOf: (comparisons: readonly Comparison[]) => ComparisonPlace | undefined;
} {
  if (test.in !== undefined) {
    const id = test.in;
    const aCase = findCase(results, id);
    return { name: id, measured: aCase, known: aCase?.comparisons ?? [], placeOf: () => ({ case: id }) };
  }
  const scenario = test.over ?? '';
  const growth = findGrowth(results, scenario, test.on);
  const known = growth?.comparisons ?? [];
  const placeOf = (comparisons: readonly Comparison[]): ComparisonPlace | undefined => {
    const to = Math.max(0, ...known.filter((one) => comparisons.includes(one)).map((one) => one.to));
    return to === 0 ? undefined : { scenario, to };
  };
  return { name: `the growth of ${scenario}`, measured: growth, known, placeOf };
}

/** Reproduced: the published figure touches the 95% interval of the median, here times `factor`. */
function decideValue({ of, on }: TestAs<'value' | 'share'>, id: string, figure: Quantity, factor: number, results: Measured): Decision {
  const found = findEstimate(results, id, of, on);
  if ('why' in found) return { status: 'not tested', detail: found.why };
  const evidence: AuditEvidence = { kind: 'estimates', measure: on, estimates: [{ case: id, contestant: of, estimate: found.estimate }] };
  return { ...sizeDecision(found.estimate, { low: figure.low / factor, high: figure.high / factor }), evidence };
}

function decideSlope({ over, of, on }: TestAs<'value'>, figure: Quantity, results: Measured): Decision {
  const growth = findGrowth(results, over ?? '', on);
  const found = growth?.contestants.find((one) => one.id === of);
  if (growth === undefined || found === undefined) return { status: 'not tested', detail: `the growth of ${of} was not measured` };
  const { from, to, slope: estimate } = found;
  const evidence: AuditEvidence = { kind: 'slope', scenario: growth.scenario, measure: on, contestant: of, from, to, noun: growth.noun, estimate };
  return { ...sizeDecision(estimate, figure), evidence };
}

function sizeDecision(estimate: Estimate, figure: { low: number; high: number }): Decision {
  if (touches(estimate, figure)) return { status: 'reproduced', detail: 'size' };
  const isAbove = estimate.upper !== null && figure.low > estimate.upper;
  return { status: 'not reproduced', detail: isAbove ? 'measured: less' : 'measured: more' };
}

/** Reproduced: all of them finished all runs; or, for "did not finish", none of them any. */
function decideRuns({ in: id, of, as }: TestAs<'finished' | 'did-not-finish'>, results: Measured): Decision {
  const aCase = findCase(results, id);
  const contestants = of.map((one) => aCase?.contestants.find((result) => result.id === one));
  const missing = of[contestants.findIndex((one) => one === undefined || one.attempted === 0)];
  if (missing !== undefined) return { status: 'not tested', detail: `${missing} was not run in ${id}` };
  const known = contestants.filter((one) => one !== undefined);
  const evidence: AuditEvidence = { kind: 'runs', case: id, contestants: known };
  const holds = as === 'finished' ? (one: ContestantResult) => one.finished === one.attempted : (one: ContestantResult) => one.finished === 0;
  if (known.every(holds)) return { status: 'reproduced', detail: as === 'finished' ? 'it finishes' : 'it does not finish', evidence };
  return { status: 'not reproduced', detail: as === 'finished' ? 'not all runs finish' : 'it finishes', evidence };
}

/** Reproduced: the 95% interval of the second case lies wholly above that of the first. */
function decideRise({ in: ids, of, on }: TestAs<'rises'>, results: Measured): Decision {
  const [first, second] = ids.map((id) => findEstimate(results, id, of, on));
  if (first === undefined || second === undefined) return { status: 'not tested' };
  if ('why' in first) return { status: 'not tested', detail: first.why };
  if ('why' in second) return { status: 'not tested', detail: second.why };
  const estimates = [first, second].map(({ estimate }, index) => ({ case: ids[index] ?? '', contestant: of, estimate }));
  const evidence: AuditEvidence = { kind: 'estimates', measure: on, estimates };
  if (isAbove(second.estimate, first.estimate)) return { status: 'reproduced', detail: 'it rises', evidence };
  return { status: 'not reproduced', detail: isAbove(first.estimate, second.estimate) ? 'it falls' : 'no rise shown', evidence };
}

function isAbove(one: Estimate, other: Estimate): boolean {
  return other.upper !== null && (one.lower === null || one.lower > other.upper);
}

/** `null` ends lie beyond every finished run. */
function touches({ lower, upper }: Estimate, figure: { low: number; high: number }): boolean {
  return lower !== null && lower <= figure.high && (upper === null || upper >= figure.low);
}

function findCase(results: Measured, id: string): CaseResult | undefined {
  return results.cases.find((one) => one.case === id);
}

function findGrowth(results: Measured, scenario: string, measure: string): GrowthResult | undefined {
  return results.growth.find((one) => one.scenario === scenario && one.measure === measure);
}

function findComparison(known: readonly Comparison[], measure: string, a: string, b: string): Comparison | undefined {
  return known.find((one) => one.measure === measure && ((one.a === a && one.b === b) || (one.a === b && one.b === a)));
}

function findEstimate(results: Measured, id: string, contestant: string, measure: string): { estimate: Estimate } | { why: string } {
  const result = findCase(results, id)?.contestants.find((one) => one.id === contestant);
  const estimate = result?.estimates[measure];
  if (result === undefined || result.attempted === 0) return { why: `${contestant} was not run in ${id}` };
  if (estimate === undefined) return { why: `${measure} of ${contestant} was not measured in ${id}` };
  return { estimate };
}

function verdictOf(comparison: Comparison, a: string): Verdict {
  return comparison.a === a ? comparison.verdict : invert(comparison.verdict);
}

function notCompared(where: string, measured: unknown, measure: string, a: string, b: string): Decision {
  const detail = measured === undefined ? `${where} was not measured` : `${a} and ${b} were not compared by ${measure} in ${where}`;
  return { status: 'not tested', detail };
}

/** A verdict that isn't the published one, in few words. */
function otherThan(verdict: Verdict): string {
  if (verdict.kind === 'same') return 'no difference that matters';
  return verdict.kind === 'no difference shown' ? 'no difference shown' : 'the other side';
}
