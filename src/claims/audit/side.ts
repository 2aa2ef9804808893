/** Published comparisons: reproduced if the verdict is on the same side, and a ratio's size fits too. */
import type { Comparison, GrowthResult, Verdict } from '../../analyse/types.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import {
  findCase,
  findComparison,
  findGrowth,
  notCompared,
  verdictFrom,
  type Place,
} from './find.ts';
import { touches } from './size.ts';
import type { ComparisonPlace, Decision, Measured, TestAs } from './types.ts';

/** Reproduced: the verdict names the published side, and the published figure touches the 99% interval. */
export function decideRatio(
  { in: id, compare: [a, b], on }: TestAs<'ratio'>,
  figure: Quantity,
  results: Measured,
): Decision {
  const aCase = findCase(results, id);
  const comparison = findComparison(aCase?.comparisons ?? [], on, a, b);
  if (comparison === undefined) return notCompared({ case: id }, aCase !== undefined, on, [a, b]);
  const evidence = {
    kind: 'comparisons',
    place: { case: id },
    comparisons: [comparison],
  } as const;
  const verdict = verdictFrom(comparison, a);
  if (verdict.kind === 'not decided')
    return { status: 'not tested', why: verdict.reason, evidence };
  if (verdict.kind !== (figure.value > 1 ? 'more' : 'less'))
    return { status: 'not reproduced', detail: otherThan(verdict), evidence };
  const isTurned = comparison.a !== a;
  const range = isTurned ? { low: 1 / figure.high, high: 1 / figure.low } : figure;
  if (comparison.ratio !== null && touches(comparison.ratio, range))
    return { status: 'reproduced', detail: `side and size hold${weightOf([verdict])}`, evidence };
  return { status: 'not reproduced', detail: 'right side, wrong size', evidence };
}

type SideTest = TestAs<'less' | 'more' | 'same'>;

/** Reproduced: the verdict names the published side against each of the others. */
export function decideSide(test: SideTest, results: Measured): Decision {
  const [a, ...others] = test.compare;
  const { where, isMeasured, known, placeOf } = choiceOf(test, results);
  const comparisons: Comparison[] = [];
  for (const b of others) {
    const found = findComparison(known, test.on, a, b);
    if (found === undefined) return notCompared(where, isMeasured, test.on, [a, b]);
    comparisons.push(found);
  }
  const place = placeOf(comparisons);
  const evidence =
    place === undefined ? {} : { evidence: { kind: 'comparisons', place, comparisons } as const };
  const verdicts = comparisons.map((comparison) => verdictFrom(comparison, a));
  return { ...decideVerdicts(test.as, verdicts), ...evidence };
}

function decideVerdicts(as: SideTest['as'], verdicts: readonly Verdict[]): Decision {
  const against = verdicts.find(({ kind }) => kind !== as && kind !== 'not decided');
  if (against !== undefined) {
    const detail = as === 'same' ? notTheSame(against) : otherThan(against);
    return { status: 'not reproduced', detail };
  }
  const open = verdicts.find((verdict) => verdict.kind === 'not decided');
  if (open !== undefined) return { status: 'not tested', why: open.reason };
  const detail = as === 'same' ? 'no difference that matters' : `it holds${weightOf(verdicts)}`;
  return { status: 'reproduced', detail };
}

interface Choice {
  readonly where: Place;
  readonly isMeasured: boolean;
  readonly known: readonly Comparison[];
  /** Where the chosen ones are found; undefined where no two sizes finished. */
  readonly placeOf: (chosen: readonly Comparison[]) => ComparisonPlace | undefined;
}

/** The comparisons that a test chooses from: those of a case, or of a growth. */
function choiceOf(test: SideTest, results: Measured): Choice {
  if (test.in !== undefined) {
    const place = { case: test.in };
    const aCase = findCase(results, test.in);
    return {
      where: place,
      isMeasured: aCase !== undefined,
      known: aCase?.comparisons ?? [],
      placeOf: () => place,
    };
  }
  const scenario = test.over ?? '';
  const growth = findGrowth(results, scenario, test.on);
  return {
    where: { scenario },
    isMeasured: growth !== undefined,
    known: growth?.comparisons ?? [],
    placeOf: (chosen) => largestSize(growth, chosen),
  };
}

function largestSize(
  growth: GrowthResult | undefined,
  chosen: readonly Comparison[],
): ComparisonPlace | undefined {
  const sizes = growth?.comparisons.filter((one) => chosen.includes(one)).map((one) => one.to);
  const to = Math.max(0, ...(sizes ?? []));
  return growth === undefined || to === 0 ? undefined : { scenario: growth.scenario, to };
}

/** Said of less and more that hold, where it is open for one of them whether it matters. */
function weightOf(verdicts: readonly Verdict[]): string {
  return verdicts.some(isOpen) ? '; whether it matters is open' : '';
}

function notTheSame(verdict: Verdict): string {
  return isOpen(verdict) ? 'a difference is shown; whether it matters is open' : 'not the same';
}

/** Whether it is open if a difference matters that is shown. */
function isOpen(verdict: Verdict): boolean {
  return 'matters' in verdict && verdict.matters === 'open';
}

/** A verdict that isn't the published one, in few words. */
function otherThan(verdict: Verdict): string {
  if (verdict.kind === 'same') return 'no difference that matters';
  return verdict.kind === 'no difference shown' ? verdict.kind : 'the other side';
}
