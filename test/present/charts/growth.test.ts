import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthChart } from '../../../src/present/charts/growth.ts';
import type { GrowthSeries, Slot } from '../../../src/present/charts/types.ts';
import { countIn, textsOf, troubles } from './read-svg.ts';
import { alpha, awkwardGrowth, growth, mark, series, usualGrowth } from './samples.ts';

const texts = (svg: string) => textsOf(svg).map((text) => text.text);

describe('growthChart', () => {
  it('draws a line a contestant, and ends a failing one in a dotted line and a cross', async () => {
    const { wide, narrow } = await growthChart(usualGrowth);
    for (const svg of [wide, narrow]) {
      expect(svg.match(/class="chart-lines"/g)).not.toBeNull();
      expect(countIn(svg, 'marks')).toBe(9);
      expect(countIn(svg, 'unfinished')).toBe(2);
      expect(countIn(svg, 'cross')).toBe(2);
    }
  });

  it('writes each name once beside its line, in a column wide enough, and leaves it to the legend in a narrow one', async () => {
    const { wide, narrow, legend } = await growthChart(usualGrowth);
    for (const name of ['alpha', 'beta-threads', 'gamma-processes']) {
      expect(texts(wide).filter((text) => text === name)).toHaveLength(1);
      expect(texts(narrow)).not.toContain(name);
    }
    expect(legend.map(({ label }) => label)).toEqual(['alpha', 'beta-threads', 'gamma-processes']);
    expect(texts(wide)).toContain('limit: 4 GiB');
  });

  it('labels the sizes that were measured, and values in the unit of its axis', async () => {
    const { wide } = await growthChart(usualGrowth);
    for (const label of ['10', '100', '1000', '10\u202f000']) expect(texts(wide)).toContain(label);
    expect(wide).toContain('>peak memory, MB</text>');
  });

  it('puts a mark where its value is on the two logarithmic axes', async () => {
    const line = series(alpha, [
      [10, 1e6],
      [100, 10e6],
      [1000, 100e6],
    ]);
    const { wide } = await growthChart(growth([line]));
    const marks = /class="chart-marks">(.*?)<\/g>/s.exec(wide)?.[1] ?? '';
    const places = [...marks.matchAll(/translate\(([\d.]+),([\d.]+)\)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [first, second, third] = places as [number[], number[], number[]];
    // Equal ratios are equal distances.
    expect(second[0]! - first[0]!).toBeCloseTo(third[0]! - second[0]!, 1);
    expect(first[1]! - second[1]!).toBeCloseTo(second[1]! - third[1]!, 1);
    expect(first[1]).toBeGreaterThan(third[1]!);
  });

  it('says under the chart what did not finish, and what a log axis cannot show', async () => {
    const { notes } = await growthChart(usualGrowth);
    expect(notes.map(({ mark, words }) => `${mark.label}: ${words}`)).toEqual([
      'beta-threads: ✕ with 10\u202f000 workers: the system allows no more threads',
      'gamma-processes: ✕ with 1000 workers: out of memory at 4 GiB',
    ]);
    const nothing = { point: 0, lower: 0, upper: 0, level: 0.95, n: 12 };
    const unknown = { point: null, lower: null, upper: null, level: 0.95, n: 12 };
    const broken: GrowthSeries = {
      mark: alpha,
      points: [
        { size: 10, estimate: nothing },
        { size: 100, estimate: unknown },
      ],
    };
    const chart = await growthChart(growth([broken]));
    expect(chart.notes[0]?.words).toBe(
      '0\u00a0GB with 10 workers; did not finish with 100 workers',
    );
    expect(chart.wide).not.toMatch(/NaN|Infinity/);
  });

  it('keeps a contestant without any point in its table, its notes and its description', async () => {
    const { notes, table, wide } = await growthChart(awkwardGrowth);
    expect(notes.map(({ words }) => words)).toContain('✕ with 10 workers: not on this machine');
    expect(table!.rows.map(({ cells }) => cells[0])).toContain('gamma-processes');
    expect(wide).toContain('gamma-processes: 10 workers, not on this machine');
  });

  it('draws a single size', async () => {
    const chart = await growthChart(growth([series(alpha, [[100, 5e6]])]));
    expect(troubles(chart.wide)).toEqual([]);
    expect(countIn(chart.wide, 'marks')).toBe(1);
  });

  it('offers its specification with its data, without a colour of the page', async () => {
    const { spec } = await growthChart(usualGrowth);
    expect(spec).toMatchObject({ $schema: expect.stringContaining('vega-lite') as string });
    expect(JSON.stringify(spec)).toContain('"contestant":"alpha"');
  });

  it('keeps names apart for one to eight contestants, however close their lines', async () => {
    const sizes = [10, 100, 1000, 10000];
    const name = fc.stringMatching(/^[a-z]{2,9}(-[a-z]{2,10}){0,3}$/);
    const value = fc.integer({ min: 1, max: 40 });
    const one = fc.tuple(name, value, fc.integer({ min: 0, max: 4 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (all, isLimited) => {
          const drawn = all.map(([label, start, finished, isFlat], i) => {
            const of = {
              ...mark(`${label}${i}`, ((i % 6) + 1) as Slot, i >= 6),
              contestant: `${label} ${i}`,
            };
            const points = sizes
              .slice(0, finished)
              .map((size) => [size, start * 1e6 + (isFlat ? 0 : size * 2e4)] as const);
            const size = sizes[finished];
            const words = 'out of memory at 4 GiB; 0 of 12 finished';
            return series(of, points, size === undefined ? undefined : { size, words });
          });
          const limit = { value: 4e9, label: 'limit: 4 GB' };
          const chart = await growthChart(growth(drawn, isLimited ? { limit } : {}));
          const between = (svg: string): readonly string[] =>
            troubles(svg).filter((trouble) => !trouble.includes('✕'));
          expect(between(chart.wide)).toEqual([]);
          expect(between(chart.narrow)).toEqual([]);
          expect(chart.wide + chart.narrow).not.toMatch(/NaN|Infinity/);
        },
      ),
      { numRuns: 20 },
    );
  });
});
