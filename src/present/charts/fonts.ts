/** Sizes of a chart: text never shrinks with the chart, so each width has its own drawing. */
import type { Font } from './text-metrics.ts';

export type Width = 'wide' | 'narrow';

/** Native widths in px: a figure column, and a phone of 375 px less its margins. */
export const WIDTHS: Readonly<Record<Width, number>> = { wide: 704, narrow: 343 };

export const AXIS_FONT: Font = { size: 12, weight: 400 };
export const TEXT_FONT: Font = { size: 13, weight: 400 };
export const NAME_FONT: Font = { size: 13, weight: 600 };
export const STRONG_FONT: Font = { size: 13, weight: 650 };
