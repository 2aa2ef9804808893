/** What a growth chart says to those who don't see it: in sentences, and as a table that misses no number. */
import { pluralOf } from '../../quantity/plural.ts';
import type { Estimate } from '../../analyse/types.ts';
import { formatEstimate, type FormattedEstimate } from '../format/estimate.ts';
import { withSymbol } from '../format/number.ts';
import { formatCount, formatLevel, formatValue } from '../format/value.ts';
import type { Chart, ChartTable, GrowthInput } from './types.ts';

const NOTHING = '–';

/** Names, measures, values; no judgement. */
export function describeGrowth(input: GrowthInput): string {
  const sentences = input.series.map(({ mark, points, failedAt }) => {
    const values = points.map(
      ({ size, estimate }) =>
        `${countOf(size, input.noun)}, ${formatEstimate(estimate, input.unit).text}`,
    );
    const failed = failedAt && `${countOf(failedAt.size, input.noun)}, ${failedAt.words}`;
    const all = [...values, failed].filter((part) => part !== undefined).join('; ');
    return `${mark.label}: ${all === '' ? 'not measured' : all}.`;
  });
  const limit =
    input.limit &&
    `Dashed line: ${input.limit.label}, ${formatValue(input.limit.value, input.unit)}.`;
  const head = `${capitalised(input.measureTitle)} by number of ${pluralOf(input.noun)}. Both axes are logarithmic.`;
  return [head, ...sentences, limit].filter((part) => part !== undefined).join(' ');
}

/** What has no mark: sizes that didn't finish, and medians that no log axis can show. */
export function unplaced({ series, unit, noun }: GrowthInput): Chart['notes'] {
  return series.flatMap(({ mark, points, failedAt }) => {
    const zero = points
      .filter(({ estimate: { point } }) => point === null || point <= 0)
      .map(
        ({ size, estimate }) =>
          `${formatEstimate(estimate, unit).point} with ${countOf(size, noun)}`,
      );
    const failed = failedAt && `✕ with ${countOf(failedAt.size, noun)}: ${failedAt.words}`;
    const words = [...zero, failed].filter((part) => part !== undefined).join('; ');
    return words === '' ? [] : [{ mark, words }];
  });
}

export function growthTable(input: GrowthInput): ChartTable {
  const estimates = input.series.flatMap(({ points }) => points.map(({ estimate }) => estimate));
  const rows = input.series.flatMap(({ mark, points, failedAt }) => {
    const finished = points.map(({ size, estimate }) => {
      const formatted = formatEstimate(estimate, input.unit);
      const interval = intervalCell(formatted);
      const cells = [
        mark.label,
        formatCount(size),
        formatCount(estimate.n),
        formatted.point,
        interval,
      ];
      return { mark, cells };
    });
    if (failedAt === undefined) return finished;
    const { size, words } = failedAt;
    const cells = [mark.label, formatCount(size), NOTHING, words, NOTHING];
    return [...finished, { mark, cells }];
  });
  const limit = input.limit && {
    cells: [
      input.limit.label,
      NOTHING,
      NOTHING,
      formatValue(input.limit.value, input.unit),
      NOTHING,
    ],
  };
  return {
    columns: [
      { title: 'Contestant', numeric: false },
      { title: capitalised(pluralOf(input.noun)), numeric: true },
      { title: 'Runs', numeric: true },
      { title: `Median, ${input.measureTitle}`, numeric: true },
      { title: intervalTitle(estimates), numeric: true },
    ],
    rows: limit === undefined ? rows : [...rows, limit],
  };
}

/** "95% interval" where one level holds for all; else the level stands in each cell. */
function intervalTitle(estimates: readonly Estimate[]): string {
  const levels = new Set(estimates.map((estimate) => formatLevel(estimate.level)));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? `${only} interval` : 'Interval and its level';
}

function intervalCell(formatted: FormattedEstimate): string {
  return formatted.intervalIsWords
    ? formatted.interval
    : withSymbol(formatted.interval, formatted.unit);
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
