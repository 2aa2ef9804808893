/** A series' label in a growth chart: its name, and why it ended if it did. */
import { formatCount } from '../format/value.ts';
import type { Place } from './boxes.ts';
import { AXIS_FONT, NAME_FONT, type Width } from './fonts.ts';
import type { TextItem } from './layers.ts';
import { colourOf, nameBesideMark } from './marks.ts';
import { widestText, wrapText } from './text-metrics.ts';
import type { GrowthSeries } from './types.ts';

const NAME_LINE = 17;
const REASON_LINE = 15;
/** In the column at the right, and inside the plot. */
const WIDEST = {
  edge: { wide: 150, narrow: 88 },
  inside: { wide: 240, narrow: 120 },
} as const;

export interface Block {
  readonly series: GrowthSeries;
  readonly lines: readonly { readonly text: string; readonly isName: boolean }[];
  readonly width: number;
  readonly height: number;
}

export function blockOf(series: GrowthSeries, where: 'edge' | 'inside', width: Width): Block {
  const room = WIDEST[where][width];
  const names = wrapText(nameBesideMark(series.mark), room, NAME_FONT);
  const reasons = wrapText(failureText(series), room, AXIS_FONT);
  return {
    series,
    lines: [
      ...names.map((text) => ({ text, isName: true })),
      ...reasons.map((text) => ({ text, isName: false })),
    ],
    width: Math.max(widestText(names, NAME_FONT), widestText(reasons, AXIS_FONT)),
    height: names.length * NAME_LINE + reasons.length * REASON_LINE + 2,
  };
}

/** The texts of a block whose left top corner is at `place`. */
export function blockItems(block: Block, place: Place): readonly TextItem[] {
  let y = place.y - 4;
  return block.lines.map(({ text, isName }) => {
    y += isName ? NAME_LINE : REASON_LINE;
    const fill = isName ? colourOf(block.series.mark) : 'var(--ink-2)';
    return { x: place.x, y, text, font: isName ? NAME_FONT : AXIS_FONT, fill };
  });
}

/** "✕ at 1000: out of memory at 4 GiB"; empty for a series that didn't fail. */
export function failureText(series: GrowthSeries): string {
  if (series.failedAt === undefined) return '';
  return `✕ at ${formatCount(series.failedAt.size)}: ${series.failedAt.words}`;
}
