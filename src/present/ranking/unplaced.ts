/** Contestants of a case that have no place in its order, and why. */
import type { ContestantResult } from '../../analyse/types.ts';
import { titleInText } from '../../quantity/words-of.ts';
import { formatCount } from '../format/value.ts';
import { inReportOrder, markOf } from '../report.ts';
import { lowConcurrencyWords, troubleOf } from '../words.ts';
import type { RankedCase } from './ranked-case.ts';
import type { Unplaced } from './row.ts';

/** In the report's order: first those that ran, then those that never did. */
export function unplacedOf(
  { view, aCase, measures }: RankedCase,
  placed: readonly string[],
): Unplaced[] {
  const left = inReportOrder(view.report, aCase.result.contestants).filter(
    ({ id, controlOf }) => controlOf === undefined && !placed.includes(id),
  );
  const noValue = `no ${titleInText(measures[0].title)} was measured`;
  const whyOf = (one: ContestantResult): string =>
    troubleOf(one) ??
    (one.once ? 'run once: shown, not compared' : undefined) ??
    lowConcurrencyWords(one, aCase.result.parameters) ??
    noValue;
  return [
    ...left.filter(({ attempted }) => attempted > 0),
    ...left.filter(({ attempted }) => attempted === 0),
  ].map((one) => ({
    mark: markOf(view.report, one.id),
    sign: one.attempted > 0 && !one.once ? '✕' : '–',
    why: whyOf(one),
    runs: formatCount(one.finished),
  }));
}
