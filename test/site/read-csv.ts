/** Reads a case's records.csv back into records, by the names of its columns alone. */
import { parse } from 'csv-parse/sync';

const texts = new Set(['case', 'contestant', 'at', 'outcome', 'reason', 'signal', 'stderr']);

/** A record for each line; `measures.<measure><Unit>` and `service.<field>` become objects again. */
export function readCsv(text: string): Record<string, unknown>[] {
  const lines = parse(text, {
    recordDelimiter: '\r\n',
    // An unquoted nothing is an absent value, a quoted one is an empty text.
    cast: (value, { quoting }) => (value === '' && !quoting ? undefined : value),
  }) as unknown as (string | undefined)[][];
  const [header = [], ...rows] = lines;
  return rows.map((row) => {
    const record: Record<string, unknown> = {};
    row.forEach((value, index) => {
      if (value !== undefined) put(record, header[index]!, value);
    });
    return record;
  });
}

function put(record: Record<string, unknown>, column: string, text: string): void {
  const value = texts.has(column) ? text.replace(/^'(?='*[=+\-@\t\r])/, '') : Number(text);
  const [group, field] = column.split('.');
  if (field === undefined) {
    record[column] = value;
    return;
  }
  const inner = (record[group!] ??= {}) as Record<string, unknown>;
  inner[group === 'measures' ? field.replace(/(?:Ns|Bytes|Cores)$/, '') : field] = value;
}
