/** Descriptions of charts for those who don't see them: names, measures, values; no judgement. */
import { formatEstimate } from '../format/estimate.ts';
import { ratioAboveOne } from '../format/ratio.ts';
import { formatCount, formatValue } from '../format/value.ts';
import type { StripTexts } from './strip-layout.ts';
import type { GrowthInput, RatioInput, RatioRow, StripInput } from './types.ts';

export function describeStrip(
  input: StripInput,
  texts: readonly StripTexts[],
  isLog: boolean,
): string {
  const sentences = texts.map(({ row, formatted, words }) => {
    const parts = [formatted && `median ${formatted.text}`, countOfRuns(row.runs.length), words];
    return `${row.mark.label}: ${joinParts(parts)}.`;
  });
  const floor =
    input.floor &&
    `Dashed line: ${input.floor.label}, ${formatValue(input.floor.value, input.unit)}.`;
  const hasMarks = texts.some((each) => each.hasMarks);
  const scale = isLog ? 'The axis is logarithmic.' : 'The axis starts at zero.';
  const axis = hasMarks ? scale : undefined;
  return [`${sentence(input.measureTitle)} Dots are single runs.`, ...sentences, floor, axis]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function describeGrowth(input: GrowthInput): string {
  const sentences = input.series.map(({ mark, points, failedAt }) => {
    const values = points.map(
      ({ size, estimate }) =>
        `${countOf(size, input.noun)}, ${formatEstimate(estimate, input.unit).text}`,
    );
    const failed =
      failedAt && `${countOf(failedAt.size, input.noun)}, did not finish (${failedAt.words})`;
    const all = joinParts([...values, failed], '; ');
    return `${mark.label}: ${all === '' ? 'not measured' : all}.`;
  });
  const limit =
    input.limit &&
    `Dashed line: ${input.limit.label}, ${formatValue(input.limit.value, input.unit)}.`;
  const head = `${sentence(`${input.measureTitle} by number of ${input.noun}s`)} Both axes are logarithmic.`;
  return [head, ...sentences, limit].filter((part) => part !== undefined).join(' ');
}

export function describeRatio(input: RatioInput): string {
  const head = `Ratios on a logarithmic axis around equality. Left of it: ${input.leftLabel}. Right of it: ${input.rightLabel}.`;
  return [head, ...input.rows.map((row) => describeRatioRow(row, input))].join(' ');
}

function describeRatioRow(row: RatioRow, input: RatioInput): string {
  const name = row.group === undefined ? row.label : `${row.group}, ${row.label}`;
  const { ratio, winner, words } = row;
  const value = ratio && formatEstimate(ratioAboveOne(ratio), 'ratio').text;
  const isDecided = row.verdict !== 'none' && winner !== undefined;
  // A mark that shows no difference has a place too, but "ahead" is never said of it.
  const side = isDecided && typeof ratio?.point === 'number' && sideOf(ratio.point, input);
  const verdict = isDecided ? winner.label : ratio && 'no difference shown';
  const open = isDecided && row.mayNotMatter === true ? 'open whether it matters' : undefined;
  const parts = [words, verdict, value, side === false ? undefined : side, open];
  const all = joinParts(parts);
  return `${name}: ${all === '' ? 'not measured' : all}.`;
}

function sideOf(point: number, input: RatioInput): string {
  return `side of “${point < 1 ? input.leftLabel : input.rightLabel}”`;
}

/** "1 run", "12 runs". */
function countOfRuns(count: number): string {
  return countOf(count, 'run');
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function joinParts(parts: readonly (string | undefined)[], between = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
