/** The comparisons that a document tells: those of its verdict table and of its claims, each once. */
import { bestVariant } from '../../analyse/best.ts';
import { rankBy, type TieGroup } from '../../analyse/rank.ts';
import type { Comparison } from '../../analyse/types.ts';
import { partsOf, type DecidedClaim, type WholeOutcome } from '../../claims/decided.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { measureOf, type DocumentView, type MeasuredCase } from '../document.ts';
import { comparisonBetween, OTHERS, sidesOf, subjectVariant } from '../verdicts/sides.ts';

/** A comparison with its verdict, and where it was made: a case, or the growth up to a size. */
export interface ToldComparison {
  readonly comparison: Comparison;
  readonly measure: SessionMeasure;
  /** The case; the largest size, of a growth. */
  readonly caseId: string;
  /** What one more of is compared, of a growth: "worker". */
  readonly per?: string;
}

/** All that have a verdict, rows of the table first; a pair that a row and a claim tell stands once. */
export function toldComparisons(
  view: DocumentView,
  decided: Iterable<DecidedClaim>,
): ToldComparison[] {
  const all = [
    ...fromTable(view),
    ...[...decided].flatMap(({ outcome }) =>
      partsOf(outcome).flatMap((part) => fromClaim(view, part)),
    ),
  ];
  const byName = new Map<string, ToldComparison>();
  for (const told of all) {
    if (told.comparison.verdict.kind === 'not decided') continue;
    const { comparison, caseId, per = '' } = told;
    const pair = [comparison.a, comparison.b].sort().join(' ');
    const name = `${caseId} ${per} ${comparison.measure} ${pair}`;
    if (!byName.has(name)) byName.set(name, told);
  }
  return [...byName.values()];
}

function fromTable(view: DocumentView): ToldComparison[] {
  return view.report.verdicts.flatMap((choice) => {
    const aCase = view.cases.get(choice.case);
    if (aCase?.state !== 'measured') return [];
    const measures = [choice.measure]
      .flat()
      .map((id) => measureOf(view, aCase, id, 'The verdict table'));
    const [choosing, ...further] = measures;
    if (choosing === undefined) return [];
    if (view.report.subject === undefined) return ofRanking(aCase, [choosing, ...further]);
    const subject = subjectVariant(view, aCase, choosing);
    const others = bestVariant(aCase.result, choosing, OTHERS, sidesOf(view, aCase));
    if (subject === undefined || others === undefined) return [];
    return measures.flatMap((measure) => between(aCase, measure, subject, [others]));
  });
}

/** What a ranking rests on: each against the first, and against the best of its group. */
function ofRanking(
  aCase: MeasuredCase,
  measures: readonly [SessionMeasure, ...SessionMeasure[]],
): ToldComparison[] {
  const groups = rankBy(aCase.result, measures);
  const [first, ...behind] = groups.flat();
  if (first === undefined) return [];
  return measures.flatMap((measure) => [
    ...between(aCase, measure, first, behind),
    ...groups.slice(1).flatMap(([best, ...others]) => between(aCase, measure, best, others)),
    ...borders(groups).flatMap(([best, next]) => between(aCase, measure, best, [next])),
  ]);
}

/** The best of each group with the best of the next: what parts the two. */
function borders(groups: readonly TieGroup[]): [string, string][] {
  return groups.slice(1).map(([next], index) => [groups[index]![0], next]);
}

function fromClaim(view: DocumentView, outcome: WholeOutcome): ToldComparison[] {
  switch (outcome.kind) {
    case 'compare': {
      const { comparison, measure, place } = outcome;
      return [{ comparison, measure, caseId: place.id }];
    }
    case 'growth': {
      const { comparison, place, range } = outcome;
      // Slopes are weighed by what matters of them, and not by what matters of the measure.
      const measure = { ...outcome.measure, matters: { difference: outcome.matters } };
      return [{ comparison, measure, caseId: place.id, per: range.noun }];
    }
    case 'best':
    case 'winner': {
      const { best, measure, place, rivals } = outcome;
      const aCase = view.cases.get(place.id);
      if (best.kind !== 'best' || aCase?.state !== 'measured') return [];
      const [leader] = best.ids;
      const others = rivals.filter((id) => id !== leader);
      return between(aCase, measure, leader, others);
    }
    default:
      return [];
  }
}

/** One contestant against each of the others. */
function between(
  aCase: MeasuredCase,
  measure: SessionMeasure,
  a: string,
  others: readonly string[],
): ToldComparison[] {
  return others.flatMap((b) => {
    const comparison = comparisonBetween(aCase, measure.id, a, b);
    return comparison === undefined ? [] : [{ comparison, measure, caseId: aCase.id }];
  });
}
