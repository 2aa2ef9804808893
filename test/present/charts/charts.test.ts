import { beforeAll, describe, expect, it } from 'vitest';
import { growthChart } from '../../../src/present/charts/growth.ts';
import type { Chart } from '../../../src/present/charts/types.ts';
import { textsOf, troubles } from './read-svg.ts';
import { awkwardGrowth, usualGrowth } from './samples.ts';

const drawings = [
  ['a growth chart', () => growthChart(usualGrowth), usualGrowth],
  ['a growth chart with failures', () => growthChart(awkwardGrowth), awkwardGrowth],
] as const;

describe.each(drawings)('%s', (_, draw, input) => {
  let chart: Chart;
  beforeAll(async () => {
    chart = await draw();
  });

  it('has the same bytes when it is drawn again', async () => {
    const again = await draw();
    expect(again.wide).toBe(chart.wide);
    expect(again.narrow).toBe(chart.narrow);
  });

  it('paints with tokens only', () => {
    const paints = [...(chart.wide + chart.narrow).matchAll(/ (?:fill|stroke)="([^"]*)"/g)];
    expect(paints.length).toBeGreaterThan(10);
    const values = new Set(paints.map(([, value]) => value));
    for (const value of values)
      expect(value).toMatch(/^(?:var\(--[a-z0-9-]+\)|none|transparent|currentColor)$/);
    expect(chart.wide + chart.narrow).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|black|white/i);
  });

  it('gives every text a paint: none is black by default', () => {
    const texts = (chart.wide + chart.narrow).match(/<text[^>]*>/g) ?? [];
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).toMatch(/ fill="var\(/);
  });

  it('holds no coordinate that is not a number', () => {
    expect(chart.wide + chart.narrow).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('keeps all text inside the drawing, and apart', () => {
    expect(troubles(chart.wide)).toEqual([]);
    expect(troubles(chart.narrow)).toEqual([]);
  });

  it('is an image with a name and a description of its own, and nothing else for a reader of screens', () => {
    for (const [width, svg] of [
      ['wide', chart.wide],
      ['narrow', chart.narrow],
    ] as const) {
      expect(svg).toContain(`role="img" aria-labelledby="${input.id}-${width}-title"`);
      expect(svg).toContain(`<title id="${input.id}-${width}-title">${input.title}</title>`);
      expect(svg).toContain(`<desc id="${input.id}-${width}-desc">`);
      expect(svg.match(/ (?:role|aria-[a-z]+)=/g)).toHaveLength(3);
      expect(svg).toContain(`width="${width === 'wide' ? 704 : 343}"`);
    }
    const ids = [...(chart.wide + chart.narrow).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every name that it prints in its table', () => {
    const table = chart.table!.rows.flatMap((row) => row.cells).join(' | ');
    const printed = textsOf(chart.wide).filter(
      ({ layer, text }) => layer !== 'axis' && text !== '✕',
    );
    expect(printed.length).toBeGreaterThan(2);
    for (const { text } of printed) expect(table).toContain(text.replace(/…$/, ''));
  });

  it('has a table whose rows have a cell for each column', () => {
    const { rows, columns } = chart.table!;
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });
});
