import { describe, expect, it } from 'vitest';
import {
  derivedRows,
  fitColumn,
  memoryTimeColumn,
  shareColumn,
} from '../../../src/present/tables/derived.ts';
import type { MeasuredCase } from '../../../src/present/document.ts';
import { medianInterval } from '../../../src/analyse/interval.ts';
import { measured, referenceView } from '../sample.ts';

const io = measured(referenceView, 'io/100');
const memory = [...referenceView.cases.values()].filter(
  (one): one is MeasuredCase => one.state === 'measured' && one.id.startsWith('memory/'),
);

describe('what the runs add up to', () => {
  it('is memory times time of each run, for the units asked for', () => {
    const cell = memoryTimeColumn(io, ['workers', 'requests'], 1000).get('duso')!;
    const products = io.records
      .filter((one) => one.contestant === 'duso' && one.round > 0)
      .map((one) => (one.peakTreeBytes! / 1e9) * (one.wallNs! / 1e9) * (1000 / 500));
    const { point } = medianInterval(products, 0.95);
    expect(Number.parseFloat(cell.point)).toBeCloseTo(point, 3);
    expect(cell).toMatchObject({ caseId: 'io/100' });
    expect(cell.point).toMatch(/GB·s$/);
    expect(cell.interval).not.toBe('');
  });

  it('is the share of a longer time, in percent', () => {
    const wall = io.result.contestants.find(({ id }) => id === 'duso')!.estimates['wall']!;
    const cell = shareColumn(io, 'wall', 600e9).get('duso')!;
    expect(cell.point).toMatch(/%$/);
    expect(Number.parseFloat(cell.point)).toBeCloseTo((wall.point! / 600e9) * 100, 3);
  });

  it('says "fewer" or "more" where the answer lies outside the measured sizes', () => {
    expect([...fitColumn(memory, 'peakTree', 1).values()].map(({ point }) => point)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^fewer than \d/)]),
    );
    const all = [...fitColumn(memory, 'peakTree', 1e15).values()];
    expect(all.length).toBeGreaterThan(0);
    expect(all.every(({ point, interval }) => /^more than \d/.test(point) && interval === '')).toBe(
      true,
    );
  });

  it('says which runs and rounds are not in it, or show no growth', () => {
    const [first, second] = io.records.filter(({ contestant }) => contestant === 'duso').slice(1);
    const lacking = [first, second].map((one) => ({ ...one!, wallNs: undefined }));
    const records = io.records.map((one) => lacking.find(({ at }) => at === one.at) ?? one);
    const cell = shareColumn({ ...io, records }, 'wall', 600e9).get('duso')!;
    const all = io.result.contestants.find(({ id }) => id === 'duso')!.attempted;
    expect(cell.note).toBe(`from ${all - 2} of ${all} runs`);
    expect(shareColumn(io, 'wall', 600e9).get('duso')!.note).toBe('');

    const flat = memory.map((one) => ({
      ...one,
      records: one.records.map((each) =>
        each.round % 2 === 1 && each.peakTreeBytes !== undefined
          ? { ...each, peakTreeBytes: 1e6 }
          : each,
      ),
    }));
    const [fit] = fitColumn(flat, 'peakTree', 1e15).values();
    expect(fit!.note).toMatch(/^no growth in \d+ of \d+ rounds$/);
    expect(fit!.point).toMatch(/^more than \d/);
  });

  it('says of an end outside the measured sizes only on which side it lies', () => {
    const peaks = memory.flatMap(({ records }) => records.map((one) => one.peakTreeBytes ?? 0));
    const cells = [0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
      ...fitColumn(memory, 'peakTree', share * Math.max(...peaks)).values(),
    ]);
    const sizes = memory.map(({ definition }) => Number(definition.parameters['workers']));
    const numbers = cells.flatMap(({ point, interval }) =>
      [...`${point} ${interval}`.replaceAll('\u2009', '').matchAll(/\d+/g)].map(Number),
    );
    expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(...sizes));
  });

  it('has a row for each contestant with a figure, in the order of the report, no A/A copy', () => {
    const rows = derivedRows(referenceView, [
      shareColumn(io, 'wall', 600e9),
      fitColumn(memory, 'peakTree', 1e15),
    ]);
    const ids = rows.map(({ mark }) => mark.contestant);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids[0]).toBe('duso');
    expect(ids.some((id) => id.endsWith('~again'))).toBe(false);
    expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
  });
});
