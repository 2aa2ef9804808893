import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../../runners/services/delay/ledger.ts';

describe('the ledger', () => {
  test('has nothing to say against each pair coming once', () => {
    const ledger = new Ledger(2, 2);
    for (const path of ['/w/1/1', '/w/2/1', '/w/2/2', '/w/1/2']) {
      expect(ledger.arrive(path)).toBe(true);
      ledger.answer(1.5);
    }
    expect(ledger.report()).toEqual({
      problems: [],
      requests: 4,
      connections: 0,
      peakConcurrent: 1,
      shortestNs: 1_500_000,
      longestNs: 1_500_000,
    });
  });

  test('names what came twice and what never came', () => {
    const ledger = new Ledger(2, 2);
    for (const path of ['/w/1/1', '/w/1/1', '/w/1/1', '/w/2/2']) ledger.arrive(path);
    expect(ledger.report().problems).toEqual([
      'came more than once: worker 1 request 1',
      'never came: worker 1 request 2, worker 2 request 1',
    ]);
  });

  test('names three and counts the rest', () => {
    expect(new Ledger(10, 1).report().problems).toEqual([
      'never came: worker 1 request 1, worker 2 request 1, worker 3 request 1 and 7 more',
    ]);
  });

  test.each([
    '/',
    '/w/0/1',
    '/w/1/0',
    '/w/3/1',
    '/w/1/3',
    '/w/01/1',
    '/w/1/1/',
    '/w/1/1?x=1',
    '/w/1.5/1',
  ])('refuses the path %s', (path) => {
    const ledger = new Ledger(2, 2);
    expect(ledger.arrive(path)).toBe(false);
    expect(ledger.report()).toMatchObject({ requests: 0, peakConcurrent: 0 });
    expect(ledger.report().problems[0]).toBe(`unexpected path ${path}`);
  });

  test('keeps the most that were in flight at once, and the shortest and longest service', () => {
    const ledger = new Ledger(3, 1);
    ledger.arrive('/w/1/1');
    ledger.arrive('/w/2/1');
    ledger.answer(2);
    ledger.answer(5);
    ledger.arrive('/w/3/1');
    ledger.answer(3);
    expect(ledger.report()).toMatchObject({
      peakConcurrent: 2,
      shortestNs: 2_000_000,
      longestNs: 5_000_000,
    });
  });

  test('counts each connection once, however many requests come over it', () => {
    const ledger = new Ledger(2, 2);
    const [one, other] = [{}, {}];
    for (const connection of [one, one, other, one]) ledger.connect(connection);
    expect(ledger.report().connections).toBe(2);
  });

  test('counts connections that did not wait for their answer', () => {
    const ledger = new Ledger(1, 1);
    ledger.arrive('/w/1/1');
    ledger.abandon();
    expect(ledger.report().problems).toEqual(['connections closed before the answer: 1']);
  });
});
