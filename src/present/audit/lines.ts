/** What a published figure was tested by, in words and numbers. */
import type { AuditEvidence } from '../../claims/audit/types.ts';
import type { PublishedFigure } from '../../claims/published.ts';
import { parseQuantity } from '../../quantity/quantity.ts';
import { titleInText } from '../../quantity/words-of.ts';
import type { Comparison, Estimate, Verdict } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { comparisonWords } from '../verdicts/comparison-words.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatEstimate, type FormattedEstimate } from '../format/estimate.ts';
import { withSymbol } from '../format/number.ts';
import { formatCount, formatLevel } from '../format/value.ts';
import { markOf } from '../report.ts';
import { evenWords, isMatteringOpen } from '../sentences/mattering-words.ts';
import { failureWords, finishedWords, lowConcurrencyWords } from '../words.ts';

/** One line of evidence: words, the number that links to its runs, and its interval. */
export interface MeasuredLine {
  readonly before: string;
  readonly number: string;
  readonly after: string;
  /** "99% interval 1.44–1.50"; empty where there is none. */
  readonly interval: string;
  readonly caseId: string;
  /** Whose runs the link leads to; absent: those of the case. */
  readonly contestant?: string;
}

export function measuredLines(
  view: DocumentView,
  figure: PublishedFigure,
  evidence: AuditEvidence,
): MeasuredLine[] {
  const label = (id: string): string => markOf(view.report, id).label;
  switch (evidence.kind) {
    case 'estimates':
      return evidence.estimates.map(({ case: id, contestant, estimate }) => {
        const aCase = measuredCase(view, id);
        const measure = measureIn(aCase, evidence.measure);
        const printed = formatEstimate(estimate, measure.unit);
        return {
          before: `${label(contestant)}, ${aCase.title}, ${titleInText(measure.title)}: `,
          number: printed.point,
          after: shareWords(figure, estimate),
          interval: intervalWords(printed, estimate),
          caseId: id,
          contestant,
        };
      });
    case 'slope': {
      const aCase = measuredCase(view, `${evidence.scenario}/${evidence.to}`);
      const measure = measureIn(aCase, evidence.measure);
      const printed = formatEstimate(evidence.estimate, measure.unit, { per: evidence.noun });
      const range = `, from ${formatCount(evidence.from)} to ${formatCount(evidence.to)}`;
      const { contestant } = evidence;
      return [
        {
          before: `${label(contestant)}, ${titleInText(measure.title)}: `,
          number: printed.point,
          after: range,
          interval: intervalWords(printed, evidence.estimate),
          caseId: aCase.id,
          contestant,
        },
      ];
    }
    case 'comparisons': {
      const { place, comparisons } = evidence;
      const caseId = 'case' in place ? place.case : `${place.scenario}/${place.to}`;
      const aCase = measuredCase(view, caseId);
      const title =
        'case' in place ? aCase.title : `${aCase.definition.scenario}, each further one`;
      return comparisons.map((comparison) =>
        comparisonLine(comparison, measureIn(aCase, comparison.measure), label, { caseId, title }),
      );
    }
    case 'runs': {
      const aCase = measuredCase(view, evidence.case);
      return evidence.contestants.map((result) => ({
        before: `${label(result.id)}, ${aCase.title}: `,
        number: finishedWords(result),
        after: ' finished',
        interval:
          result.finished === result.attempted
            ? (lowConcurrencyWords(result, aCase.result.parameters) ?? '')
            : (failureWords(result) ?? ''),
        caseId: aCase.id,
        contestant: result.id,
      }));
    }
  }
}

function comparisonLine(
  comparison: Comparison,
  measure: SessionMeasure,
  label: (id: string) => string,
  { caseId, title }: { caseId: string; title: string },
): MeasuredLine {
  const { verdict, a, b, ratio, difference } = comparison;
  // As comparisonWords tells it: by difference where the scenario says only what difference matters.
  const told = measure.matters?.ratio === undefined ? difference : (ratio ?? difference);
  const hasNumber = told !== null && told.point !== null && told.point !== 0;
  if (verdict.kind === 'not decided' || !hasNumber) {
    const number = verdict.kind === 'not decided' ? verdict.kind : `${label(a)} ${verdict.kind}`;
    const before = `${title}, ${titleInText(measure.title)}: ${label(a)} and ${label(b)}: `;
    return { before, number, after: '', interval: '', caseId };
  }
  const words = comparisonWords(comparison, measure, label);
  const level = formatLevel(told.level);
  return {
    before: `${title}, ${titleInText(measure.title)}: ${words.larger} ${words.verb} `,
    number: words.amount,
    after: ` ${words.link} ${words.smaller}${weightWords(verdict)}`,
    interval: words.interval === '' ? '' : `${level} interval ${words.interval}`,
    caseId,
  };
}

/** A number that decides nothing, or is not shown to matter, never stands without these words. */
function weightWords(verdict: Verdict): string {
  if (verdict.kind === 'same' || verdict.kind === 'no difference shown')
    return `, ${evenWords(verdict)}`;
  return isMatteringOpen(verdict) ? ', open whether it matters' : '';
}

/** The same median as a percentage of the stated total. */
function shareWords({ test }: PublishedFigure, { point }: Estimate): string {
  const total = test?.as === 'share' ? parseQuantity(test.total) : undefined;
  if (test?.as !== 'share' || total === undefined || point === null) return '';
  const percent = (100 * point) / total.value;
  return `, ${Number(percent.toPrecision(2))}% of ${test.total}`;
}

function intervalWords(
  { interval, unit, intervalIsWords, isNamed }: FormattedEstimate,
  { level, lower }: Estimate,
): string {
  if (intervalIsWords || lower === null) return interval;
  const shown = withSymbol(interval, unit);
  return isNamed ? shown : `${formatLevel(level)} interval ${shown}`;
}

function measuredCase(view: DocumentView, id: string): MeasuredCase {
  const found = view.cases.get(id);
  if (found?.state === 'measured') return found;
  throw new Error(`The audit shows ${id}, which has no runs on this page.`);
}

function measureIn(aCase: MeasuredCase, id: string): SessionMeasure {
  const found = aCase.definition.measures.find((measure) => measure.id === id);
  if (found === undefined)
    throw new Error(`The audit shows ${id}, which ${aCase.id} doesn't have.`);
  return found;
}
