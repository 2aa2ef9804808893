import { expect, it } from 'vitest';
import { pauseMs } from '../../src/publish/back-off.ts';

const longest = (refused: number, tookMs: number): number => pauseMs(refused, tookMs, 1);

it('a pause is somewhere between nothing and its span', () => {
  expect(pauseMs(1, 1000, 0)).toBe(0);
  expect(pauseMs(1, 1000, 0.5)).toBe(longest(1, 1000) / 2);
  const pauses = Array.from({ length: 20 }, () => pauseMs(3, 1000));
  for (const pause of pauses) expect(pause).toBeLessThan(longest(3, 1000));
  expect(new Set(pauses).size).toBeGreaterThan(1);
});

it('the span grows with each refusal, from more than a try takes', () => {
  expect(longest(1, 1000)).toBeGreaterThan(1000);
  for (const refused of [1, 2, 3, 4]) {
    const grown = longest(refused + 1, 1000) / longest(refused, 1000);
    expect(grown).toBeGreaterThan(1.2);
  }
});

it('the span is bounded, so that all tries fit into a workflow’s ten minutes', () => {
  const tries = Array.from({ length: 11 }, (_, index) => longest(index + 1, 10_000));
  const sumMs = tries.reduce((sum, one) => sum + one, 0);
  expect(sumMs).toBeLessThan(6 * 60_000);
});
