import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripChart } from '../../../src/present/charts/strip.ts';
import type { Slot, StripRow } from '../../../src/present/charts/types.ts';
import { layersOf, textsOf, troubles } from './read-svg.ts';
import {
  alpha,
  awkwardStrip,
  beta,
  failed,
  mark,
  row,
  stopped,
  strip,
  tuned,
  usualStrip,
} from './samples.ts';

const layerNames = (svg: string) => layersOf(svg).map((layer) => layer.name);

describe('stripChart', () => {
  it('draws every run as a dot, each median as a tick and each interval as a bar', async () => {
    const { wide } = await stripChart(usualStrip);
    expect(wide.match(/<circle[^>]*r="2.4"/g)).toHaveLength(36);
    expect(layerNames(wide).filter((name) => name === 'medians')).toHaveLength(3);
    expect(layerNames(wide).filter((name) => name === 'intervals')).toHaveLength(3);
  });

  it('names the floor beside its dashed line', async () => {
    const { wide, description } = await stripChart(usualStrip);
    expect(layerNames(wide)).toContain('floor');
    expect(textsOf(wide).map((text) => text.text)).toContain('0.2 s: the ideal');
    expect(description).toContain('Dashed line: 0.2 s: the ideal');
  });

  it('starts at 0 while values lie within twenty times of each other', async () => {
    const { wide, description } = await stripChart(usualStrip);
    expect(description).toContain('The axis starts at zero.');
    const axis = textsOf(wide).filter((text) => text.layer === 'axis');
    expect(axis[0]?.text).toBe('0');
    expect(axis.at(-1)?.text).toBe('overhead, milliseconds');
  });

  it('turns logarithmic beyond that, and says so', async () => {
    const chart = await stripChart(strip([row(alpha, 2e6), row(beta, 300e6)]));
    expect(chart.description).toContain('The axis is logarithmic.');
    expect(textsOf(chart.narrow).some((text) => text.text.endsWith('log scale'))).toBe(true);
  });

  it('says in words what did not finish, in its row, without marks', async () => {
    const { wide, description, table } = await stripChart(strip([row(alpha, 30e6), failed]));
    expect(textsOf(wide).map((text) => text.text)).toContain(failed.words);
    expect(layerNames(wide).filter((name) => name === 'intervals')).toHaveLength(1);
    expect(description).toContain('gamma-processes: 0 runs, out of memory at 4 GiB');
    expect(table.rows[1]?.cells.at(-1)).toBe(failed.words);
  });

  it('draws an interval without an end to the edge of the plot', async () => {
    const { table, description } = await stripChart(strip([stopped]));
    expect(table.rows[0]?.cells).toContain('170\u00a0ms to ≥\u00a060\u00a0s');
    expect(description).toContain('4 of 12 finished');
  });

  it('draws rows of which none has a run', async () => {
    const chart = await stripChart(strip([failed, { mark: alpha, runs: [] }]));
    expect(troubles(chart.wide)).toEqual([]);
    expect(textsOf(chart.wide).map((text) => text.text)).toContain('not measured');
    expect(layerNames(chart.wide)).toEqual(['rules', 'glyphs', 'texts']);
    const single = await stripChart(strip([failed]));
    expect(layerNames(single.wide)).toEqual(['glyphs', 'texts']);
    expect(chart.description).not.toContain('axis');
  });

  it('outlines the variant that shares a slot', async () => {
    const { wide } = await stripChart(awkwardStrip);
    const glyphs = layersOf(wide).find((layer) => layer.name === 'glyphs')?.content ?? '';
    expect(glyphs).toMatch(/fill="var\(--paper\)" stroke="var\(--c1\)"/);
  });

  it('refuses two contestants that would look the same', async () => {
    const twin = mark('twin', 1);
    await expect(stripChart(strip([row(alpha, 1), row(twin, 2)]))).rejects.toThrow(
      /alpha and twin would look the same/,
    );
    await expect(stripChart(strip([row(alpha, 1), row(tuned, 2)]))).resolves.toBeDefined();
  });

  it('draws values of 0 and below', async () => {
    const values = [-2e6, 0, 3e6];
    const estimate = { point: 0, lower: -2e6, upper: 3e6, level: 0.95, n: 3 };
    const chart = await stripChart(strip([{ mark: alpha, runs: values, estimate }]));
    expect(chart.wide).not.toMatch(/NaN/);
    expect(troubles(chart.narrow)).toEqual([]);
  });

  it('keeps text apart for one to eight rows, long names and all kinds of failure', async () => {
    const names = fc.stringMatching(/^[a-z]{2,9}(-[a-z]{2,12}){0,4}$/);
    const words = fc.constantFrom(
      undefined,
      'timed out after 60 s; 3 of 12 finished',
      'not attempted: 20 000 descriptors are needed and 1024 allowed; raise the limit and run again',
    );
    const size = fc.integer({ min: 3, max: 11 }).map((power) => 10 ** power);
    const kind = fc.constantFrom('measured', 'failed', 'censored');
    const rows = fc.array(fc.tuple(names, words, size, kind), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (drawn, hasFloor) => {
        const floor = { value: 5e9, label: '5 s: the requests themselves, which no one can beat' };
        const input = strip(
          drawn.map((each, i) => rowOf(each, i)),
          hasFloor ? { floor } : {},
        );
        const chart = await stripChart(input);
        expect(troubles(chart.wide)).toEqual([]);
        expect(troubles(chart.narrow)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

type Drawn = readonly [string, string | undefined, number, string];

function rowOf([name, words, size, kind]: Drawn, i: number): StripRow {
  const slot = ((i % 6) + 1) as Slot;
  const of = { ...mark(name, slot, i >= 6), contestant: `${name} ${i}` };
  const said = words === undefined ? {} : { words };
  if (kind === 'failed') return { mark: of, runs: [], ...said };
  if (kind === 'measured') return row(of, size, said);
  const estimate = { point: size, lower: size * 0.9, upper: null, level: 0.95, n: 12 };
  return row(of, size, { ...said, estimate: { ...estimate, censoredFrom: 60e9 } });
}
