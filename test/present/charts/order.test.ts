import { describe, expect, it } from 'vitest';
import { orderChart, type OrderInput } from '../../../src/present/charts/order.ts';
import { countIn, textsOf, troubles } from './read-svg.ts';
import { alpha, mark } from './samples.ts';

const input = (...values: readonly (readonly number[])[]): OrderInput => ({
  id: 'order',
  title: 'In the order they ran',
  measureTitle: 'Wall time',
  unit: 'ns',
  series: values.map((all, i) => ({
    mark: i === 0 ? alpha : mark('beta', 2),
    runs: all.map((value, index) => ({ round: index + 1, value })),
  })),
});

describe('the chart of the runs in order', () => {
  it('has a mark a run, in the unit that its axis names', async () => {
    const chart = (await orderChart(input([5.1e9, 5.2e9, 5.15e9], [5.3e9, 5.25e9])))!;
    for (const svg of [chart.wide, chart.narrow]) {
      expect(countIn(svg, 'marks')).toBe(5);
      expect(troubles(svg)).toEqual([]);
      expect(svg).toContain('>Wall time, s</text>');
    }
    expect(chart.wide).toContain('width="704"');
    expect(chart.legend.map(({ label }) => label)).toEqual(['alpha', 'beta']);
  });

  it('counts rounds in whole numbers', async () => {
    const chart = (await orderChart(input([5e9, 5e9])))!;
    const across = textsOf(chart.wide).filter(({ text }) => /^[\d.]+$/.test(text));
    for (const { text } of across.filter(({ top }) => top > 200)) expect(text).toMatch(/^\d+$/);
  });

  it('turns logarithmic where runs lie far apart', async () => {
    const chart = (await orderChart(input([1e6, 1e6], [9e9, 8e9])))!;
    expect(chart.wide).toContain('log scale');
  });

  it('is none where nothing finished', async () => {
    expect(await orderChart(input([]))).toBeUndefined();
  });
});
