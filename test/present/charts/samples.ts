/** Inputs of charts: the usual, and the awkward. */
import type { Estimate } from '../../../src/analyse/types.ts';
import type { GrowthInput, GrowthSeries, Mark, Slot } from '../../../src/present/charts/types.ts';

export function mark(label: string, slot: Slot, hollow = false): Mark {
  return { contestant: label, label, slot, ...(hollow ? { hollow } : {}) };
}

export const alpha = mark('alpha', 1);
const beta = mark('beta-threads', 2);
const gamma = mark('gamma-processes', 3);
const delta = mark('delta-processes-with-a-very-long-name', 4);
const tuned = mark('alpha-tuned', 1, true);

function estimateAround(point: number, spread = 0.02, more: Partial<Estimate> = {}): Estimate {
  const lower = point * (1 - spread);
  const upper = point * (1 + spread);
  return { point, lower, upper, level: 0.95, n: 12, ...more };
}

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
