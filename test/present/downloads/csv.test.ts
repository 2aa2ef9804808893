import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/present/downloads/csv.ts';

/** Read by another program; an unquoted nothing is an absent value, an apostrophe before a formula no part of it. */
function readBack(text: string): (string | undefined)[][] {
  return parse(text, {
    recordDelimiter: '\r\n',
    cast: (value, { quoting }) =>
      value === '' && !quoting ? undefined : value.replace(/^'(?='*[=+\-@\t\r])/, ''),
  });
}

describe('a table as CSV', () => {
  it('has a header, and lines that end in CR LF', () => {
    expect(toCsv(['a', 'b'], [[1, 'x']])).toBe('a,b\r\n1,x\r\n');
  });

  it('quotes commas, quotes and line breaks, and doubles the quotes', () => {
    expect(toCsv(['a'], [['x, "y"\nz']])).toBe('a\r\n"x, ""y""\nz"\r\n');
  });

  it('leaves an absent value empty, and quotes an empty text', () => {
    expect(toCsv(['a', 'b'], [[undefined, '']])).toBe('a,b\r\n,""\r\n');
  });

  it.each(['=1+1', '=HYPERLINK("http://example.org")', '@SUM(1)', '+1', '-1', '\t=1', "'=1"])(
    'has the text %j as a text, which no spreadsheet computes',
    (text) => {
      const [, line = ''] = toCsv(['a'], [[text]]).split('\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('has a negative number as a number', () => {
    expect(toCsv(['a'], [[-1]])).toBe('a\r\n-1\r\n');
  });

  it('is read back as it was written, whatever the texts hold', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('"', ',', '\n', '\r\n', ' x ', '=1', "'=1", "''", '-'),
    );
    const row = fc.tuple(fc.string({ minLength: 1 }), fc.option(value, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(readBack(toCsv(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});
