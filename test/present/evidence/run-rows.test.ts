import { describe, expect, it } from 'vitest';
import { caseRuns, type ContestantRuns } from '../../../src/present/evidence/run-rows.ts';
import { measured, referenceView } from '../sample.ts';

const { report } = referenceView;
const rowsOf = ({ warmUp, blocks }: ContestantRuns) => [...warmUp, ...blocks.flat()];
const contestant = (caseId: string, id: string): ContestantRuns =>
  caseRuns(report, measured(referenceView, caseId)).contestants.find((one) => one.id === id)!;

describe('every run', () => {
  it('comes in the order it ran, the warm-up first, then block by block', () => {
    const runs = contestant('io/1000', 'duso');
    expect(runs.warmUp.map((row) => row.round)).toEqual(['warm-up']);
    expect(runs.blocks.map((rows) => rows.map((row) => row.round))).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
      ['9', '10', '11', '12'],
    ]);
  });

  it('is all records, each as it was written', () => {
    const aCase = measured(referenceView, 'io/1000');
    const rows = caseRuns(report, aCase).contestants.flatMap(rowsOf);
    expect(rows).toHaveLength(aCase.records.length);
    const written = new Set(rows.map((row) => row.raw));
    for (const record of aCase.records) expect(written).toContain(JSON.stringify(record));
  });

  it('has an anchor of its own', () => {
    const rows = caseRuns(report, measured(referenceView, 'io/100')).contestants.flatMap(rowsOf);
    expect(new Set(rows.map((row) => row.anchor)).size).toBe(rows.length);
    expect(rowsOf(contestant('io/100', 'duso'))[7]!.anchor).toBe('duso-r7');
  });

  it('without a result has one beside that of the run which was made in its place', () => {
    const aCase = measured(referenceView, 'io/100');
    const again = aCase.records.find(({ contestant: id, round }) => id === 'duso' && round === 7)!;
    const tried = { ...again, outcome: 'no-result' as const, reason: 'its stopwatch was killed' };
    const records = aCase.records.flatMap((one) => (one === again ? [tried, tried, one] : [one]));
    const rows = caseRuns(report, { ...aCase, records }).contestants.flatMap(rowsOf);
    const anchors = rows.map((row) => row.anchor).filter((anchor) => anchor.startsWith('duso-r7'));
    expect(anchors).toEqual(['duso-r7-try-1', 'duso-r7-try-2', 'duso-r7']);
  });

  it('shows the main measure of a contestant in one unit, with the same decimals', () => {
    const values = rowsOf(contestant('io/100', 'duso')).map((row) => row.value!);
    const shapes = new Set(
      values.map((value) => value.replace(/^[\d\u202f]+/, '').replace(/\d/g, '0')),
    );
    expect(shapes.size).toBe(1);
  });

  it('stands on one scale with the runs of all contestants, a logarithmic one where they lie far apart', () => {
    const { contestants, scale } = caseRuns(report, measured(referenceView, 'io/100'));
    const places = contestants.flatMap(rowsOf).map((row) => row.x!);
    expect(Math.min(...places)).toBe(2);
    expect(Math.max(...places)).toBe(98);
    expect(scale!.isLog).toBe(true);
  });

  it('that did not finish says so with its reason and standard error, and stands on no strip', () => {
    const runs = contestant('io/1000', 'python-processes');
    const [first, second] = runs.blocks[0]!;
    expect(first).toMatchObject({
      outcome: 'out of memory',
      stderr: 'Killed\n',
      isMeasured: false,
    });
    expect(first!.x).toBeUndefined();
    expect(second).toMatchObject({
      outcome: 'not attempted',
      reason: 'it failed in the first round of this block',
    });
    expect(second!.value).toBeUndefined();
    expect(runs.spread).toBeUndefined();
    expect(runs.trouble).toContain('0 of 3 finished: the whole tree reached the cap');
  });

  it('of the A/A copy stands apart from those of its original', () => {
    expect(caseRuns(report, measured(referenceView, 'io/100')).contestants.at(-1)).toMatchObject({
      id: 'python-asyncio-again',
      label: 'python-asyncio, its copy (A/A control)',
      mark: { hollow: true },
    });
  });
});

describe('a flag', () => {
  const aCase = measured(referenceView, 'io/100');
  const [first, ...others] = aCase.result.contestants;
  const flagged = {
    ...first!,
    flags: [
      { kind: 'outliers', measure: 'wall', rounds: [3, 9], value: 2 },
      { kind: 'drift', measure: 'cpuTime', rounds: [1, 2, 3], value: 0.001 },
      { kind: 'wall-cpu-jump', rounds: [9], value: 1 },
    ] as const,
  };
  const result = { ...aCase.result, contestants: [flagged, ...others] };
  const runs = caseRuns(report, { ...aCase, result }).contestants.find(
    (one) => one.id === flagged.id,
  )!;

  it('stands on the runs that it concerns', () => {
    const marked = rowsOf(runs).filter((row) => row.flags.length > 0);
    expect(marked.map((row) => [row.round, row.flags])).toEqual([
      ['3', ['Wall time: far above the median']],
      ['9', ['Wall time: far above the median', 'wall time out of step with CPU time']],
    ]);
  });

  it('about all rounds together stands beside the contestant', () => {
    expect(runs.flags).toEqual(['CPU time: drift over the rounds']);
  });
});
