/** Names and reasons in a growth chart: at the line's end, beside the ✕, or under the chart. */
import { formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { toPixel } from './axis.ts';
import {
  boxAround,
  findPlace,
  pointsAlong,
  stack,
  textBox,
  type Box,
  type Place,
} from './boxes.ts';
import type { Width } from './fonts.ts';
import { blockItems, blockOf, failureText } from './growth-blocks.ts';
import { intervalBox, type GrowthLayout, type SeriesLayout } from './growth-layout.ts';
import type { Segment, TextItem } from './layers.ts';
import type { GrowthInput, Mark } from './types.ts';

/** What can't be drawn, in words, for the foot of the chart. */
interface Note {
  readonly mark: Mark;
  readonly text: string;
}

export interface GrowthLabels {
  readonly items: readonly TextItem[];
  /** Hairlines from a mark to a label that had to move away from it. */
  readonly leaders: readonly Segment[];
  readonly notes: readonly Note[];
}

/** A label this far from its mark gets a hairline. */
const LEADER_FROM = { edge: 8, inside: 26 };
/** From the middle of a mark to the start of its hairline. */
const CLEAR_OF_MARK = 9;

/**
 * Places all labels so that none lies over another or over a mark.
 *
 * @param taken boxes of texts that are already there
 */
export function labelGrowth(
  input: GrowthInput,
  layout: GrowthLayout,
  width: Width,
  taken: readonly Box[],
): GrowthLabels {
  const drawn = layout.series.filter((each) => each.end !== undefined);
  const isAtEdge = (each: SeriesLayout) => (each.end?.x ?? 0) > layout.edgeX - 1;
  const edge = labelsAtEdge(drawn.filter(isAtEdge), layout, width);
  const boxes = edge.items.map((item) => textBox(item.x, item.y, item.text, item.font));
  const limitY = input.limit && toPixel(layout.values, input.limit.value);
  const others = drawn.filter((each) => !isAtEdge(each));
  const inside = labelsInside(others, layout, width, [...taken, ...boxes], limitY);
  return {
    items: [...edge.items, ...inside.items],
    leaders: [...edge.leaders, ...inside.leaders],
    notes: [...inside.notes, ...notesOf(input, layout)],
  };
}

/** One column at the right, moved up and down until no name lies over another. */
function labelsAtEdge(series: readonly SeriesLayout[], layout: GrowthLayout, width: Width) {
  const wanted = series
    .map((each) => ({
      end: each.end ?? { x: 0, y: 0 },
      block: blockOf(each.series, 'edge', width),
    }))
    .map((each) => ({ ...each, height: each.block.height, wanted: each.end.y - 9 }))
    .sort((a, b) => a.wanted - b.wanted);
  const tops = stack(wanted, layout.plot.top - 12, layout.plot.bottom + 10);
  const items: TextItem[] = [];
  const leaders: Segment[] = [];
  for (const [i, { end, block }] of wanted.entries()) {
    const place = { x: layout.labelsX, y: tops[i] ?? 0 };
    items.push(...blockItems(block, place));
    const nameY = place.y + 9;
    if (Math.abs(nameY - end.y) < LEADER_FROM.edge) continue;
    leaders.push({ x: end.x + 7, y: end.y, x2: place.x - 2, y2: nameY });
  }
  return { items, leaders };
}

/** Beside the ✕, or the last mark, where there is room; else the words go under the chart. */
function labelsInside(
  series: readonly SeriesLayout[],
  layout: GrowthLayout,
  width: Width,
  takenBefore: readonly Box[],
  limitY: number | undefined,
) {
  const marks = layout.series.flatMap(({ drawn, cross }) => [
    ...drawn.flatMap((point) => [boxAround(point.place, 8), intervalBox(point, layout)]),
    ...(cross === undefined ? [] : [boxAround(cross, 8)]),
  ]);
  const taken = [...takenBefore, ...marks];
  const { left, right, top, bottom } = layout.plot;
  const paths = layout.series.map(pathOf);
  const limit =
    limitY === undefined
      ? []
      : [
          [
            { x: left, y: limitY },
            { x: right, y: limitY },
          ],
        ];
  const lines = [...paths, ...limit].flatMap(pointsAlong);
  const area = { left: left + 4, right, top: top - 8, bottom: bottom - 4 };
  const items: TextItem[] = [];
  const leaders: Segment[] = [];
  const notes: Note[] = [];
  for (const each of series) {
    const block = blockOf(each.series, 'inside', width);
    const anchor = each.end ?? { x: left, y: top };
    const place = findPlace(block, anchor, area, taken, lines);
    if (place === undefined) {
      const text =
        failureText(each.series) || `ends at ${formatCount(each.drawn.at(-1)?.size ?? 0)}`;
      notes.push({ mark: each.series.mark, text });
      continue;
    }
    items.push(...blockItems(block, place));
    const box = {
      left: place.x,
      right: place.x + block.width,
      top: place.y,
      bottom: place.y + block.height,
    };
    taken.push(box);
    leaders.push(...leaderTo(box, anchor));
  }
  return { items, leaders, notes };
}

/** The line of a series with its dotted end. */
function pathOf({ drawn, cross }: SeriesLayout): readonly Place[] {
  const places = drawn.map((point) => point.place);
  return cross === undefined ? places : [...places, cross];
}

/** A hairline where the label stands so far off that a reader could miss what it names. */
function leaderTo(box: Box, anchor: Place): readonly Segment[] {
  const x2 = Math.min(box.right, Math.max(box.left, anchor.x));
  const y2 = Math.min(box.bottom, Math.max(box.top, anchor.y));
  const length = Math.hypot(x2 - anchor.x, y2 - anchor.y);
  if (length < LEADER_FROM.inside) return [];
  const share = CLEAR_OF_MARK / length;
  const x = anchor.x + (x2 - anchor.x) * share;
  return [{ x, y: anchor.y + (y2 - anchor.y) * share, x2, y2 }];
}

/** Series without any mark, and points that a log axis can't show. */
function notesOf(input: GrowthInput, layout: GrowthLayout): readonly Note[] {
  return layout.series.flatMap(({ series, drawn }) => {
    const drawnSizes = new Set(drawn.map((point) => point.size));
    const missing = series.points
      .filter(({ size }) => !drawnSizes.has(size) && size !== series.failedAt?.size)
      .map(({ size, estimate }) => {
        const { point } = formatEstimate(estimate, input.unit);
        return `${point} at ${formatCount(size)}`;
      });
    const failure = drawn.length === 0 ? failureText(series) : '';
    const parts = [...missing, failure].filter((text) => text !== '');
    if (parts.length === 0 && drawn.length === 0) parts.push('not measured');
    return parts.length === 0 ? [] : [{ mark: series.mark, text: parts.join('; ') }];
  });
}
