import { beforeAll, describe, expect, it } from 'vitest';
import { growthChart } from '../../../src/present/charts/growth.ts';
import { ratioChart } from '../../../src/present/charts/ratio.ts';
import { stripChart } from '../../../src/present/charts/strip.ts';
import { chartTable } from '../../../src/present/charts/table.ts';
import type { Chart } from '../../../src/present/charts/types.ts';
import { textsOf, troubles } from './read-svg.ts';
import { awkwardGrowth, awkwardStrip, usualGrowth, usualRatio, usualStrip } from './samples.ts';

const drawings = [
  ['a strip chart', () => stripChart(usualStrip), usualStrip],
  ['a strip chart with failures', () => stripChart(awkwardStrip), awkwardStrip],
  ['a growth chart', () => growthChart(usualGrowth), usualGrowth],
  ['a growth chart with failures', () => growthChart(awkwardGrowth), awkwardGrowth],
  ['a ratio chart', () => ratioChart(usualRatio), usualRatio],
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
      expect(value).toMatch(/^(?:var\(--[a-z0-9-]+\)|none|currentColor)$/);
    expect(chart.wide + chart.narrow).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|black|white/i);
  });

  it('holds no coordinate that is not a number', () => {
    expect(chart.wide + chart.narrow).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('keeps all text inside the drawing, and apart', () => {
    expect(troubles(chart.wide)).toEqual([]);
    expect(troubles(chart.narrow)).toEqual([]);
  });

  it('is an image with a name and a description of its own', () => {
    for (const [width, svg] of [
      ['wide', chart.wide],
      ['narrow', chart.narrow],
    ] as const) {
      expect(svg).toContain(`role="img" aria-labelledby="${input.id}-${width}-title"`);
      expect(svg).toContain(`<title id="${input.id}-${width}-title">${input.title}</title>`);
      expect(svg).toContain(`<desc id="${input.id}-${width}-desc">`);
    }
    const ids = [...(chart.wide + chart.narrow).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every number that it prints in its table', () => {
    const table = chart.table.rows.flatMap((row) => row.cells).join(' | ');
    const printed = textsOf(chart.wide).filter((text) => text.layer !== 'axis');
    const numbers = printed.flatMap((text) => text.text.match(/\d[\d.\u202f]*/g) ?? []);
    expect(numbers.length).toBeGreaterThan(2);
    for (const number of numbers) expect(table).toContain(number.replace(/\.$/, ''));
  });

  it('has a table whose rows have a cell for each column', () => {
    expect(chartTable(input)).toEqual(chart.table);
    for (const { cells } of chart.table.rows)
      expect(cells).toHaveLength(chart.table.columns.length);
  });
});
