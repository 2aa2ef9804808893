import { describe, expect, it } from 'vitest';
import type { ContestantResult } from '../../../src/analyse/types.ts';
import type { MeasuredCase } from '../../../src/present/document.ts';
import { figureOf, type Figure } from '../../../src/present/figure/figure.ts';
import { localView, measured, referenceView } from '../sample.ts';

const of = (caseId: string, ...measures: readonly string[]): Figure =>
  drawn(measured(referenceView, caseId), ...measures);

function drawn(aCase: MeasuredCase, ...measures: readonly string[]): Figure {
  const all = aCase.definition.measures;
  const chosen =
    measures.length === 0 ? all : measures.map((id) => all.find((one) => one.id === id)!);
  return figureOf(
    referenceView,
    chosen.map((measure) => ({ aCase, measure })),
  );
}

/** The case with each contestant's result changed. */
const changed = (
  aCase: MeasuredCase,
  change: (result: ContestantResult) => Partial<ContestantResult>,
): MeasuredCase => ({
  ...aCase,
  result: {
    ...aCase.result,
    contestants: aCase.result.contestants.map((one) => ({ ...one, ...change(one) })),
  },
});
const names = ({ rows }: Figure): string[] => rows.map(({ mark }) => mark.contestant);
const rowOf = (figure: Figure, id: string) =>
  figure.rows.find(({ mark }) => mark.contestant === id)!;

describe('the rows of a figure', () => {
  it('hold each contestant once, without the A/A copy, the least of the first measure first', () => {
    const { result } = measured(referenceView, 'io/100');
    const own = result.contestants.filter(({ controlOf }) => controlOf === undefined);
    for (const id of ['overhead', 'peakTree']) {
      const point = (one: ContestantResult): number => one.estimates[id]!.point!;
      const ordered = own.toSorted((a, b) => point(a) - point(b)).map((one) => one.id);
      expect(names(of('io/100', id)), id).toEqual(ordered);
    }
  });

  it('begin with the most where more is better, and keep the order of the report where neither is', () => {
    const aCase = measured(referenceView, 'io/100');
    const with_ = (better: 'more' | 'neither'): string[] => {
      const measure = { ...aCase.definition.measures[0]!, better };
      return names(figureOf(referenceView, [{ aCase, measure }]));
    };
    expect(with_('more')).toEqual(names(of('io/100', 'overhead')).reverse());
    expect(with_('neither')[0]).toBe('duso');
  });

  it('say in words that a contestant did not finish, and why, and come last', () => {
    const figure = of('io/1000', 'wall', 'peakTree');
    const last = figure.rows.at(-1)!;
    expect(last.mark.contestant).toBe('python-processes');
    expect(last.failure).toContain('reached the cap of 4 GiB');
    expect(last.runs).toBe('0 of 3');
  });

  it('count the runs, and say which were lost', () => {
    const figure = of('io/10000', 'wall');
    expect(rowOf(figure, 'duso')).toMatchObject({ runs: '12', note: '' });
    expect(rowOf(figure, 'python-threads-http-client')).toMatchObject({
      runs: '9 of 12',
      note: '9 of 12 finished, 3 timed out',
    });
  });

  it('say who finished without all workers ever being busy at once', () => {
    const low = { kind: 'low-concurrency' as const, rounds: [1], value: 0.712 };
    const aCase = changed(measured(referenceView, 'io/100'), ({ id }) =>
      id === 'python-threads' ? { concurrency: 71.2, flags: [low] } : {},
    );
    expect(rowOf(drawn(aCase, 'wall'), 'python-threads').note).toBe(
      'a median of 71 of 100 workers waiting at once',
    );
  });

  it('leave out who was not run, and name them below', () => {
    const local = measured(localView, 'io/100');
    const measure = local.definition.measures[0]!;
    const figure = figureOf(localView, [{ aCase: local, measure }]);
    expect(names(figure)).not.toContain('duso');
    expect(figure.absent.map(({ mark, words }) => [mark.contestant, words])).toContainEqual([
      'duso',
      'not available on this machine',
    ]);
  });
});

describe('the columns of a figure', () => {
  it('have as many dots as finished counted runs, at their places on the axis', () => {
    const [column] = of('io/100', 'wall').columns;
    const aCase = measured(referenceView, 'io/100');
    for (const [id, cell] of column!.cells) {
      const times = aCase.records
        .filter((one) => one.contestant === id && one.round > 0 && one.outcome === 'measured')
        .map((one) => column!.axis!.place(one.wallNs!))
        .sort((a, b) => a - b);
      expect(times.length).toBe(21);
      expect(cell.kind === 'estimate' && cell.marks?.dots.map(({ x }) => x)).toEqual(times);
    }
  });

  it('have the floor on the axes of whole times alone', () => {
    const { columns } = of('io/100', 'overhead', 'allAnswered', 'wall');
    const floors = columns.map(({ measure, floor }) => [measure.id, floor?.words] as const);
    expect(floors.filter(([, words]) => words !== undefined)).toEqual([
      ['allAnswered', '5\u00a0s'],
      ['wall', '5\u00a0s'],
    ]);
  });

  it('draw the runs of up to three measures; of more only the first one’s, and print the others', () => {
    const drawnOf = ({ columns }: Figure): boolean[] =>
      columns.map(({ axis }) => axis !== undefined);
    expect(drawnOf(of('io/100', 'overhead', 'wall', 'peakTree'))).toEqual([true, true, true]);
    const [first, ...others] = drawnOf(of('io/100'));
    expect(first).toBe(true);
    expect(others.length).toBeGreaterThan(2);
    expect(others).not.toContain(true);
  });

  it('have no axis where nothing finished', () => {
    const none = changed(measured(referenceView, 'io/100'), ({ attempted }) => ({
      finished: 0,
      outcomes: { 'timed-out': attempted },
      reasons: ['not finished after 60 s'],
    }));
    const figure = drawn({ ...none, records: [] }, 'wall');
    expect(figure.columns[0]!.axis).toBeUndefined();
    expect(figure.rows.map(({ failure }) => failure)).toEqual(
      figure.rows.map(() => 'not finished after 60 s'),
    );
  });

  it('say from how many runs a number is, where a finished run has no value', () => {
    const aCase = measured(referenceView, 'io/1000');
    const fewer = changed(aCase, (one) => {
      const { wall } = one.estimates;
      return wall === undefined ? {} : { estimates: { wall: { ...wall, n: one.finished - 3 } } };
    });
    const cell = (from: MeasuredCase): unknown => rowOf(drawn(from, 'wall'), 'duso').cells[0];
    expect(cell(aCase)).toMatchObject({ kind: 'estimate', note: '' });
    expect(cell(fewer)).toMatchObject({ note: 'from 9 of 12 runs' });
  });

  it('say by block where the blocks of a session differ', () => {
    const differing = changed(measured(referenceView, 'io/100'), (one) => ({
      estimates: { wall: { ...one.estimates['wall']!, byBlock: [1e9, 2e9, 3e9] } },
    }));
    expect(rowOf(drawn(differing, 'wall'), 'duso').cells[0]).toMatchObject({
      note: 'by block 1\u00a0s, 2\u00a0s, 3\u00a0s',
    });
  });

  it('share a unit, which the head names', () => {
    const { columns } = of('io/100', 'wall', 'peakTree');
    expect(columns.map(({ unit }) => unit)).toEqual(['s', 'MB']);
    for (const { cells, unit } of columns)
      for (const cell of cells.values()) expect(cell).toMatchObject({ unit });
  });
});

describe('several sizes in one figure', () => {
  const choices = ['io/100', 'io/1000'].map((id) => {
    const aCase = measured(referenceView, id);
    return { aCase, measure: aCase.definition.measures.find((one) => one.id === 'wall')! };
  });
  const figure = figureOf(referenceView, choices, 'By size');

  it('are its columns, told apart by their size', () => {
    expect(figure.heads).toEqual(['100 workers', '1000 workers']);
    expect(figure.title).toBe('By size');
    expect(figure.words).toMatch(
      /^Wall time: medians with .*, 12 to 21 runs each\. Less is better\.$/,
    );
  });

  it('have a cell for each size, and words where only one did not finish', () => {
    const [first, second] = rowOf(figure, 'python-processes').cells;
    expect(first).toMatchObject({ kind: 'estimate' });
    expect(second).toEqual({ kind: 'words', words: 'did not finish' });
  });

  it('leave a cell empty where a contestant takes no part in a case', () => {
    const [small, large] = choices as [(typeof choices)[0], (typeof choices)[0]];
    const contestants = large.aCase.result.contestants.filter(({ id }) => id !== 'python-asyncio');
    const without = { ...large.aCase, result: { ...large.aCase.result, contestants } };
    const two = figureOf(referenceView, [small, { ...large, aCase: without }]);
    expect(rowOf(two, 'python-asyncio').cells[1]).toBeUndefined();
  });
});
