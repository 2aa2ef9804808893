import { describe, expect, it } from 'vitest';
import { verdictChange } from '../../src/claims/changes.ts';
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
    [['less'], ['less'], undefined],
    [['less'], ['more'], 'flipped'],
    [['first'], ['second'], 'flipped'],
    [['first'], ['first', 'second'], 'flipped'],
    [['less'], ['no-difference-shown'], 'lost'],
    [['finished'], ['not-tested'], 'lost'],
    [['grows'], ['no-growth-shown'], 'lost'],
    [['not-decided'], ['more'], 'gained'],
    [['no-difference-shown'], ['same'], 'gained'],
    [['not-tested'], ['not-decided'], undefined],
  ])('from %j to %j it is %s', (before, after, expected) => {
    expect(verdictChange(decided(...before), decided(...after))).toBe(expected);
  });
});
