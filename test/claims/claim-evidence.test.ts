import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../src/claims/claim-evidence.ts';
import { aCase, around, contestant, walls } from '../analyse/build.ts';
import { decided, evidence, race } from './build.ts';

const three = race({ first: 100, second: 147, third: 147 });
const at = { case: 'io/100', session: '20260101T000000Z-test-0001' };

describe('what a claim rests on', () => {
  it.each([
    [
      '{in: io/100, compare: [second, first], on: wall}',
      { ...at, measure: 'wall', contestants: ['second', 'first'], n: 10 },
    ],
    ['{in: io/100, of: first}', { ...at, contestants: ['first'], n: 10 }],
    [
      '{in: io/100, of: first, value: wall}',
      { ...at, measure: 'wall', contestants: ['first'], n: 10 },
    ],
    [
      '{in: io/100, best: wall}',
      { ...at, measure: 'wall', contestants: ['first', 'second', 'third'], n: 10 },
    ],
    ['{in: io/7, of: first}', { contestants: [] }],
  ])('of %s is told', (line, expected) => {
    expect(evidenceFor(decided(line, three))).toEqual(expected);
  });

  it('has no count where nothing was decided', () => {
    const records = [...walls('first', around(100, 3)), ...walls('second', around(150, 3))];
    const few = evidence([aCase({ rounds: 3 })], records);
    const line = '{in: io/100, compare: [first, second], on: wall}';
    expect(evidenceFor(decided(line, few))).toEqual({
      ...at,
      measure: 'wall',
      contestants: ['first', 'second'],
    });
  });

  it('has the pairs and not the runs of the two, where some rounds were not shared', () => {
    const contestants = ['first', 'second'].map((id) => contestant(id));
    const records = [
      ...walls('first', around(100, 12)),
      ...walls('second', around(150, 12)).slice(2),
    ];
    const line = '{in: io/100, compare: [first, second], on: wall}';
    const found = decided(line, evidence([aCase({ contestants, rounds: 12 })], records));
    expect(evidenceFor(found).n).toBe(10);
  });
});
