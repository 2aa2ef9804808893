/** The two sides of the beam: the report's subject, and the others. */
import { bestVariant } from '../../analyse/best.ts';
import type { Comparison } from '../../analyse/types.ts';
import { betterOf } from '../../quantity/measure.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { flip } from '../../analyse/flip.ts';
import { runtimeTitle } from '../head/provenance.ts';

export const SUBJECT = 'subject';
export const OTHERS = 'others';

/** The sides of a report, as its pages call them. */
export interface NamedSides {
  /** The subject: a runtime, and its title. */
  readonly subject: string;
  readonly title: string;
  readonly others: string;
}

/** The two sides; undefined for a report that has none and ranks its contestants. */
export function namedSides(view: DocumentView): NamedSides | undefined {
  const { subject, others } = view.report;
  if (subject === undefined || others === undefined) return undefined;
  return { subject, title: runtimeTitle(view, subject), others };
}

/** The subject's variant with the best median, by rule; undefined where none has a median. */
export function subjectVariant(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
): string | undefined {
  return bestVariant(aCase.result, measure, SUBJECT, sidesOf(view, aCase));
}

/** The comparison with the subject as its `a`. */
export function comparisonBetween(
  aCase: MeasuredCase,
  measure: string,
  a: string,
  b: string,
): Comparison | undefined {
  const found = aCase.result.comparisons.find(
    (one) => one.measure === measure && [one.a, one.b].includes(a) && [one.a, one.b].includes(b),
  );
  return found === undefined || found.a === a ? found : flip(found);
}

/** A comparison as it hangs on a beam: its ratio is below 1 where its first side is ahead, also where more is better. */
export function hung(comparison: Comparison, measure: SessionMeasure): Comparison {
  return betterOf(measure) === 'more' ? flip(comparison) : comparison;
}

/** Which side of the beam each contestant belongs to. */
export function sidesOf(view: DocumentView, aCase: MeasuredCase): Record<string, string> {
  return Object.fromEntries(
    aCase.definition.contestants.map((one) => [
      one.id,
      one.runtime === view.report.subject ? SUBJECT : OTHERS,
    ]),
  );
}
