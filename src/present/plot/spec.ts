/** A specification of Vega-Lite that an author wrote: the way through it, and how it gets its data. */
import type { TopLevelSpec } from 'vega-lite';
import { plotTables, type PlotTables } from './data.ts';

export type SpecPath = readonly (string | number)[];

export interface SpecMistake {
  readonly path: SpecPath;
  readonly what: string;
}

/** A value in a specification, and the way to it. */
export interface Found {
  readonly path: SpecPath;
  readonly value: unknown;
}

/** A value and all below it. */
export function* walk(value: unknown, path: SpecPath): Generator<Found> {
  yield { path, value };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a specification has a text as it stands. */
export function placeOfText(spec: unknown, text: string): SpecPath | undefined {
  return [...walk(spec, [])].find(({ value }) => value === text)?.path;
}

/** The specification with its data, in this width; sizes of its own are kept. */
export function withData(
  spec: Readonly<Record<string, unknown>>,
  tables: PlotTables,
  width: number,
): TopLevelSpec {
  const filled = filledIn(spec, tables) as Readonly<Record<string, unknown>>;
  return {
    height: 260,
    ...filled,
    width,
    autosize: { type: 'fit', contains: 'padding' },
  } as unknown as TopLevelSpec;
}

function filledIn(value: unknown, tables: PlotTables): unknown {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, tables));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = key === 'data' && isObject(item) ? item['name'] : undefined;
      const table = plotTables.find((one) => one === name);
      return [key, table === undefined ? filledIn(item, tables) : { values: tables[table] }];
    }),
  );
}

/** Paint of a drawing that doesn't turn with the page; undefined where all does. */
export function strangePaint(svg: string): string | undefined {
  const paints = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, paint = '']) => paint);
  return paints.find(
    (paint) => !/^(?:var\(--[a-z0-9-]+\)|none|transparent|currentColor)$/.test(paint),
  );
}
