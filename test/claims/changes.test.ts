import { describe, expect, it } from 'vitest';
import { changedClaims, verdictChange } from '../../src/claims/changes.ts';
import type { DecidedClaim } from '../../src/claims/decided.ts';

const decided = (...found: string[]): DecidedClaim =>
  ({
    claim: { id: 'x' },
    outcome: { kind: 'compare' },
    found,
    holds: true,
  }) as unknown as DecidedClaim;

describe('how a verdict changed', () => {
  it.each<[string[], string[], ReturnType<typeof verdictChange>]>([
    [['less-that-matters'], ['less-that-matters'], undefined],
    [['less-that-matters'], ['more-that-matters'], 'flipped'],
    [['first'], ['second'], 'flipped'],
    [['first'], ['first', 'second'], 'flipped'],
    [['less-that-matters'], ['no-difference-shown'], 'lost'],
    [['finished'], ['not-tested'], 'lost'],
    [['grows'], ['no-growth-shown'], 'lost'],
    [['not-decided'], ['more-that-matters'], 'gained'],
    [['no-difference-shown'], ['same'], 'gained'],
    [['not-tested'], ['not-decided'], undefined],
    [['less-that-matters'], ['less-that-may-matter'], undefined],
    [['more-that-may-matter'], ['more-that-matters'], undefined],
    [['less-that-may-matter'], ['more-that-may-matter'], 'flipped'],
    [['less-that-may-matter'], ['same'], 'flipped'],
    [['less-that-may-matter'], ['no-difference-shown'], 'lost'],
  ])('from %j to %j it is %s', (before, after, expected) => {
    expect(verdictChange(decided(...before), decided(...after))).toBe(expected);
  });
});

it('lists a claim too of which it is open now whether its difference matters', () => {
  const of = (...found: string[]) => new Map([['x', decided(...found)]]);
  expect(changedClaims(of('less-that-matters'), of('less-that-may-matter'))).toHaveLength(1);
  expect(changedClaims(of('less-that-matters'), of('less-that-matters'))).toEqual([]);
});
