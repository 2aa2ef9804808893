import { describe, expect, it } from 'vitest';
import { resultsDocument } from '../../../src/present/results/document.ts';
import { resultsMarkdown } from '../../../src/present/results/markdown.ts';
import { notRun } from '../../../src/present/results/notes.ts';
import { resultTable } from '../../../src/present/results/table.ts';
import { resultsDocumentSchema } from '../../../src/store/results-document.ts';
import { realCase, realCases, realSession } from '../../fixtures/real-session.ts';

/** Wall times of a contestant's counted runs by round, straight from the records. */
function wallsOf(id: string, contestant: string): Map<number, number> {
  const own = realCase(id).records.filter(
    (one) => one.contestant === contestant && one.round > 0 && one.outcome === 'measured',
  );
  return new Map(own.map(({ round, wallNs }) => [round, wallNs!]));
}

/** The middle one of an odd count. */
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[(values.length - 1) / 2]!;

describe('results as data', () => {
  it('fit their schema for every case and measure', () => {
    expect(resultsDocumentSchema.parse(resultsDocument(realCases, 'all')).cases).toHaveLength(26);
  });

  it('name the session, its commit and the key of each contestant', () => {
    const [aCase] = resultsDocument([realCase('cpu/20')], undefined).cases;
    expect(aCase).toMatchObject({
      case: 'cpu/20',
      session: realSession,
      profile: 'full',
      commit: 'f3800c1600ba623d48dea2d452672220ac54334a',
      dirty: false,
      rounds: 21,
    });
    const planned = realCase('cpu/20').definition.contestants;
    const key = planned.find(({ id }) => id === 'duso')?.key;
    expect(aCase?.contestants[0]).toMatchObject({
      contestant: 'duso',
      key,
      attempted: 21,
      finished: 21,
    });
  });

  it('hold the median of the runs in the unit, and the median of the ratios of the rounds', () => {
    const [measure] = resultsDocument([realCase('cpu/20')], undefined).cases[0]!.measures;
    const own = wallsOf('cpu/20', 'python-processes');
    const leader = wallsOf('cpu/20', 'python-processes-jit');
    const ratios = [...own].map(([round, wall]) => wall / leader.get(round)!);
    expect(measure).toMatchObject({ measure: 'wall', unit: 'ns', main: true, better: 'less' });
    const second = measure!.standings[1]!;
    expect(second).toMatchObject({
      contestant: 'python-processes',
      standing: 'behind',
      verdict: 'more',
      matters: 'shown',
    });
    expect(second.median?.value).toBe(middle([...own.values()]));
    expect(second.median).toMatchObject({ level: 0.95, n: 21 });
    expect(second.ratio?.value).toBeCloseTo(middle(ratios), 9);
    expect(second.ratio).toMatchObject({ level: 0.99, n: 21 });
  });

  it('say the reasons of what is not decided, and null for what lies beyond every finished run', () => {
    const [measure] = resultsDocument([realCase('io/10000')], undefined).cases[0]!.measures;
    expect(measure?.best).toBeUndefined();
    expect(measure?.whyNobodyIsBest).toContain('requests in flight');
    const [slow] = resultsDocument([realCase('io/1000')], undefined).cases[0]!.measures;
    const last = slow!.standings.find(({ contestant }) => contestant === 'python-threads');
    expect(last?.median).toMatchObject({ value: null, n: 12 });
  });
});

describe('results as Markdown', () => {
  it('are a heading, a table that GitHub draws, and the notes', () => {
    const aCase = realCase('startup/hello');
    const table = resultTable(aCase, aCase.definition.measures[0]!);
    const lines = resultsMarkdown([table], notRun([aCase])).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '### `startup/hello`',
      '',
      'Wall time, 21 runs each. Less is better.',
      '',
      '| contestant | median | interval | to the best | interval (99%) | standing |',
      '| --- | --: | --- | --: | --- | --- |',
      '| `duso` | 8.6 ms | 8.1–9.6 |  |  | best |',
    ]);
    expect(lines.at(-2)).toBe('- wall time out of step with CPU time: python (1 run)');
  });
});
