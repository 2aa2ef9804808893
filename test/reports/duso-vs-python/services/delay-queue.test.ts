import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDelayQueue } from '../../../../runners/services/delay/delay-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('nothing is answered before its delay, even when the timer fires early', () => {
  // A clock that is half a millisecond slower than the timers after 100 ms.
  const started = Date.now();
  const nowMs = (): number => (Date.now() - started) * 0.995;
  const services: number[] = [];
  const queue = createDelayQueue(100, nowMs);
  queue.add(nowMs(), (serviceMs) => services.push(serviceMs));
  vi.advanceTimersByTime(100);
  expect(services).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(services).toHaveLength(1);
  expect(services[0]).toBeGreaterThanOrEqual(100);
});

test('answers keep the order of the arrivals, with a single timer', () => {
  const answered: string[] = [];
  const queue = createDelayQueue(100, Date.now);
  queue.add(Date.now(), () => answered.push('a'));
  vi.advanceTimersByTime(30);
  queue.add(Date.now(), () => answered.push('b'));
  queue.add(Date.now(), () => answered.push('c'));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(70);
  expect(answered).toEqual(['a']);
  vi.advanceTimersByTime(30);
  expect(answered).toEqual(['a', 'b', 'c']);
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer may bring the next request', () => {
  const answered: number[] = [];
  const queue = createDelayQueue(10, Date.now);
  const ask = (left: number): void => {
    queue.add(Date.now(), () => {
      answered.push(left);
      if (left > 1) ask(left - 1);
    });
  };
  ask(3);
  vi.advanceTimersByTime(30);
  expect(answered).toEqual([3, 2, 1]);
});

test('ten thousand at once are all answered', () => {
  let answered = 0;
  const queue = createDelayQueue(10, Date.now);
  for (let index = 0; index < 10_000; index += 1) queue.add(Date.now(), () => (answered += 1));
  vi.advanceTimersByTime(10);
  expect(answered).toBe(10_000);
});
