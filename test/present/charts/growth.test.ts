import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthChart } from '../../../src/present/charts/growth.ts';
import type { GrowthSeries, Slot } from '../../../src/present/charts/types.ts';
import { layersOf, textsOf, troubles } from './read-svg.ts';
import { alpha, awkwardGrowth, growth, mark, series, usualGrowth } from './samples.ts';

const texts = (svg: string) => textsOf(svg).map((text) => text.text);
const count = (svg: string, name: string) =>
  layersOf(svg).filter((layer) => layer.name === name).length;

describe('growthChart', () => {
  it('draws a line a contestant and ends a failing one in a dotted line and a cross', async () => {
    const { wide } = await growthChart(usualGrowth);
    expect(count(wide, 'line')).toBe(3);
    expect(count(wide, 'unfinished')).toBe(2);
    expect(count(wide, 'cross')).toBe(2);
  });

  it('writes each name once, with the size and the reason of a failure', async () => {
    const { wide } = await growthChart(usualGrowth);
    const all = texts(wide).join(' ');
    for (const name of ['alpha', 'beta-threads', 'gamma-processes']) {
      expect(texts(wide).filter((text) => text === name)).toHaveLength(1);
    }
    expect(all).toContain('✕ at 1000: out of memory at 4 GiB');
    expect(all).toContain('limit: 4 GiB');
  });

  it('labels the sizes that were measured and values with their unit', async () => {
    const { wide } = await growthChart(usualGrowth);
    for (const label of ['10', '100', '1000', '10\u202f000', '100\u00a0MB']) {
      expect(texts(wide)).toContain(label);
    }
  });

  it('says under the chart what has no mark', async () => {
    const { wide, description } = await growthChart(awkwardGrowth);
    expect(texts(wide)).toContain('gamma-processes: ✕ at 10: not on this machine');
    expect(description).toContain('gamma-processes: 10 workers, did not finish');
  });

  it('says under the chart what a log axis cannot show', async () => {
    const nothing = { point: 0, lower: 0, upper: 0, level: 0.95, n: 12 };
    const unknown = { point: null, lower: null, upper: null, level: 0.95, n: 12 };
    const broken: GrowthSeries = {
      mark: alpha,
      points: [
        { size: 10, estimate: nothing },
        { size: 100, estimate: unknown },
      ],
    };
    const { wide } = await growthChart(growth([broken]));
    expect(texts(wide)).toContain('alpha: 0\u00a0GB at 10; did not finish at 100');
    expect(wide).not.toMatch(/NaN|Infinity/);
  });

  it('draws a single size', async () => {
    const chart = await growthChart(growth([series(alpha, [[100, 5e6]])]));
    expect(troubles(chart.wide)).toEqual([]);
    expect(chart.wide).not.toMatch(/NaN|Infinity/);
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
              ...mark(label, ((i % 6) + 1) as Slot, i >= 6),
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
          expect(troubles(chart.wide)).toEqual([]);
          expect(troubles(chart.narrow)).toEqual([]);
          expect(chart.wide + chart.narrow).not.toMatch(/NaN|Infinity/);
        },
      ),
      { numRuns: 30 },
    );
  });
});
