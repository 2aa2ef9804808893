import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runsCsv } from '../../../src/present/downloads/runs-csv.ts';
import { realCase, realCases, realSession } from '../../fixtures/real-session.ts';

type Row = Record<string, string>;
const read = (text: string): Row[] => parse(text, { columns: true, recordDelimiter: '\r\n' });

describe('the runs of several cases as CSV', () => {
  const rows = read(runsCsv(realCases));

  it('are a row for each record, with its session, case, contestant and round', () => {
    expect(rows).toHaveLength(realCases.flatMap(({ records }) => records).length);
    const first = realCase('cpu/20').records[0]!;
    expect(rows.find((row) => row['case'] === 'cpu/20')).toMatchObject({
      session: realSession,
      contestant: first.contestant,
      round: `${first.round}`,
      outcome: first.outcome,
      wallNs: `${first.wallNs}`,
    });
  });

  it('have what the program reported and what is computed from it, with units in the names', () => {
    const row = rows.find((one) => one['case'] === 'io/100' && one['round'] === '7')!;
    const answered = Number(row['measures.allAnsweredNs']);
    expect(answered).toBeGreaterThan(5e9);
    // The floor of the case: five answers of a second each, one after another.
    expect(Number(row['derived.overheadNs'])).toBe(
      answered - realCase('io/100').definition.floorNs!,
    );
    expect(row['measures.allDoneNs']).toBe('');
  });

  it('compute nothing of a run that did not finish', () => {
    const late = rows.filter((row) => row['case'] === 'io/10000' && row['outcome'] === 'timed-out');
    expect(late.length).toBeGreaterThan(3);
    expect(late.map((row) => row['derived.overheadNs'])).toEqual(late.map(() => ''));
  });
});
