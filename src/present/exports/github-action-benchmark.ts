/**
 * What github-action-benchmark takes as `customSmallerIsBetter` or `customBiggerIsBetter` (its src/extract.ts):
 * one file for each direction. Units are the measures' own and never change, so that runs can be compared over time.
 */
import { betterOf } from '../../quantity/measure.ts';
import { prettyJson } from '../../store/files.ts';
import type { MeasuredCase } from '../document.ts';
import { formatLevel } from '../format/value.ts';
import { leftOutNote, type Exported } from './exported.ts';
import { mediansOf, type NamedMedian } from './medians.ts';

interface BenchmarkEntry {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly range?: string;
  readonly extra: string;
}

const tools = { less: 'customSmallerIsBetter', more: 'customBiggerIsBetter' } as const;

/**
 * The medians of measures of which less, or more, is better.
 *
 * @returns undefined where there are none
 */
export function benchmarkExport(
  cases: readonly MeasuredCase[],
  asked: string | undefined,
  better: 'less' | 'more',
): Exported | undefined {
  const { known, unknown } = mediansOf(cases, asked);
  const fitting = known.filter(({ measure }) => betterOf(measure) === better);
  if (fitting.length === 0) return undefined;
  const others = known.filter((one) => !fitting.includes(one)).map(nameOf);
  return {
    text: prettyJson(fitting.map(entryOf)),
    notes: [
      `Hand it over with: tool: ${tools[better]}`,
      ...leftOutNote('since too few runs finished', unknown),
      ...leftOutNote(`since ${better} isn't better by them (see --better)`, others),
    ],
  };
}

const nameOf = ({ name, measure }: NamedMedian): string => `${name} ${measure.id}`;

function entryOf(one: NamedMedian): BenchmarkEntry {
  const { lower, upper, level, n } = one.estimate;
  const isKnown = lower !== null && upper !== null;
  const { session } = one.aCase;
  return {
    name: nameOf(one),
    value: one.value,
    unit: one.measure.unit,
    ...(isKnown && { range: `${lower} to ${upper}` }),
    extra: `${one.measure.title}: median of ${n} runs, ${formatLevel(level)} interval\nsession ${session.id}`,
  };
}
