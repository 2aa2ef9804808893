/** What charts are drawn from: plain data. Values are in the measure's own unit. */
import type { TopLevelSpec } from 'vega-lite';
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

export interface GrowthPoint {
  readonly size: number;
  readonly estimate: Estimate;
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
  /** Whose shapes are drawn; empty where the chart explains itself. */
  readonly legend: readonly Mark[];
  /** The wide drawing names them itself. */
  readonly isNamed?: true;
  /** What has no mark, in words. */
  readonly notes: readonly { readonly mark: Mark; readonly words: string }[];
  /** Absent where the page lists the data anyway. */
  readonly table?: ChartTable;
  /** As it is drawn at its full width, data included. */
  readonly spec: TopLevelSpec;
}
