/** Where marks hang on the beam: a log scale in percent of its width, "equal" in the middle. */
import type { Estimate } from '../../analyse/types.ts';

/** A log scale across a beam. */
export interface BeamScale {
  /** Where "equal" stands, in percent of the width. */
  readonly equal: number;
  /** Percent for each factor of e. */
  readonly perLn: number;
  readonly ticks: readonly { readonly label: string; readonly x: number }[];
}

/** What a mark may use of the beam; beyond, an arrow says that the scale ends. */
const [FIRST, LAST] = [4, 96];

/** Room for a ratio of 3 on either side. */
export const usualBeam: BeamScale = scaleWith({ equal: 50, perLn: 39 }, [
  ['3×', 1 / 3],
  ['2×', 1 / 2],
  ['equal', 1],
  ['2×', 2],
  ['3×', 3],
]);

/** The same with room for a ratio of 20, for figures that others published. */
export const wideBeam: BeamScale = scaleWith({ equal: 50, perLn: 15 }, [
  ['10×', 1 / 10],
  ['equal', 1],
  ['10×', 10],
]);

/** Ends of the scale of a ranking, each with the labels that it has room for. */
const endsOfRankings = [
  { most: 3, labels: [2, 3] },
  { most: 10, labels: [3, 10] },
  { most: 30, labels: [3, 10, 30] },
  { most: 100, labels: [10, 100] },
  { most: 1000, labels: [10, 100, 1000] },
] as const;

/** "Equal" of a ranking: all that matters lies right of it. */
const EQUAL_OF_RANKING = 12;

/** The scale of rankings that has room for these ratios to the first. */
export function rankingBeam(ratios: readonly (Estimate | null)[]): BeamScale {
  const largest = Math.max(1, ...ratios.map((ratio) => ratio?.point ?? 1));
  const { most, labels } =
    endsOfRankings.find((end) => largest <= end.most) ?? endsOfRankings[endsOfRankings.length - 1]!;
  // The last label stands over its line: half of it needs room too.
  const perLn = (LAST - 4 - EQUAL_OF_RANKING) / Math.log(most);
  const marked = labels.map((ratio) => [`${ratio}×`, ratio] as const);
  return scaleWith({ equal: EQUAL_OF_RANKING, perLn }, [['equal', 1], ...marked]);
}

function scaleWith(
  scale: Omit<BeamScale, 'ticks'>,
  labels: readonly (readonly [string, number])[],
): BeamScale {
  return { ...scale, ticks: labels.map(([label, ratio]) => ({ label, x: place(ratio, scale) })) };
}

export interface BeamMark {
  readonly x: number;
  /** Ends of the interval, cut at the ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** The mark lies beyond the scale on this side. */
  readonly beyond?: 'left' | 'right';
}

/**
 * A ratio on the beam: below 1 left of "equal".
 *
 * @returns undefined for a ratio with no median, or one that no log scale can hold
 */
export function beamMark(
  { point, lower, upper }: Estimate,
  scale: BeamScale = usualBeam,
): BeamMark | undefined {
  if (point === null || point <= 0) return undefined;
  const x = place(point, scale);
  const from = lower === null || lower <= 0 ? FIRST : cut(place(lower, scale));
  const to = upper === null ? LAST : cut(place(upper, scale));
  const beyond = x < FIRST ? 'left' : x > LAST ? 'right' : undefined;
  return { x: cut(x), from, to, ...(beyond !== undefined && { beyond }) };
}

/** A single ratio above 0, cut at the ends of the beam. */
export function beamPlace(ratio: number, scale: BeamScale): number {
  return cut(place(ratio, scale));
}

/** Band of what matters, given as a ratio above 1: 1.02 is ±2%. */
export function beamBand(
  matters: number,
  scale: BeamScale = usualBeam,
): { from: number; to: number } {
  return { from: place(1 / matters, scale), to: place(matters, scale) };
}

function place(ratio: number, { equal, perLn }: Omit<BeamScale, 'ticks'>): number {
  return Math.round((equal + perLn * Math.log(ratio)) * 100) / 100;
}

function cut(x: number): number {
  return Math.min(LAST, Math.max(FIRST, x));
}
