import { describe, expect, it } from 'vitest';
import { expectedAnswer, expectedValue } from '../../src/scenario/expected.ts';

describe('the right answer', () => {
  it('is the literal where one is stated', () => {
    expect(expectedValue({ is: 'done' }, {})).toBe('done');
    expect(expectedValue({ is: 0 }, { workers: 5 })).toBe(0);
  });

  it('is the product of parameters and numbers where factors are stated', () => {
    expect(
      expectedValue({ times: ['workers', 'requests', 1_000_000] }, { workers: 100, requests: 5 }),
    ).toBe(500_000_000);
    expect(expectedValue({ times: [7] }, {})).toBe(7);
  });

  it('stays exact for the largest products that scenarios make', () => {
    expect(expectedValue({ times: ['workers', 4_500_000_000] }, { workers: 1000 })).toBe(
      4_500_000_000_000,
    );
  });

  it.each([{}, { workers: '100' }])(
    'is an error that names the parameter when that is no number: %j',
    (parameters) => {
      expect(() =>
        expectedValue({ times: ['workers'] }, parameters as Record<string, string>),
      ).toThrow('"workers", which is no number');
    },
  );

  it('is worked out field by field', () => {
    const answer = { requests: { times: ['workers', 2] }, kind: { is: 'io' } };
    expect(expectedAnswer(answer, { workers: 3 })).toEqual({ requests: 6, kind: 'io' });
    expect(expectedAnswer({}, { workers: 3 })).toEqual({});
  });
});
