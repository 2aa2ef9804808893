import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { bencherExport } from '../../../src/present/exports/bencher.ts';
import { benchmarkExport } from '../../../src/present/exports/github-action-benchmark.ts';
import { hyperfineExport } from '../../../src/present/exports/hyperfine.ts';
import { realCase, realCases, realSession } from '../../fixtures/real-session.ts';

/** hyperfine 1.x, src/benchmark/benchmark_result.rs; `user` and `system` are numbers there, here they aren't known. */
const hyperfineSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      command: z.string(),
      mean: z.number(),
      stddev: z.number().nullable(),
      median: z.number(),
      user: z.null(),
      system: z.null(),
      min: z.number(),
      max: z.number(),
      times: z.array(z.number()),
      memory_usage_byte: z.array(z.int()).optional(),
      exit_codes: z.array(z.int().nullable()),
      parameters: z.record(z.string(), z.string()),
      steelyard: z.looseObject({ session: z.literal(realSession) }),
    }),
  ),
});

/** github-action-benchmark, src/extract.ts. */
const benchmarkSchema = z.array(
  z.strictObject({
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    range: z.string().optional(),
    extra: z.string().optional(),
  }),
);

/** bencher.dev/bmf.json. */
const bmfSchema = z.record(
  z.string(),
  z.record(
    z.string().max(64),
    z.strictObject({
      value: z.number(),
      lower_value: z.number().optional(),
      upper_value: z.number().optional(),
    }),
  ),
);

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('the export for hyperfine', () => {
  const whole = hyperfineExport(realCases);
  const { results } = hyperfineSchema.parse(JSON.parse(whole.text));
  const duso = results.find(({ command }) => command === 'cpu/20/duso')!;

  it('has the wall time of every counted run in seconds, in the order they ran', () => {
    const walls = realCase('cpu/20')
      .records.filter(({ contestant, round }) => contestant === 'duso' && round > 0)
      .map(({ wallNs }) => wallNs! / 1e9);
    expect(duso.times).toEqual(walls);
    expect(duso.exit_codes).toEqual(walls.map(() => 0));
    expect(duso.memory_usage_byte).toHaveLength(21);
    expect(duso.parameters).toEqual({ workers: '20', steps: '1000000' });
  });

  it('has mean, deviation, median and ends as anybody computes them from the times', () => {
    for (const { times, mean, stddev, median, min, max } of results) {
      const sorted = times.toSorted((a, b) => a - b);
      const own = sum(times) / times.length;
      expect(mean).toBeCloseTo(own, 9);
      expect([min, max]).toEqual([sorted[0], sorted.at(-1)]);
      const half = sorted.length / 2;
      const middle =
        sorted.length % 2 === 1
          ? sorted[Math.floor(half)]!
          : (sorted[half - 1]! + sorted[half]!) / 2;
      expect(median).toBeCloseTo(middle, 9);
      if (times.length === 1) expect(stddev).toBeNull();
      else {
        const squares = sum(times.map((time) => (time - own) ** 2));
        expect(stddev).toBeCloseTo(Math.sqrt(squares / (times.length - 1)), 9);
      }
    }
  });

  it('holds no time of a run that did not finish, and says so in the file and aside', () => {
    const threads = results.find(({ command }) => command === 'io/1000/python-threads')!;
    expect(threads.times).toHaveLength(2);
    expect(threads.steelyard).toMatchObject({ attempted: 12, finished: 2 });
    expect(results.map(({ command }) => command)).not.toContain('io/10000/python-threads');
    expect(whole.notes.join('\n')).toContain('io/1000/python-threads (2 of 12)');
    expect(whole.notes[0]).toMatch(
      /^Left out, since no run finished: .*python-free-threaded in 15 cases/,
    );
  });

  it('leaves out the copies of A/A controls', () => {
    expect(results.map(({ command }) => command)).not.toContain('cpu/20/python-processes-again');
  });
});

describe('the export for github-action-benchmark', () => {
  it('has the median of the main measure of each, in a unit that never changes', () => {
    const exported = benchmarkExport(realCases, undefined, 'less');
    const entries = benchmarkSchema.parse(JSON.parse(exported!.text));
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    expect(entries.find(({ name }) => name === 'io/100/duso overhead')).toEqual({
      name: 'io/100/duso overhead',
      value: 57914495,
      unit: 'ns',
      range: '55279943.9935 to 62686434.1202',
      extra: `Time beyond the waiting: median of 21 runs, 95% interval\nsession ${realSession}`,
    });
    expect(exported!.notes[0]).toBe('Hand it over with: tool: customSmallerIsBetter');
  });

  it('keeps measures of the other direction apart, and is none where there are none', () => {
    const aCase = realCase('startup/hello');
    const [wall, ...others] = aCase.definition.measures;
    const measures = [wall!, { ...others[0]!, better: 'more' as const }];
    const turned = { ...aCase, definition: { ...aCase.definition, measures } };
    const more = benchmarkExport([turned], 'all', 'more');
    expect(benchmarkSchema.parse(JSON.parse(more!.text)).map(({ name }) => name)).toEqual([
      'startup/hello/duso peakProcess',
      'startup/hello/python peakProcess',
    ]);
    expect(more!.notes).toContain('Hand it over with: tool: customBiggerIsBetter');
    expect(benchmarkExport([aCase], undefined, 'more')).toBeUndefined();
  });
});

describe('the export for Bencher', () => {
  it('follows the schema, with the wall time as latency in nanoseconds', () => {
    const metrics = bmfSchema.parse(JSON.parse(bencherExport(realCases, 'all').text));
    const estimate = realCase('cpu/20').result.contestants[0]!.estimates['wall']!;
    expect(metrics['cpu/20/duso']).toMatchObject({
      latency: {
        value: estimate.point,
        lower_value: estimate.lower,
        upper_value: estimate.upper,
      },
    });
    expect(Object.keys(metrics['startup/hello/duso'] ?? {})).toEqual([
      'latency',
      'peak-process',
      'peak-tree',
    ]);
  });

  it('has no metric where too few runs finished, and says whose', () => {
    const { text, notes } = bencherExport([realCase('io/1000')], undefined);
    expect(Object.keys(bmfSchema.parse(JSON.parse(text)))).not.toContain('io/1000/python-threads');
    expect(notes.join()).toContain('io/1000/python-threads');
  });
});
