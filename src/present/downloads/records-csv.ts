/** The records of a case as a table: a line an invocation, raw values, units in the columns' names. */
import { endingOf } from '../../quantity/units.ts';
import {
  recordSchema,
  serviceReportSchema,
  type InvocationRecord,
} from '../../store/record-schema.ts';
import type { SessionCase } from '../../store/schema.ts';
import { toCsv, type CsvValue } from './csv.ts';

export interface Column {
  readonly name: string;
  readonly value: (record: InvocationRecord) => CsvValue;
}

/**
 * All records in the order given. What the program reported stands under `measures.<measure><Unit>`,
 * what the service saw under `service.<field>`; the other columns are called as in the record.
 */
export function recordsCsv(aCase: SessionCase, records: readonly InvocationRecord[]): string {
  const columns = columnsOf(aCase);
  return toCsv(
    columns.map(({ name }) => name),
    records.map((record) => columns.map(({ value }) => value(record))),
  );
}

/** Columns of a case's records: fields as in the record, then by measure and by what the service saw. */
export function columnsOf(aCase: SessionCase): Column[] {
  const fields = Object.keys(recordSchema.shape) as (keyof InvocationRecord)[];
  return fields.flatMap((field): Column[] => {
    if (field === 'measures') return measureColumns(aCase);
    if (field === 'gave')
      return aCase.check?.agree === undefined
        ? []
        : [{ name: 'gave.sha256', value: (record) => record.gave?.sha256 }];
    if (field === 'service') return aCase.service === undefined ? [] : serviceColumns();
    return [{ name: field, value: (record) => record[field] }];
  });
}

function measureColumns(aCase: SessionCase): Column[] {
  return aCase.measures
    .filter(({ source }) => source.from === 'program' || source.from === 'check')
    .map(({ id, unit }) => ({
      name: `measures.${id}${endingOf(unit)}`,
      value: (record) => record.measures?.[id],
    }));
}

function serviceColumns(): Column[] {
  const fields = Object.keys(serviceReportSchema.shape) as (keyof NonNullable<
    InvocationRecord['service']
  >)[];
  return fields.map((field) => ({
    name: `service.${field}`,
    value: (record) => record.service?.[field],
  }));
}
