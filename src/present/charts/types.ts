/** What charts are drawn from: plain data. Values are in the measure's own unit. */
import type { Estimate } from '../../analyse/types.ts';
import type { MeasureUnit } from '../../quantity/units.ts';

export type Slot = 1 | 2 | 3 | 4 | 5 | 6;

/** The slot gives colour `--c1` … `--c6` and shape. */
export interface Look {
  readonly slot: Slot;
  /** A variant that shares its slot: same hue and shape, outlined only. */
  readonly hollow?: boolean;
  /** Tells contestants apart that share slot and form; stands beside the shape. From 2. */
  readonly number?: number;
}

/** How a contestant looks, everywhere. */
export interface Mark extends Look {
  readonly contestant: string;
  readonly label: string;
}

export interface StripRow {
  readonly mark: Mark;
  /** Finished runs, in the order they ran. */
  readonly runs: readonly number[];
  readonly estimate?: Estimate;
  /** What did not finish, or why nothing was measured: "out of memory at 4 GiB; 0 of 12 finished". */
  readonly words?: string;
}

export interface StripInput {
  /** Unique on the page; prefix of all ids. */
  readonly id: string;
  readonly title: string;
  readonly measureTitle: string;
  readonly unit: MeasureUnit;
  readonly rows: readonly StripRow[];
  readonly floor?: { readonly value: number; readonly label: string };
}

export interface GrowthPoint {
  readonly size: number;
  readonly estimate: Estimate;
  readonly runs?: readonly number[];
}

export interface GrowthSeries {
  readonly mark: Mark;
  /** In rising order of size. */
  readonly points: readonly GrowthPoint[];
  /** The first size that did not finish, and why. */
  readonly failedAt?: { readonly size: number; readonly words: string };
}

export interface GrowthInput {
  readonly id: string;
  readonly title: string;
  readonly measureTitle: string;
  readonly unit: MeasureUnit;
  /** What a size counts, in the singular: "worker". */
  readonly noun: string;
  readonly series: readonly GrowthSeries[];
  readonly limit?: { readonly value: number; readonly label: string };
}

export interface RatioRow {
  readonly label: string;
  /** The contestant that the label names: gives the label its glyph and colour. */
  readonly labelMark?: Mark;
  /** Rows with the same group stand under one heading. */
  readonly group?: string;
  /** Absent: no contestant is ahead. */
  readonly winner?: Mark;
  /** Left side over right side: below 1 the mark stands left of the line. */
  readonly ratio?: Estimate;
  readonly verdict: 'a' | 'b' | 'none';
  /** It is open whether the lead of the winner matters: its interval is drawn hollow. */
  readonly mayNotMatter?: true;
  /** Half width of the band as a ratio above 1: 1.02 is ±2%. */
  readonly matters?: number;
  /** In place of a ratio, or beside it: "did not finish", "not measured". */
  readonly words?: string;
}

export interface RatioInput {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly RatioRow[];
  /** Heads of the two sides: what a mark on that side means. */
  readonly leftLabel: string;
  readonly rightLabel: string;
}

export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly numeric: boolean }[];
  /** As many cells as columns; the first is the row's name. */
  readonly rows: readonly { readonly mark?: Mark; readonly cells: readonly string[] }[];
}

export interface Chart {
  /** SVG for columns of 704 px. */
  readonly wide: string;
  /** SVG for phones, 343 px. */
  readonly narrow: string;
  readonly title: string;
  readonly description: string;
  readonly table: ChartTable;
}
