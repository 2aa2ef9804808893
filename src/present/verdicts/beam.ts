/** Where marks hang on the beam: a log scale in percent of its width, "equal" in the middle. */
import type { Estimate } from '../../analyse/types.ts';

/** Percent of the beam for each factor of e: room for a ratio of 3 on either side. */
const PERCENT_PER_LN = 39;
/** The same with room for a ratio of 20, for figures that others published. */
const WIDE_PERCENT_PER_LN = 15;
const MIDDLE = 50;
/** Half of the beam that a mark may use; beyond, an arrow says that the scale ends. */
const REACH = 46;

export const beamTicks: readonly { readonly label: string; readonly x: number }[] = [
  { label: '3×', x: place(1 / 3) },
  { label: '2×', x: place(1 / 2) },
  { label: 'equal', x: MIDDLE },
  { label: '2×', x: place(2) },
  { label: '3×', x: place(3) },
];

export const wideBeamTicks: typeof beamTicks = [
  { label: '10×', x: place(1 / 10, WIDE_PERCENT_PER_LN) },
  { label: 'equal', x: MIDDLE },
  { label: '10×', x: place(10, WIDE_PERCENT_PER_LN) },
];

export interface BeamMark {
  readonly x: number;
  /** Ends of the interval, cut at the ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** The mark lies beyond the scale on this side. */
  readonly beyond?: 'left' | 'right';
}

/**
 * A ratio on the beam: below 1 left of the middle.
 *
 * @returns undefined for a ratio with no median, or one that no log scale can hold
 */
export function beamMark(ratio: Estimate): BeamMark | undefined {
  return markOn(ratio, PERCENT_PER_LN);
}

/** The same on the wide beam. */
export function wideBeamMark(ratio: Estimate): BeamMark | undefined {
  return markOn(ratio, WIDE_PERCENT_PER_LN);
}

/** A single ratio above 0 on the wide beam, cut at its ends. */
export function wideBeamPlace(ratio: number): number {
  return cut(place(ratio, WIDE_PERCENT_PER_LN));
}

function markOn({ point, lower, upper }: Estimate, perLn: number): BeamMark | undefined {
  if (point === null || point <= 0) return undefined;
  const x = place(point, perLn);
  const from = lower === null || lower <= 0 ? MIDDLE - REACH : cut(place(lower, perLn));
  const to = upper === null ? MIDDLE + REACH : cut(place(upper, perLn));
  const beyond = x < MIDDLE - REACH ? 'left' : x > MIDDLE + REACH ? 'right' : undefined;
  return { x: cut(x), from, to, ...(beyond !== undefined && { beyond }) };
}

/** Band of what matters, given as a ratio above 1: 1.02 is ±2%. */
export function beamBand(matters: number): { from: number; to: number } {
  return { from: place(1 / matters), to: place(matters) };
}

function place(ratio: number, perLn = PERCENT_PER_LN): number {
  return Math.round((MIDDLE + perLn * Math.log(ratio)) * 100) / 100;
}

function cut(x: number): number {
  return Math.min(MIDDLE + REACH, Math.max(MIDDLE - REACH, x));
}
