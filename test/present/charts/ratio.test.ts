import { describe, expect, it } from 'vitest';
import { ratioAxis } from '../../../src/present/charts/ratio-axis.ts';
import { ratioChart } from '../../../src/present/charts/ratio.ts';
import type { RatioRow } from '../../../src/present/charts/types.ts';
import { layersOf, textsOf, troubles } from './read-svg.ts';
import { alpha, beta, estimateAround, usualRatio } from './samples.ts';

const texts = (svg: string) => textsOf(svg).map((text) => text.text);
const layer = (svg: string, name: string) => layersOf(svg).filter((each) => each.name === name);
const withRows = (rows: readonly RatioRow[]) => ratioChart({ ...usualRatio, rows });

/** Where a layer's first symbol stands. */
function symbolX(svg: string): number {
  const content = layer(svg, 'marks')[0]?.content ?? '';
  const [, x] = /(?:cx="|translate\()([\d.]+)/.exec(content) ?? [];
  return Number(x);
}

function equalX(svg: string): number {
  const content = layer(svg, 'equal')[0]?.content ?? '';
  return Number(/translate\(([\d.]+)/.exec(content)?.[1]);
}

describe('ratioChart', () => {
  it('puts a mark left of the line where the left side takes less, right where it takes more', async () => {
    const less = await withRows([
      { label: 'io', winner: alpha, ratio: estimateAround(0.8), verdict: 'a' },
    ]);
    expect(symbolX(less.wide)).toBeLessThan(equalX(less.wide));
    const more = await withRows([
      { label: 'io', winner: beta, ratio: estimateAround(1.25), verdict: 'b' },
    ]);
    expect(symbolX(more.wide)).toBeGreaterThan(equalX(more.wide));
  });

  it('prints the ratio so that it is at least 1, with its interval', async () => {
    const { wide, table } = await withRows([
      { label: 'io', winner: alpha, ratio: estimateAround(0.5, 0.1), verdict: 'a' },
    ]);
    expect(texts(wide)).toEqual(expect.arrayContaining(['2.00×', '1.82–2.22']));
    expect(table.rows[0]?.cells).toEqual(['io', 'alpha', 'alpha ahead', '2.00', '1.82–2.22', '12']);
  });

  it('draws an outline where it is open whether the lead matters, and says so', async () => {
    const row = { label: 'io', winner: alpha, ratio: estimateAround(0.8), verdict: 'a' } as const;
    const drawn = async (one: RatioRow) => {
      const { wide, description, table } = await withRows([one]);
      const [interval] = layer(wide, 'intervals');
      return { bar: interval!.attributes + interval!.content, description, table };
    };
    const solid = await drawn(row);
    const open = await drawn({ ...row, mayNotMatter: true });
    expect(solid.bar).not.toContain('stroke="var(--c1)"');
    expect(open.bar).toContain('stroke="var(--c1)"');
    expect(open.bar).not.toContain('fill="var(--c1)"');
    expect(open.description).toContain('open whether it matters');
    expect(open.table.rows[0]?.cells[1]).toBe('alpha, open whether it matters');
    expect(solid.description).not.toContain('open');
  });

  it('draws the winner in its colour and no difference as a grey ring', async () => {
    const { wide } = await ratioChart(usualRatio);
    const marks = layer(wide, 'marks').map((each) => each.attributes + each.content);
    expect(marks[0]).toContain('var(--c1)');
    expect(marks[1]).toContain('var(--c3)');
    expect(marks[2]).toContain('stroke="var(--ink-2)"');
    expect(marks[2]).not.toContain('var(--c');
  });

  it('draws an arrow, not a mark, where a ratio leaves the scale', async () => {
    const { wide } = await ratioChart(usualRatio);
    expect(layer(wide, 'arrow')).toHaveLength(1);
    expect(layer(wide, 'marks')).toHaveLength(3);
    expect(texts(wide)).toContain('82.0×');
  });

  it('draws the band of what matters about 1, a row at a time', async () => {
    const { wide } = await ratioChart(usualRatio);
    expect(layer(wide, 'band')[0]?.content.match(/<path/g)).toHaveLength(3);
  });

  it('says in words why there is no ratio', async () => {
    const { wide, description } = await withRows([{ label: 'io', verdict: 'none' }]);
    expect(texts(wide)).toContain('not measured');
    expect(description).toContain('io: not measured.');
  });

  it('holds a ratio that has no end, or no median', async () => {
    const open = { point: 2, lower: 1.5, upper: null, level: 0.99, n: 12 };
    const none = { point: null, lower: null, upper: null, level: 0.99, n: 12 };
    const { wide, narrow } = await withRows([
      { label: 'open', winner: beta, ratio: open, verdict: 'b' },
      { label: 'none', ratio: none, verdict: 'none' },
    ]);
    expect(wide + narrow).not.toMatch(/NaN|Infinity/);
    expect(troubles(wide)).toEqual([]);
    expect(texts(wide)).toContain('did not finish');
  });

  it('keeps long labels apart from values', async () => {
    const label = 'memory with 10 000 workers, largest process of each, as published';
    const ratio = estimateAround(1.0123, 0.0001);
    const { wide, narrow } = await withRows([
      {
        label,
        winner: beta,
        ratio,
        verdict: 'b',
        words: 'with 7 of 12 pairs, the others did not finish',
      },
      { label: `${label} again`, labelMark: alpha, verdict: 'none' },
    ]);
    expect(troubles(wide)).toEqual([]);
    expect(troubles(narrow)).toEqual([]);
  });
});

describe('ratioAxis', () => {
  it('is symmetrical, and as narrow as its ratios allow', () => {
    const labels = (ratios: readonly number[]) =>
      ratioAxis(ratios, [0, 100]).ticks.map((tick) => tick.label);
    expect(labels([1.04])).toEqual(['1.2×', '1.1×', 'equal', '1.1×', '1.2×']);
    expect(labels([0.4])).toEqual(['3×', '2×', 'equal', '2×', '3×']);
    expect(labels([82])).toEqual(['8×', '4×', '2×', 'equal', '2×', '4×', '8×']);
  });
});
