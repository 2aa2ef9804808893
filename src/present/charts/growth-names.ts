/** Direct labels: the names of a growth chart at the ends of its lines. */
import { inter } from '../../typeface/inter.ts';
import { shareOf, type Line } from './growth-lines.ts';
import { stack } from './stack.ts';
import { NAME } from './theme.ts';

/** Above the plot, and below it for the axis, in px. */
export const PADDING = { top: 30, bottom: 46 };
/** From the plot to the names at its right, and from one name to the next. */
const TO_NAMES = 14;
const NAME_LINE = 18;
/** A name that had to move this far from its line gets a hairline. */
const LEADER_FROM = 8;
const LONGEST_NAME = 190;

/** Width at the right of the plot, and height of the plot, that all names need in px. */
export function roomForNames(lines: readonly Line[]): {
  readonly width: number;
  readonly height: number;
} {
  const widest = Math.max(0, ...lines.map(({ name }) => inter.width(name, NAME)));
  return {
    width: Math.min(LONGEST_NAME, widest) + TO_NAMES + 6,
    height: lines.length * NAME_LINE - PADDING.top - PADDING.bottom,
  };
}

/** Names at the right, each at the height of its line's end or as near as the others let it. */
export function nameLayers(
  lines: readonly Line[],
  x: readonly [number, number],
  y: readonly [number, number],
  plot: { readonly width: number; readonly height: number },
  colour: object,
): object[] {
  const ends = lines
    .map(({ name, points, failedAt }) => ({
      contestant: name,
      from: plot.width * shareOf(failedAt ?? points.at(-1)!.size, x) + (failedAt ? 12 : 9),
      to: plot.width + TO_NAMES - 3,
      end: plot.height * (1 - shareOf(points.at(-1)!.median, y)),
    }))
    .sort((a, b) => a.end - b.end);
  const tops = stack(
    ends.map(({ end }) => end - NAME_LINE / 2),
    NAME_LINE,
    -PADDING.top,
    plot.height + PADDING.bottom,
  );
  const values = ends.map((end, index) => ({ ...end, label: tops[index]! + NAME_LINE / 2 }));
  const moved = values.filter(
    ({ from, end, label }) => Math.abs(end - label) > LEADER_FROM || from < plot.width - 12,
  );
  const px = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  return [
    {
      name: 'leaders',
      data: { values: moved },
      mark: { type: 'rule', color: 'var(--line-2)' },
      encoding: { x: px('from'), x2: { field: 'to' }, y: px('end'), y2: { field: 'label' } },
    },
    {
      name: 'names',
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: 3,
        fontSize: NAME.size,
        fontWeight: NAME.weight,
        limit: LONGEST_NAME,
      },
      encoding: {
        x: px('to'),
        y: px('label'),
        text: { field: 'contestant', type: 'nominal' },
        color: colour,
      },
    },
  ];
}
