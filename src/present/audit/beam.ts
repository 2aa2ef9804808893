/** Where a published ratio and the measured one hang: the subject's side left, the others' right. */
import { aheadOf } from '../../analyse/ahead.ts';
import type { AuditEvidence } from '../../claims/audit/types.ts';
import type { PublishedFigure } from '../../claims/published.ts';
import { betterOf } from '../../quantity/measure.ts';
import { parseQuantity } from '../../quantity/quantity.ts';
import { beamMark, beamPlace, wideBeam, type BeamMark } from '../verdicts/beam.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView } from '../document.ts';
import { flip } from '../../analyse/flip.ts';
import { markOf } from '../report.ts';
import { isMatteringOpen } from '../sentences/mattering-words.ts';
import { hung } from '../verdicts/sides.ts';

export interface AuditBeam {
  readonly claimed: number;
  readonly measured: BeamMark;
  /** Who is ahead; absent where nobody is. */
  readonly winner?: Mark;
  /** It is open whether the lead matters. */
  readonly mayNotMatter?: true;
}

/** The beam of a published ratio; undefined for other figures, and where there is no measured ratio. */
export function measuredBeam(
  view: DocumentView,
  { test, figure }: PublishedFigure,
  evidence: AuditEvidence,
): AuditBeam | undefined {
  if (test?.as !== 'ratio' || evidence.kind !== 'comparisons') return undefined;
  const [comparison] = evidence.comparisons;
  const aCase = view.cases.get(test.in);
  const published = parseQuantity(figure ?? '')?.value;
  if (comparison === undefined || aCase?.state !== 'measured' || published === undefined)
    return undefined;
  const [a, b] = test.compare;
  const isSubjects = (id: string): boolean =>
    aCase.definition.contestants.some(
      (one) => one.id === id && one.runtime === view.report.subject,
    );
  const left = isSubjects(b) && !isSubjects(a) ? b : a;
  const turned = comparison.a === left ? comparison : flip(comparison);
  const measure = aCase.definition.measures.find(({ id }) => id === comparison.measure);
  const ratio = measure && hung(turned, measure).ratio;
  const measured = ratio && beamMark(ratio, wideBeam);
  if (!measured) return undefined;
  const ahead = aheadOf(turned.verdict, measure);
  const winner = ahead && turned[ahead];
  const printed = betterOf(measure) === 'more' ? 1 / published : published;
  return {
    claimed: beamPlace(left === a ? printed : 1 / printed, wideBeam),
    measured,
    ...(winner !== undefined && { winner: markOf(view.report, winner) }),
    ...(isMatteringOpen(turned.verdict) && { mayNotMatter: true as const }),
  };
}
