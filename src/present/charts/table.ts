/** The data behind a chart, as text: whoever can't see the chart misses no number. */
import type { Estimate } from '../../analyse/types.ts';
import { formatColumn, formatEstimate, type FormattedEstimate } from '../format/estimate.ts';
import { ratioAboveOne } from '../format/ratio.ts';
import { withSymbol } from '../format/number.ts';
import { formatRuns } from '../format/runs.ts';
import { formatCount, formatLevel, formatValue } from '../format/value.ts';
import type { ChartTable, GrowthInput, RatioInput, RatioRow, StripInput } from './types.ts';

const NOTHING = '–';

type Column = ChartTable['columns'][number];
const text = (title: string): Column => ({ title, numeric: false });
const number = (title: string): Column => ({ title, numeric: true });

/** The table of any chart; told apart by what the input holds. */
export function chartTable(input: StripInput | GrowthInput | RatioInput): ChartTable {
  if ('series' in input) return growthTable(input);
  if ('leftLabel' in input) return ratioTable(input);
  return stripTable(input);
}

export function stripTable(input: StripInput): ChartTable {
  const estimates = input.rows.flatMap((row) => row.estimate ?? []);
  const column = formatColumn(estimates, input.unit);
  const formattedOf = new Map(estimates.map((estimate, i) => [estimate, column[i]]));
  const isWorded = input.rows.some((row) => row.words !== undefined);
  const rows = input.rows.map((row) => {
    const formatted = row.estimate && formattedOf.get(row.estimate);
    const cells = [
      row.mark.label,
      formatCount(row.runs.length),
      formatted?.point ?? NOTHING,
      intervalCell(row.estimate, formatted),
      formatRuns(row.runs, input.unit) || NOTHING,
    ];
    return { mark: row.mark, cells: isWorded ? [...cells, row.words ?? ''] : cells };
  });
  const columns = [
    text('Contestant'),
    number('Runs'),
    number(`Median, ${input.measureTitle}`),
    number(intervalTitle(estimates)),
    text('Every run'),
  ];
  const floor = input.floor && { cells: floorCells(input, isWorded) };
  return {
    columns: isWorded ? [...columns, text('Outcome')] : columns,
    rows: floor === undefined ? rows : [...rows, floor],
  };
}

function floorCells(input: StripInput, isWorded: boolean): readonly string[] {
  const { value, label } = input.floor ?? { value: 0, label: '' };
  const cells = [label, NOTHING, formatValue(value, input.unit), NOTHING, NOTHING];
  return isWorded ? [...cells, ''] : cells;
}

export function growthTable(input: GrowthInput): ChartTable {
  const points = input.series.flatMap((series) => series.points.map((each) => each.estimate));
  const rows = input.series.flatMap(({ mark, points: own, failedAt }) => {
    const finished = own.map(({ size, estimate, runs }) => {
      const formatted = formatEstimate(estimate, input.unit);
      const count = formatCount(runs?.length ?? estimate.n);
      const interval = intervalCell(estimate, formatted);
      return { mark, cells: [mark.label, formatCount(size), count, formatted.point, interval] };
    });
    if (failedAt === undefined) return finished;
    const { size, words } = failedAt;
    const cells = [mark.label, formatCount(size), NOTHING, `did not finish: ${words}`, NOTHING];
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
      text('Contestant'),
      number(`${capitalised(input.noun)}s`),
      number('Runs'),
      number(`Median, ${input.measureTitle}`),
      number(intervalTitle(points)),
    ],
    rows: limit === undefined ? rows : [...rows, limit],
  };
}

export function ratioTable(input: RatioInput): ChartTable {
  const ratios = input.rows.flatMap((row) => row.ratio ?? []);
  const rows = input.rows.map((row) => {
    const ratio = row.ratio && ratioAboveOne(row.ratio);
    const formatted = ratio && formatEstimate(ratio, 'ratio');
    return {
      cells: [
        row.group === undefined ? row.label : `${row.group}: ${row.label}`,
        verdictCell(row),
        sideCell(row, input),
        formatted === undefined ? NOTHING : formatted.point,
        intervalCell(ratio, formatted),
        ratio === undefined ? NOTHING : formatCount(ratio.n),
      ],
    };
  });
  return {
    columns: [
      text('Comparison'),
      text('Verdict'),
      text('Side'),
      number('Ratio'),
      number(intervalTitle(ratios)),
      number('Pairs'),
    ],
    rows,
  };
}

function verdictCell(row: RatioRow): string {
  const winner = row.winner?.label;
  if (row.words !== undefined) return row.words;
  if (row.verdict === 'none' || winner === undefined) return 'no difference shown';
  return row.mayNotMatter === true ? `${winner}, open whether it matters` : winner;
}

function sideCell(row: RatioRow, input: RatioInput): string {
  const point = row.ratio?.point;
  // A side is one that is ahead: without a verdict there is none.
  if (row.verdict === 'none' || typeof point !== 'number') return NOTHING;
  return point < 1 ? input.leftLabel : input.rightLabel;
}

/** "95% interval" where one level holds for all; else the level stands in each cell. */
function intervalTitle(estimates: readonly Estimate[]): string {
  const levels = new Set(estimates.map((estimate) => formatLevel(estimate.level)));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? `${only} interval` : 'Interval and its level';
}

function intervalCell(
  estimate: Estimate | undefined,
  formatted: FormattedEstimate | undefined,
): string {
  if (estimate === undefined || formatted === undefined) return NOTHING;
  if (formatted.intervalIsWords) return formatted.interval;
  return withSymbol(formatted.interval, formatted.unit);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
