/** A specification of Vega-Lite that an author wrote: what it may hold, and what it can't mean. */
import type { TopLevelSpec } from 'vega-lite';
import { nearest } from '../../scenario/nearest.ts';
import { plotColumns, plotTables, type PlotTable, type PlotTables } from './data.ts';

type SpecPath = readonly (string | number)[];

export interface SpecMistake {
  readonly path: SpecPath;
  readonly what: string;
}

/** Keys that load, run, or paint by themselves; with the way out. */
const REFUSED: Readonly<Record<string, string>> = {
  url: 'loads something, and a page loads nothing. Name the data: {"name": "medians"}.',
  href: 'makes marks into links. Leave it out.',
  params: 'is for charts that a person changes, and a page runs no script. Leave it out.',
  config: 'is the theme’s: charts of a site look alike. Leave it out.',
  usermeta: 'is not read. Leave it out.',
  values:
    'holds data of its own, and a number of a report comes from runs. Name the data: {"name": "runs"}.',
  datasets: 'holds data of its own, and a number of a report comes from runs. Leave it out.',
  image: 'shows a picture. Pictures are written into the text.',
};

/** What is wrong in a specification before it is drawn: with the path, for the line. */
export function specMistakes(spec: unknown): SpecMistake[] {
  if (!isObject(spec)) return [{ path: [], what: 'a specification is an object: {"data": …}.' }];
  const all = [...walk(spec, [])];
  const tables = all.filter(({ path }) => path.at(-1) === 'data');
  if (tables.length === 0)
    return [
      {
        path: [],
        what: `it names no data. Write "data": {"name": "medians"}; there are: ${plotTables.join(', ')}.`,
      },
    ];
  return [
    ...all.flatMap(({ path, value }) => refused(path, value)),
    ...tables.flatMap(({ path, value }) => dataMistake(path, value)),
    ...fieldMistakes(all, tables),
  ];
}

interface Found {
  readonly path: SpecPath;
  readonly value: unknown;
}

function* walk(value: unknown, path: SpecPath): Generator<Found> {
  yield { path, value };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(path: SpecPath, value: unknown): SpecMistake[] {
  const key = path.at(-1);
  const isMark = value === 'image' && (key === 'mark' || key === 'type');
  const name = isMark ? 'image' : String(key);
  // "values" is also the ticks of an axis: refused are those of data.
  const isData = name !== 'values' || path.at(-2) === 'data';
  if (!Object.hasOwn(REFUSED, name) || !isData || (name === 'image' && !isMark)) return [];
  return [{ path, what: `"${name}" ${REFUSED[name]}` }];
}

function dataMistake(path: SpecPath, value: unknown): SpecMistake[] {
  const name = isObject(value) ? value['name'] : undefined;
  if (typeof name === 'string' && (plotTables as readonly string[]).includes(name)) return [];
  const near = typeof name === 'string' ? nearest(name, plotTables) : undefined;
  const meant =
    near === undefined ? `There are: ${plotTables.join(', ')}.` : `Did you mean "${near}"?`;
  return [{ path, what: `its data is none of the report's. ${meant}` }];
}

/** Fields that neither the named tables nor a transformation have. */
function fieldMistakes(all: readonly Found[], tables: readonly Found[]): SpecMistake[] {
  const named = tables.flatMap(({ value }) => (isObject(value) ? [value['name']] : []));
  const columns = plotTables
    .filter((one) => named.includes(one))
    .flatMap((one) => plotColumns[one]);
  const made = all
    .filter(({ path }) => path.at(-1) === 'as' || path.at(-2) === 'as')
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  // A fold, a pivot or a lookup makes columns by rules of its own: then nothing can be said of a name.
  const isOpen = all.some(({ path }) =>
    ['fold', 'pivot', 'lookup', 'flatten'].includes(String(path.at(-1))),
  );
  const known = new Set([...columns, ...made]);
  if (isOpen) return [];
  return all.flatMap(({ path, value }) =>
    fieldsIn(path, value)
      .filter((field) => !known.has(field))
      .map((field) => {
        const near = nearest(field, known);
        const meant =
          near === undefined ? `There are: ${[...known].join(', ')}.` : `Did you mean "${near}"?`;
        return { path, what: `there is no field "${field}". ${meant}` };
      }),
  );
}

/** Fields that a value names: as a field, to group by, or in an expression as `datum.median`. */
function fieldsIn(path: SpecPath, value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const key = path.at(-1);
  if (key === 'field' || path.at(-2) === 'groupby') return [value];
  if (key !== 'calculate' && key !== 'filter' && key !== 'test') return [];
  return [...value.matchAll(/\bdatum(?:\.([A-Za-z_]\w*)|\[\s*['"]([^'"]+)['"]\s*\])/g)].map(
    ([, plain, quoted]) => plain ?? quoted!,
  );
}

/** More rows than this make a page heavy, and no chart of marks readable. */
export const MOST_ROWS = 2000;

/**
 * The rows that a specification can draw: those that its first filters by equality let through, with the
 * columns that it names.
 */
export function rowsFor(spec: Readonly<Record<string, unknown>>, tables: PlotTables): PlotTables {
  const text = JSON.stringify(spec);
  const filters = equalities(spec);
  const pruned = plotTables.map((name): [string, PlotTable] => {
    const columns = plotColumns[name].filter((column) => text.includes(column));
    const rows = tables[name].filter((row) =>
      filters.every(
        ({ field, values }) => !(field in row) || values.some(({ value }) => value === row[field]),
      ),
    );
    return [
      name,
      rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]!]))),
    ];
  });
  return Object.fromEntries(pruned) as PlotTables;
}

/** A filter that lets through the rows with one of these values, each with its path. */
interface Equality {
  readonly field: string;
  readonly values: readonly Found[];
}

/** The first filters by equality: `{"filter": {"field": "measure", "equal": "wall"}}`, or with `oneOf`. */
export function equalities(spec: unknown): Equality[] {
  const steps = isObject(spec) ? spec['transform'] : undefined;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown, index) => equality(step, ['transform', index, 'filter']));
}

function equality(step: unknown, path: SpecPath): Equality[] {
  const filter = isObject(step) ? step['filter'] : undefined;
  const field = isObject(filter) ? filter['field'] : undefined;
  if (!isObject(filter) || typeof field !== 'string') return [];
  const { equal, oneOf } = filter;
  if (equal !== undefined) return [{ field, values: [{ value: equal, path: [...path, 'equal'] }] }];
  if (!Array.isArray(oneOf)) return [];
  const values = oneOf.map((value: unknown, index) => {
    return { value, path: [...path, 'oneOf', index] };
  });
  return [{ field, values }];
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
