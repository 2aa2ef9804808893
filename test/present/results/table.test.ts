import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/present/figure/column.ts';
import { notRun } from '../../../src/present/results/notes.ts';
import { resultTable, type ResultTable } from '../../../src/present/results/table.ts';
import { realCase, realCases } from '../../fixtures/real-session.ts';

const tableOf = (id: string, measure?: string): ResultTable => {
  const aCase = realCase(id);
  const found = aCase.definition.measures.find(
    (one) => measure === undefined || one.id === measure,
  );
  return resultTable(aCase, found!);
};
const rowOf = (table: ResultTable, id: string) =>
  table.rows.find(({ contestant }) => contestant === id);

describe('the table of a case', () => {
  it('tells measure, runs and which side is better, and whose numbers these are', () => {
    expect(tableOf('cpu/20')).toMatchObject({
      case: 'cpu/20',
      session: realCase('cpu/20').session.id,
      words: 'Wall time, 21 runs each. Less is better.',
      levels: [0.95],
    });
  });

  it('prints the medians of the pages', () => {
    const aCase = realCase('spawn/100');
    const measure = aCase.definition.measures[0]!;
    const { cells } = columnOf({ aCase, measure }, true);
    const rows = resultTable(aCase, measure).rows.filter(({ median }) => median !== '');
    expect(rows).toHaveLength(9);
    for (const { contestant, median, interval } of rows)
      expect(cells.get(contestant)).toMatchObject({
        point: median.split('\u00a0')[0],
        interval,
      });
  });

  it('holds each against the best by the ratio, with its interval', () => {
    const [first, second] = tableOf('cpu/20').rows;
    expect(first).toMatchObject({ against: '', againstInterval: '', standing: 'best' });
    expect(second).toMatchObject({
      contestant: 'python-processes',
      against: '1.26×',
      againstInterval: '1.17–1.38',
      standing: 'behind',
    });
  });

  it('tells the difference where the measure is what remains of a time', () => {
    const table = tableOf('io/100');
    expect(rowOf(table, 'duso')?.standing).toBe('best, tied');
    expect(rowOf(table, 'python-threads')).toMatchObject({
      against: '+142\u00a0ms',
      againstInterval: '123–165',
      standing: 'behind',
    });
    expect(rowOf(table, 'python-asyncio')?.standing).toBe('tied');
  });

  it('says where it is open whether a lead matters', () => {
    expect(rowOf(tableOf('memory/10'), 'duso')?.standing).toBe('may not matter');
  });

  it('prints words where there is no median, and no interval of none', () => {
    expect(rowOf(tableOf('io/1000'), 'python-threads')).toMatchObject({
      median: '',
      interval: 'did not finish',
      standing: 'behind',
    });
    expect(rowOf(tableOf('io/2000'), 'python-processes')).toMatchObject({
      interval: 'one run',
      standing: 'tried once',
    });
  });

  it('says failures with how many of how many and why, and why nobody is best', () => {
    expect(tableOf('io/1000').notes).toContainEqual({
      kind: 'failure',
      words:
        'python-threads: 2 of 12 finished, 10 timed out: not finished after 60 s, with 2197 to 4058 of 5000 requests made',
    });
    expect(tableOf('io/10000').notes[0]).toEqual({
      kind: 'undecided',
      words:
        'Nobody is best: duso had at most 7120 requests in flight at once, fewer than 95% of the workers',
    });
  });

  it('says the flags of the measure that is shown and of whole runs, not those of other measures', () => {
    const flagsBy = (measure: string): string[] =>
      tableOf('memory/1000', measure).notes.map(({ words }) => words);
    expect(flagsBy('peakTree')).toEqual([
      'far above the median: python-threads (2 runs), python-asyncio (1 run)',
      'others used the processor: python-threads (8 runs), python-processes (21 runs)',
      'slow first run: python-asyncio (1 run)',
    ]);
    expect(flagsBy('peakProcess').join()).not.toContain('slow first run');
  });
});

describe('who was not run', () => {
  it('is said once for all cases, with how many these are and why', () => {
    const [only, ...others] = notRun(realCases);
    expect(others).toEqual([]);
    expect(only?.words).toMatch(
      /^python-free-threaded \(15 of 26 cases\): There is no free-threaded Python/,
    );
    expect(notRun([realCase('cpu/20')])[0]?.words).toMatch(/^python-free-threaded: There is no/);
    expect(notRun([realCase('startup/hello')])).toEqual([]);
  });
});
