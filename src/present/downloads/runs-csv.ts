/** The runs of several cases as one table: a line an invocation, all measures, the session beside each. */
import { measureValue } from '../../analyse/measures.ts';
import { endingOf } from '../../quantity/units.ts';
import type { InvocationRecord } from '../../store/record-schema.ts';
import type { MeasuredCase } from '../document.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { columnsOf, type Column } from './records-csv.ts';

/**
 * The columns of each case's own table, called alike, with `session` before them, and what is computed from
 * a run after them, under `derived.<measure><Unit>`. What a case doesn't have is absent.
 */
export function runsCsv(cases: readonly MeasuredCase[]): string {
  const tables = cases.map((aCase) => ({
    aCase,
    columns: new Map(
      [...columnsOf(aCase.definition), ...derivedColumns(aCase)].map(({ name, value }) => [
        name,
        value,
      ]),
    ),
  }));
  const names = [...new Set(tables.flatMap(({ columns }) => [...columns.keys()]))];
  const rows = tables.flatMap(({ aCase, columns }) =>
    aCase.records.map((record): CsvValue[] => [
      aCase.session.id,
      ...names.map((name) => columns.get(name)?.(record)),
    ]),
  );
  return toCsv(['session', ...names], rows);
}

/** Remainders and quotients, of runs that finished. */
function derivedColumns({ definition }: MeasuredCase): Column[] {
  return definition.measures
    .filter(({ source }) => source.from === 'floor' || source.from === 'quotient')
    .map((measure) => ({
      name: `derived.${measure.id}${endingOf(measure.unit)}`,
      value: (record: InvocationRecord): CsvValue =>
        record.outcome === 'measured' ? measureValue(record, measure, definition) : undefined,
    }));
}
