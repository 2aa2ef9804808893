/** Costs that come once among the sizes of a series, in words. */
import { pluralOf } from '../../quantity/plural.ts';
import { settingsOf } from '../../analyse/derived.ts';
import { findOneOffs } from '../../analyse/one-off.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { DocumentView } from '../document.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatCount, formatValue } from '../format/value.ts';
import type { Scale, SizedCase } from './series.ts';
import { markOf } from '../report.ts';

/**
 * "asyncio: from 10 to 100 workers each further one costs 11.5 µs (99% interval 10.7–14.1 µs),
 * elsewhere 3.59 µs to 4.76 µs. Something happens there once."
 */
export function oneOffWords(
  view: DocumentView,
  sizes: readonly SizedCase[],
  measure: SessionMeasure,
  { parameter, noun }: Scale,
): string[] {
  const first = sizes[0]?.aCase;
  if (first === undefined) return [];
  const settings = settingsOf(
    first.session,
    sizes.map(({ aCase }) => aCase.id),
    sizes.flatMap(({ aCase }) => aCase.records),
  );
  const stepped = { scenario: first.definition.scenario, parameter, of: measure.id };
  return findOneOffs(stepped, settings).map(({ contestant, step, others }) => {
    const sorted = others
      .map(({ slope }) => slope)
      .toSorted((x, y) => (x.point ?? 0) - (y.point ?? 0));
    const own = formatEstimate(step.slope, measure.unit).text;
    const [least, most] = [sorted[0]!, sorted.at(-1)!].map(({ point }) =>
      formatValue(point ?? 0, measure.unit),
    );
    const elsewhere = least === most ? least : `${least} to ${most}`;
    const range = `from ${formatCount(step.from)} to ${formatCount(step.to)} ${pluralOf(noun)}`;
    return `${markOf(view.report, contestant).label}: ${range} each further one costs ${own}, elsewhere ${elsewhere}. Something happens there once.`;
  });
}
