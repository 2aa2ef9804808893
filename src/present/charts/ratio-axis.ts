/** The axis of a ratio chart: logarithmic and symmetrical about 1. */
import type { Axis } from './axis.ts';

interface Span {
  /** Half width of the axis: it shows 1/most … most. */
  readonly most: number;
  /** Ratios labelled on either side. */
  readonly ticks: readonly number[];
}

const widest: Span = { most: 8.8, ticks: [2, 4, 8] };
const spans: readonly Span[] = [
  { most: 1.25, ticks: [1.1, 1.2] },
  { most: 1.6, ticks: [1.25, 1.5] },
  { most: 2.2, ticks: [1.5, 2] },
  { most: 3.3, ticks: [2, 3] },
  { most: 4.6, ticks: [2, 4] },
  widest,
];

/**
 * The narrowest axis that holds all ratios; what exceeds the widest leaves the scale.
 * Labels on the left are inverted, so that a reader never has to invert 0.57.
 *
 * @param ratios positive
 * @param range in px
 */
export function ratioAxis(ratios: readonly number[], range: readonly [number, number]): Axis {
  const largest = Math.max(1, ...ratios.map((ratio) => Math.max(ratio, 1 / ratio)));
  const { most, ticks } = spans.find((span) => span.most >= largest) ?? widest;
  const right = ticks.map((value) => ({ value, label: `${value}×` }));
  const left = right.map(({ value, label }) => ({ value: 1 / value, label })).toReversed();
  return {
    type: 'log',
    domain: [1 / most, most],
    range,
    ticks: [...left, { value: 1, label: 'equal' }, ...right],
  };
}
