/**
 * Tables as text by RFC 4180: a header, lines that end in CR LF, an absent value as nothing. A text that a
 * spreadsheet would compute has an apostrophe before it (OWASP, "CSV Injection").
 */

export type CsvValue = string | number | undefined;

const LINE_END = '\r\n';

/** @param rows a value for each of the columns */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [columns, ...rows].map((row) => row.map(field).join(',') + LINE_END).join('');
}

/** Quoted where it has to be. An empty text is quoted, which tells it from an absent value. */
function field(value: CsvValue): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? asText(value) : `${value}`;
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One apostrophe more before what would be a formula, with apostrophes before it or without: so it can be taken off again. */
const asText = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
