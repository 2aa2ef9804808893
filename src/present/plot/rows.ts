/** The rows of the report's tables that a specification can draw. */
import { plotColumns, plotTables, type PlotTable, type PlotTables } from './data.ts';
import { isObject, type Found, type SpecPath } from './spec.ts';

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
