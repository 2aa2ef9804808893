/** One case and one measure as the input of a strip chart. */
import { hasFloor } from '../quantity/measure.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { StripInput, StripRow } from './charts/types.ts';
import type { DocumentView, MeasuredCase } from './document.ts';
import { formatValue } from './format/value.ts';
import { inReportOrder, markOf } from './report.ts';
import { runValues } from './values.ts';
import { failureWords } from './words.ts';

/** Rows in the report's order; the A/A copy has its own table and is left out. */
export function stripInput(
  view: DocumentView,
  aCase: MeasuredCase,
  measure: SessionMeasure,
  id: string,
): StripInput {
  const contestants = inReportOrder(view.report, aCase.result.contestants);
  const rows = contestants
    .filter((result) => result.controlOf === undefined)
    .map((result): StripRow => {
      const estimate = result.estimates[measure.id];
      const words =
        failureWords(result) ??
        (estimate === undefined ? 'not measured on this machine' : undefined);
      return {
        mark: markOf(view.report, result.id),
        runs: runValues(aCase, result.id, measure),
        ...(estimate !== undefined && { estimate }),
        ...(words !== undefined && { words }),
      };
    });
  const floor = floorLine(aCase, measure);
  return {
    id,
    title: `${aCase.title}: ${measure.title}`,
    measureTitle: measure.title,
    unit: measure.unit,
    rows,
    ...(floor !== undefined && { floor }),
  };
}

/** The floor is the least that a whole time can be: it belongs on no other axis. */
function floorLine(aCase: MeasuredCase, measure: SessionMeasure): StripInput['floor'] {
  const { floorNs, measures } = aCase.definition;
  if (floorNs === undefined || !hasFloor(measure, measures)) return undefined;
  return { value: floorNs, label: `floor: ${formatValue(floorNs, 'ns')}` };
}
