import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/claims/evidence.ts';
import { standingOf } from '../../src/claims/standing.ts';
import { seriesOf, versionsDiffer } from '../../src/claims/series.ts';
import type { Session } from '../../src/store/schema.ts';
import { aCase, contestant, peakTree, record } from '../analyse/build.ts';
import { decided, evidence, found, runtimes, whyNot } from './build.ts';

const growth = [
  { scenario: 'memory', parameter: 'workers', noun: 'worker', of: 'peakTree', matters: 1000 },
];

/** Peaks of two contestants at these sizes: 10 MB, and so many bytes for each worker. */
function series(
  sizes: readonly number[],
  bytes: Readonly<Record<'first' | 'second', number>>,
  changes: Partial<Session> = {},
): Evidence {
  const contestants = [contestant('first', { runtime: 'motor' }), contestant('second')];
  const cases = sizes.map((workers) =>
    aCase({
      id: `memory/${workers}`,
      scenario: 'memory',
      parameters: { workers },
      measures: [peakTree],
      contestants,
    }),
  );
  const records = cases.flatMap((one) =>
    Object.entries(bytes).flatMap(([id, each]) =>
      Array.from({ length: 10 }, (_, index) => {
        const workers = Number(one.parameters['workers']);
        const peakTreeBytes = 10e6 + workers * (each + (index % 5));
        return record({
          case: one.id,
          contestant: id,
          round: index + 1,
          wallNs: 1e9,
          peakTreeBytes,
        });
      }),
    ),
  );
  return evidence(cases, records, { growth, runtimes, ...changes });
}

const far = series([100, 1000], { first: 20_000, second: 5000 });
const line = '{over: memory, per: worker, compare: [first, second], on: peakTree}';

describe('growth for each further worker', () => {
  it('is compared by difference', () => {
    expect(found(line, far)).toBe('more-that-matters');
    expect(found('{over: memory, per: worker, compare: [second, first], on: peakTree}', far)).toBe(
      'less-that-matters',
    );
    expect(found(line, series([100, 1000], { first: 5000, second: 5100 }))).toBe('same');
  });

  it('of one contestant grows, shrinks, or shows none', () => {
    const of = '{over: memory, per: worker, of: first, on: peakTree}';
    expect(found(of, far)).toBe('grows');
    expect(found(of, series([100, 1000], { first: -5000, second: 0 }))).toBe('shrinks');
    expect(found(of, series([100, 1000], { first: -2, second: 0 }))).toBe('no-growth-shown');
  });

  it('is shown by another session where the reference shows none, and not the other way round', () => {
    const of = '{over: memory, per: worker, of: first, on: peakTree}';
    const flat = series([100, 1000], { first: -2, second: 0 });
    const standing = (reference: Evidence, own: Evidence) =>
      standingOf(decided(of, reference), decided(of, own));
    expect(standing(flat, far)).toBe('further');
    expect(standing(far, flat)).toBe('open');
  });

  it.each([
    [1e-6, 5, 'grows'],
    [0, 5, 'no-growth-shown'],
    [-5, 0, 'no-growth-shown'],
    [-5, -1e-6, 'shrinks'],
    [-5, 5, 'no-growth-shown'],
    [null, null, 'no-growth-shown'],
  ])('of one contestant with the interval %d to %d is: %s', (lower, upper, expected) => {
    const of = '{over: memory, per: worker, of: first, on: peakTree}';
    const name = 'memory peakTree';
    const known = far.growth.get(name)!;
    const contestants = known.contestants.map((one) => ({
      ...one,
      slope: { ...one.slope, lower, upper },
    }));
    const given = { ...far, growth: new Map([[name, { ...known, contestants }]]) };
    expect(found(of, given)).toBe(expected);
  });

  it('is that of the two, whatever stands before them', () => {
    const name = 'memory peakTree';
    const known = far.growth.get(name)!;
    const others = [
      ['first', 'other'],
      ['other', 'second'],
      ['second', 'other'],
      ['other', 'first'],
    ].map(([a, b]) => ({
      ...known.comparisons[0]!,
      a: a!,
      b: b!,
      verdict: { kind: 'same' } as const,
    }));
    const comparisons = [...others, ...known.comparisons];
    const given = { ...far, growth: new Map([[name, { ...known, comparisons }]]) };
    expect(found(line, given)).toBe('more-that-matters');
  });

  it('of one contestant is not decided where a service set the pace at a size', () => {
    const serviceTrouble = { kind: 'service-held-up', runs: 7, of: 9 } as const;
    for (const id of ['memory/100', 'memory/1000']) {
      const one = far.cases.get(id)!;
      if (one.state !== 'measured') throw new Error('it was measured');
      const slow = { ...one, result: { ...one.result, serviceTrouble } };
      const given = { ...far, cases: new Map([...far.cases, [id, slow]]) };
      expect(whyNot('{over: memory, per: worker, of: first, on: peakTree}', given)).toBe(
        'the service held up requests in 7 of 9 measured runs (longest over 1.5 times the usual shortest)',
      );
    }
  });

  it('is decided from 100 on, not from 99', () => {
    const of = '{over: memory, per: worker, of: first, on: peakTree}';
    expect(whyNot(of, series([99, 1000], { first: 20_000, second: 5000 }))).toBe(
      'from 99 to 1000 alone no growth is decided: two sizes from 100 on are needed',
    );
    expect(found(of, series([100, 101], { first: 20_000, second: 5000 }))).toBe('grows');
  });

  it.each([
    ['[100, 1000]', true],
    ['[101, 999]', true],
    ['[99, 1000]', false],
    ['[100, 1001]', false],
  ])('may speak of %s where 100 to 1000 was measured: %s', (between, may) => {
    for (const text of [line, '{over: memory, per: worker, of: first, on: peakTree}']) {
      const { outcome } = decided(text.replace('}', `, between: ${between}}`), far);
      expect(outcome.kind !== 'untested').toBe(may);
    }
  });

  it('is not decided from 10 and 100 alone', () => {
    const small = series([10, 100], { first: 20_000, second: 5000 });
    expect(found(line, small)).toBe('not-decided');
    expect(whyNot('{over: memory, per: worker, of: first, on: peakTree}', small)).toBe(
      'from 10 to 100 alone no growth is decided: two sizes from 100 on are needed',
    );
  });

  it('can not be tested where a larger size is missing', () => {
    const small = series([10, 100], { first: 20_000, second: 5000 });
    const absent = {
      state: 'absent',
      id: 'memory/1000',
      why: { kind: 'not-in-quick-profile' },
    } as const;
    const lacking = { ...small, cases: new Map([...small.cases, [absent.id, absent]]) };
    expect(whyNot(line, lacking)).toBe('not in the quick profile');
  });
});

describe('the sizes of a growth', () => {
  const sizesIn = (from: Evidence) => {
    const found = seriesOf(from, 'memory', 'peakTree');
    if (!('sizes' in found)) throw new Error('there are no sizes');
    return found;
  };

  it('stand in rising order', () => {
    const found = sizesIn(series([1000, 100, 10_000], { first: 20_000, second: 5000 }));
    expect(found.sizes.map(({ size }) => size)).toEqual([100, 1000, 10_000]);
  });

  it('may have other versions of a runtime only outside the range, or of others', () => {
    const known = sizesIn(series([10, 100, 1000, 10_000], { first: 20_000, second: 5000 }));
    const sizes = known.sizes.map(({ size, place }, at) => {
      const version = ['0', '1', '1', '2'][at]!;
      const session = {
        ...place.session,
        runtimes: runtimes.map((one) => (one.id === 'engine' ? { ...one, version } : one)),
      };
      return { size, place: { ...place, session } };
    });
    const differ = (from: number, to: number, ...ids: string[]) =>
      versionsDiffer({ ...known, sizes }, { from, to, noun: 'worker' }, ids);
    expect(differ(100, 1000, 'first', 'second')).toBeUndefined();
    expect(differ(11, 9999, 'first', 'second')).toBeUndefined();
    expect(differ(10, 1000, 'first', 'second')).toMatch(/of Engine: 0 and 1$/);
    expect(differ(100, 10_000, 'first', 'second')).toMatch(/of Engine: 1 and 2$/);
    expect(differ(10, 10_000, 'first')).toBeUndefined();
  });
});

describe('a claim about growth is a mistake', () => {
  const cause = (text: string, from: Evidence): string => {
    const { outcome } = decided(text, from);
    return outcome.kind === 'untested' ? outcome.cause : 'tested';
  };

  it('where it speaks of sizes outside the measured range', () => {
    const outside =
      '{over: memory, per: worker, compare: [first, second], on: peakTree, between: [100, 10000]}';
    expect(cause(outside, far)).toBe('mistake');
    expect(whyNot(outside, far)).toBe(
      'it speaks of 100 to 10000 workers, outside the measured range of 100 to 1000',
    );
    expect(found(outside.replace('10000', '1000'), far)).toBe('more-that-matters');
  });

  it('where the runtime changed between its sizes', () => {
    const newer = series(
      [1000],
      { first: 20_000, second: 5000 },
      { runtimes: runtimes.map((one) => ({ ...one, version: '2.0' })) },
    );
    const mixed = { ...far, cases: new Map([...far.cases, ...newer.cases]) };
    expect(cause(line, mixed)).toBe('mistake');
    expect(whyNot(line, mixed)).toMatch(
      /^its cases were measured with different versions of (Engine|Motor): 1\.0 and 2\.0$/,
    );
  });

  it('where the scenario, its growth or its noun is another', () => {
    const wrong = (text: string): string => whyNot(text, far);
    expect(wrong('{over: io, per: worker, of: first, on: peakTree}')).toBe(
      'there is no case of the scenario "io"',
    );
    expect(wrong('{over: memory, per: request, of: first, on: peakTree}')).toContain(
      'counts by the worker, not by the request',
    );
    expect(wrong('{over: memory, per: worker, of: first, on: wall}')).toContain(
      'has no measure "wall"',
    );
    expect(wrong('{over: memory, per: worker, of: third, on: peakTree}')).toContain(
      'has no contestant "third"',
    );
  });
});
