/** Inputs of charts: the usual, and the awkward. */
import type { Estimate } from '../../../src/analyse/types.ts';
import type {
  GrowthInput,
  GrowthSeries,
  Mark,
  RatioInput,
  Slot,
  StripInput,
  StripRow,
} from '../../../src/present/charts/types.ts';

export function mark(label: string, slot: Slot, hollow = false): Mark {
  return { contestant: label, label, slot, ...(hollow ? { hollow } : {}) };
}

export const alpha = mark('alpha', 1);
export const beta = mark('beta-threads', 2);
const gamma = mark('gamma-processes', 3);
const delta = mark('delta-processes-with-a-very-long-name', 4);
export const tuned = mark('alpha-tuned', 1, true);

export function estimateAround(
  point: number,
  spread = 0.02,
  more: Partial<Estimate> = {},
): Estimate {
  const lower = point * (1 - spread);
  const upper = point * (1 + spread);
  return { point, lower, upper, level: 0.95, n: 12, ...more };
}

/** Twelve runs in a fixed pattern about a median. */
function runsAround(point: number, spread = 0.05, count = 12): readonly number[] {
  return Array.from({ length: count }, (_, i) => point * (1 + spread * Math.sin(i * 2.4)));
}

export function row(of: Mark, point: number, more: Partial<StripRow> = {}): StripRow {
  return { mark: of, runs: runsAround(point), estimate: estimateAround(point), ...more };
}

export const failed: StripRow = {
  mark: gamma,
  runs: [],
  words: 'out of memory at 4 GiB; 0 of 12 finished',
};
export const stopped: StripRow = {
  mark: delta,
  runs: runsAround(180e6, 0.02, 4),
  estimate: { point: 180e6, lower: 170e6, upper: null, level: 0.95, n: 12, censoredFrom: 60e9 },
  words: '4 of 12 finished: timed out after 60 s',
};

export function strip(rows: readonly StripRow[], more: Partial<StripInput> = {}): StripInput {
  const title = 'io/100: overhead';
  return { id: 'strip', title, measureTitle: 'overhead', unit: 'ns', rows, ...more };
}

export const usualStrip = strip([row(alpha, 30e6), row(beta, 231e6), row(gamma, 420e6)], {
  floor: { value: 200e6, label: '0.2 s: the ideal' },
});
export const awkwardStrip = strip([row(alpha, 2.4e6), row(tuned, 1.9e6), failed, stopped]);

export function series(
  of: Mark,
  points: readonly (readonly [number, number])[],
  failedAt?: GrowthSeries['failedAt'],
): GrowthSeries {
  const measured = points.map(([size, point]) => ({ size, estimate: estimateAround(point) }));
  return { mark: of, points: measured, ...(failedAt === undefined ? {} : { failedAt }) };
}

export function growth(all: readonly GrowthSeries[], more: Partial<GrowthInput> = {}): GrowthInput {
  const title = 'Peak memory by number of workers';
  const base = { id: 'growth', title, measureTitle: 'peak memory', unit: 'bytes', noun: 'worker' };
  return { ...base, unit: 'bytes', series: all, ...more };
}

export const usualGrowth = growth(
  [
    series(alpha, [
      [10, 14e6],
      [100, 20e6],
      [1000, 84e6],
      [10000, 710e6],
    ]),
    series(
      beta,
      [
        [10, 33e6],
        [100, 35e6],
        [1000, 91e6],
      ],
      { size: 10000, words: 'the system allows no more threads' },
    ),
    series(
      gamma,
      [
        [10, 138e6],
        [100, 1100e6],
      ],
      { size: 1000, words: 'out of memory at 4 GiB' },
    ),
  ],
  { limit: { value: 4 * 1024 ** 3, label: 'limit: 4 GiB' } },
);
export const awkwardGrowth = growth([
  series(alpha, [
    [10, 5.03e6],
    [1000, 5.05e6],
  ]),
  series(tuned, [
    [10, 5.03e6],
    [1000, 5.05e6],
  ]),
  series(beta, [
    [10, 5.04e6],
    [1000, 5.06e6],
  ]),
  series(gamma, [], { size: 10, words: 'not on this machine' }),
  series(delta, [[10, 5.1e6]], { size: 1000, words: 'timed out after 60 s; 0 of 12 finished' }),
]);

const pairs = { level: 0.99, n: 21 };
export const usualRatio: RatioInput = {
  id: 'ratio',
  title: 'Every comparison',
  leftLabel: 'alpha ahead',
  rightLabel: 'the others ahead',
  rows: [
    {
      group: 'io/100 · wall time',
      label: 'beta-threads',
      labelMark: beta,
      winner: alpha,
      ratio: estimateAround(1 / 1.04, 0.002, pairs),
      verdict: 'a',
      matters: 1.02,
    },
    {
      group: 'cpu/20 · wall time',
      label: 'gamma-processes',
      labelMark: gamma,
      winner: gamma,
      ratio: estimateAround(1.47, 0.02, pairs),
      verdict: 'b',
      matters: 1.02,
    },
    {
      group: 'cpu/20 · wall time',
      label: 'delta-processes-with-a-very-long-name',
      labelMark: delta,
      verdict: 'none',
      words: 'did not finish: out of memory at 4 GiB in each of twelve attempts',
    },
    {
      group: 'spawn/1000 · time until all run, with a heading that is too long for a phone',
      label: 'gamma-processes',
      winner: alpha,
      ratio: estimateAround(1 / 82, 0.07, pairs),
      verdict: 'a',
    },
    {
      group: 'startup · wall time',
      label: 'beta-threads',
      ratio: estimateAround(1.02, 0.1, pairs),
      verdict: 'none',
      matters: 1.02,
    },
  ],
};
