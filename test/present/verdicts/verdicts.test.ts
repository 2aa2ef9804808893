import { describe, expect, it } from 'vitest';
import type { Comparison, Estimate } from '../../../src/analyse/types.ts';
import { beamMark } from '../../../src/present/verdicts/beam.ts';
import {
  comparisonWords,
  unfinishedWords,
} from '../../../src/present/verdicts/comparison-words.ts';
import { namedSides } from '../../../src/present/verdicts/sides.ts';
import { flip } from '../../../src/analyse/flip.ts';
import {
  allRows,
  dependsOn,
  sectionOutcome,
  verdictGroups,
} from '../../../src/present/verdicts/table.ts';
import { localView, measured, referenceView } from '../sample.ts';

const estimate = (point: number | null, lower: number | null, upper: number | null): Estimate => ({
  point,
  lower,
  upper,
  level: 0.99,
  n: 21,
});
const comparison: Comparison = {
  measure: 'wall',
  a: 'x',
  b: 'y',
  ratio: estimate(0.5, 0.4, 0.8),
  difference: estimate(-3e6, -4e6, null),
  pairs: 21,
  voidPairs: 0,
  blocks: [],
  verdict: { kind: 'less', matters: 'open' },
};

describe('a comparison seen from the other side', () => {
  it('turns ratio, difference and verdict', () => {
    expect(flip(comparison)).toMatchObject({
      a: 'y',
      b: 'x',
      ratio: { point: 2, lower: 1.25, upper: 2.5 },
      difference: { point: 3e6, lower: null, upper: 4e6 },
      verdict: { kind: 'more', matters: 'open' },
    });
  });
});

describe('a comparison in words', () => {
  const wall = {
    id: 'wall',
    title: 'Wall time',
    unit: 'ns',
    source: { from: 'launcher' },
  } as const;
  const same = (id: string): string => id;

  it('puts the larger side first, so that nobody has to invert a ratio below 1', () => {
    expect(comparisonWords(comparison, { ...wall, matters: { ratio: 1.02 } }, same)).toMatchObject({
      larger: 'y',
      smaller: 'x',
      verb: 'takes',
      link: 'as',
      amount: '2.00 times as long',
    });
  });

  it('tells a difference where only a difference matters', () => {
    const words = comparisonWords(
      { ...comparison, difference: estimate(-3e6, -4e6, -2e6) },
      { ...wall, matters: { difference: 1e6 } },
      same,
    );
    expect(words).toMatchObject({
      larger: 'y',
      link: 'than',
      amount: '3.0\u00a0ms more',
      interval: '2.0–4.0 ms',
    });
  });
});

describe('a comparison against one that did not finish', () => {
  const beyond = estimate(null, null, null);
  const wall = {
    id: 'wall',
    title: 'Wall time',
    unit: 'ns',
    source: { from: 'launcher' },
  } as const;
  const io = measured(referenceView, 'io/1000');
  const failed = {
    a: 'python-processes',
    b: 'duso',
    verdict: { kind: 'more', matters: 'shown' },
  } as const;
  const none: Comparison = { ...comparison, ...failed, ratio: beyond, difference: beyond };
  const same = (id: string): string => id;

  it.each([{ ratio: 1.02 }, { difference: 1e6 }])(
    'says from either side how many runs finished, and no number, where %o matters',
    (matters) => {
      for (const one of [none, flip(none)])
        expect(unfinishedWords(one, { ...wall, matters }, io.result, same)).toMatchObject({
          larger: 'python-processes',
          verb: 'finished',
          amount: expect.stringMatching(/^0 of \d+ runs,$/) as string,
          link: 'behind',
          smaller: 'duso',
        });
    },
  );

  it('gives the lower end, where there is one, as the least that it takes', () => {
    const open: Comparison = { ...none, ratio: estimate(null, 3.2, null) };
    const measure = { ...wall, matters: { ratio: 1.02 } };
    for (const one of [open, flip(open)]) {
      expect(unfinishedWords(one, measure, io.result, same)).toBeUndefined();
      expect(comparisonWords(one, measure, same)).toMatchObject({
        larger: 'python-processes',
        amount: expect.stringMatching(/^at least 3\.20? times as long$/) as string,
        smaller: 'duso',
      });
    }
  });
});

describe('the beam', () => {
  it('hangs a ratio of 1 in the middle, and 1/2 as far left as 2 is right', () => {
    expect(beamMark(estimate(1, 0.9, 1.1))?.x).toBe(50);
    expect(beamMark(estimate(0.5, 0.5, 0.5))!.x + beamMark(estimate(2, 2, 2))!.x).toBeCloseTo(100);
  });

  it('points beyond its end for what leaves the scale', () => {
    expect(beamMark(estimate(9, 8, null))).toMatchObject({ x: 96, to: 96, beyond: 'right' });
    expect(beamMark(estimate(0.01, 0, 0.02))).toMatchObject({ x: 4, from: 4, beyond: 'left' });
  });

  it('hangs nothing where there is no median', () => {
    expect(beamMark(estimate(null, 2, null))).toBeUndefined();
  });
});

describe('the verdict table', () => {
  it('weighs the best variants by rule, and groups the rows by who is ahead', () => {
    const groups = verdictGroups(referenceView, namedSides(referenceView)!);
    expect(groups.map((group) => group.id)).toEqual(['others', 'none']);
    expect(groups[0]!.rows[0]).toMatchObject({
      state: 'ahead',
      winner: { contestant: 'python-asyncio' },
      runs: '12 + 12',
    });
  });

  it('gives a contestant that never finished a row of its own', () => {
    const row = allRows(referenceView).find((one) => one.state === 'did-not-finish');
    expect(row).toMatchObject({
      as: 'python-processes',
      chip: 'did not finish: the whole tree reached the cap of 4 GiB',
    });
  });

  it('says who is missing on this machine', () => {
    const view = {
      ...localView,
      report: { ...localView.report, verdicts: localView.report.verdicts.slice(0, 1) },
    };
    expect(allRows(view)).toMatchObject([
      { state: 'absent', chip: 'duso: not available on this machine', runs: '0 + 8' },
    ]);
  });

  it('tells what depends on the measure alone from what depends on the case', () => {
    const rows = [
      { as: 'time', key: 'a' },
      { as: 'time', key: 'a' },
      { as: 'memory', key: 'b' },
    ];
    expect(dependsOn(rows)).toBe('measure');
    expect(dependsOn([...rows, { as: 'time', key: 'b' }])).toBe('case');
  });

  it('shows no verdict of an undecided row in the contents, and the winner of a single one', () => {
    const rows = allRows(referenceView);
    expect(sectionOutcome(rows, 'elsewhere')).toBeUndefined();
    expect(sectionOutcome(rows, 'io')).toMatchObject({ kind: 'mixed' });
    expect(measured(referenceView, 'io/100').result.comparisons.length).toBeGreaterThan(0);
  });
});
