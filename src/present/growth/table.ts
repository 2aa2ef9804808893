/** What one further unit of the scale costs each contestant, as rows of a table. */
import type { GrowthResult } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView } from '../document.ts';
import { formatColumn } from '../format/estimate.ts';
import { formatCount, restsOn } from '../format/value.ts';
import { inReportOrder, markOf } from '../report.ts';

export interface GrowthRow {
  readonly mark: Mark;
  /** "from 100 to 10 000". */
  readonly range: string;
  readonly point: string;
  readonly interval: string;
  /** How many of the rounds gave a slope, where not all did. */
  readonly note: string;
  /** Case of the larger size, which its number links to. */
  readonly caseId: string;
}

export function growthRows(
  view: DocumentView,
  growth: GrowthResult,
  measure: SessionMeasure,
): GrowthRow[] {
  const contestants = inReportOrder(view.report, growth.contestants);
  const printed = formatColumn(
    contestants.map((one) => one.slope),
    measure.unit,
  );
  return contestants.map((one, index) => ({
    mark: markOf(view.report, one.id),
    range: `${formatCount(one.from)} to ${formatCount(one.to)}`,
    point: printed[index]!.point,
    interval: printed[index]!.interval,
    note: noteOf(view, `${growth.scenario}/${one.to}`, one),
    caseId: `${growth.scenario}/${one.to}`,
  }));
}

function noteOf(
  view: DocumentView,
  caseId: string,
  { id, slope }: GrowthResult['contestants'][number],
): string {
  const aCase = view.cases.get(caseId);
  if (aCase?.state !== 'measured') return '';
  const larger = aCase.result.contestants.find((one) => one.id === id);
  return restsOn(slope.n, larger?.finished ?? 0, 'rounds');
}

/** Contestants of the scenario for which no slope could be taken. */
export function withoutSlope(
  view: DocumentView,
  growth: GrowthResult,
  all: readonly string[],
): Mark[] {
  return all
    .filter((id) => !growth.contestants.some((one) => one.id === id))
    .map((id) => markOf(view.report, id));
}
