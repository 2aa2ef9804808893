import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/analyse/types.ts';
import { controlRows } from '../../../src/present/method/controls.ts';
import { growthInput, scaleOf, sizedCases } from '../../../src/present/growth/series.ts';
import { growthRows, withoutSlope } from '../../../src/present/growth/table.ts';
import { modelRows } from '../../../src/present/tables/models.ts';
import { programsOf, countLines } from '../../../src/present/programs/programs.ts';
import { serviceRows } from '../../../src/present/method/service-checks.ts';
import { casesOf, type MeasuredCase } from '../../../src/present/document.ts';
import type { SessionContestant } from '../../../src/store/schema.ts';
import { measured, referenceView } from '../sample.ts';

const isMeasured = (one: { state: string }): one is MeasuredCase => one.state === 'measured';
const scenario = (name: string): MeasuredCase[] =>
  casesOf(referenceView, name, 'test').filter(isMeasured);

describe('growth', () => {
  const sizes = sizedCases(scenario('memory'), scaleOf(scenario('memory')));

  it('steps through the sizes in rising order', () => {
    expect(sizes.map(({ size }) => size)).toEqual([10, 100, 1000, 10_000]);
  });

  it('draws the stated memory cap, and none where the cap is only for safety', () => {
    expect(growthInput(referenceView, sizes, 'peakTree', 'worker', 'x', 'Memory').limit).toEqual({
      value: 4 * 2 ** 30,
      label: 'memory cap: 4 GiB',
    });
    const spawn = sizedCases(scenario('spawn'), scaleOf(scenario('spawn')));
    expect(
      growthInput(referenceView, spawn, 'allDone', 'worker', 'x', 'Spawn').limit,
    ).toBeUndefined();
  });

  it('ends a series at the first size that did not finish, with the reason', () => {
    const series = growthInput(referenceView, sizes, 'peakTree', 'worker', 'x', 'Memory').series.at(
      -1,
    )!;
    expect(series.points.map((point) => point.size)).toEqual([10, 100, 1000]);
    expect(series.failedAt).toMatchObject({
      size: 10_000,
      words: expect.stringContaining('out of memory') as string,
    });
  });

  it('names the range of each slope, and who has none', () => {
    const growth = referenceView.growth.get('memory peakTree')!;
    const measure = sizes[0]!.aCase.definition.measures[0]!;
    const rows = growthRows(referenceView, growth, measure);
    expect(rows.find((row) => row.mark.contestant === 'duso')).toMatchObject({
      range: '100 to 10\u202f000',
      caseId: 'memory/10000',
    });
    expect(rows.find((row) => row.mark.contestant === 'python-processes')).toMatchObject({
      range: '100 to 1000',
    });
    expect(rows.map(({ note }) => note).filter((note) => note !== '')).toEqual([]);
    const fewer = growth.contestants.map((one) => ({ ...one, slope: { ...one.slope, n: 10 } }));
    const [noted] = growthRows(referenceView, { ...growth, contestants: fewer }, measure);
    expect(noted!.note).toBe('from 10 of 12 rounds');
    expect(
      withoutSlope(referenceView, growth, ['duso', 'nobody']).map((mark) => mark.contestant),
    ).toEqual(['nobody']);
  });
});

describe('the table of concurrency models', () => {
  it('holds measured memory, largest size finished and lines of program', () => {
    const cases = scenario('io');
    const measure = measured(referenceView, 'memory/10').definition.measures[0]!;
    const rows = modelRows(referenceView, {
      programs: programsOf(referenceView, cases),
      scenario: 'memory',
      measure,
      cases,
    });
    expect(rows.find((row) => row.mark.contestant === 'duso')).toMatchObject({
      worker: 'a script',
      memory: { range: '100 to 10\u202f000' },
      largest: { size: '10\u202f000', caseId: 'io/10000' },
    });
    expect(rows.find((row) => row.mark.contestant === 'duso')).not.toHaveProperty('unfinished');
    expect(rows.find((row) => row.mark.contestant === 'python-processes')).toMatchObject({
      largest: { size: '100' },
      unfinished: '1000',
      ended: expect.stringContaining('at 1000: 0 of 3 finished') as string,
    });
    expect(rows.every((row) => Number(row.lines) > 5)).toBe(true);
  });

  it('says where the largest size was finished without all workers ever being busy at once', () => {
    const low = { kind: 'low-concurrency' as const, rounds: [1], value: 0.712 };
    const cases = scenario('io').map((aCase) => ({
      ...aCase,
      result: {
        ...aCase.result,
        contestants: aCase.result.contestants.map((one) =>
          one.id === 'python-processes' ? { ...one, concurrency: 71.2, flags: [low] } : one,
        ),
      },
    }));
    const programs = programsOf(referenceView, cases);
    const rows = modelRows(referenceView, {
      programs,
      scenario: 'memory',
      measure: undefined,
      cases,
    });
    expect(rows.find((row) => row.mark.contestant === 'python-processes')).toMatchObject({
      largest: { size: '100', but: 'a median of 71 of 100 workers waiting at once' },
    });
  });

  it('says what a program ran with, its own variables too, or why it did not run, and why it is there', () => {
    const aCase = measured(referenceView, 'cpu/20');
    const wordsWith = (changes: Partial<SessionContestant>, absence?: string) => {
      const [first] = aCase.definition.contestants as [SessionContestant];
      const contestants = [{ ...first, ...changes }];
      const records = aCase.records
        .filter(({ contestant }) => contestant === first.id)
        .map((record) =>
          absence === undefined
            ? record
            : { ...record, outcome: 'unavailable' as const, reason: absence },
        );
      const changed = { ...aCase, records, definition: { ...aCase.definition, contestants } };
      const [program] = programsOf(referenceView, [changed]);
      return [program?.runtime, program?.why];
    };
    expect(wordsWith({})).toEqual(['ran with Duso 0.0.0-fixture', undefined]);
    expect(wordsWith({ environment: { MODE: '1' }, why: 'To see it.' })).toEqual([
      'ran with Duso 0.0.0-fixture, MODE=1',
      'To see it.',
    ]);
    expect(wordsWith({}, 'It needs 3.14 or newer.')).toEqual([
      'not run: It needs 3.14 or newer.',
      undefined,
    ]);
  });

  it('counts the lines that are not blank', () => {
    expect(countLines('a\n\n  \nb\n')).toBe(2);
  });
});

describe('the checks', () => {
  it('show the A/A control, and call its verdict by name', () => {
    const rows = controlRows(referenceView);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.verdict !== '')).toBe(true);
    const told = (verdict: Verdict) => {
      const aCase = measured(referenceView, rows[0]!.caseId);
      const controls = aCase.result.controls.map((one) => ({ ...one, verdict }));
      const changed = { ...aCase, result: { ...aCase.result, controls } };
      const view = { ...referenceView, cases: new Map([[aCase.id, changed]]) };
      const [row] = controlRows(view);
      return [row?.verdict, row?.isFalse];
    };
    expect(told({ kind: 'less', matters: 'shown' })).toEqual(['a false difference', true]);
    expect(told({ kind: 'more', matters: 'open' })).toEqual([
      'a false difference, open whether it matters',
      true,
    ]);
    expect(told({ kind: 'no difference shown', because: 'blocks' })).toEqual([
      'no difference shown in every block',
      false,
    ]);
  });

  it('show what the service saw for each contestant that talked to it', () => {
    const rows = serviceRows(referenceView).filter((row) => row.caseId === 'io/100');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ concurrency: '100', overflows: '0', connections: '100' });
  });
});
