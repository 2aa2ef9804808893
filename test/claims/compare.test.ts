import { describe, expect, it } from 'vitest';
import { compareAll, compareClaim, countAgreements } from '../../src/claims/compare.ts';
import { changedClaims } from '../../src/claims/changes.ts';
import { decideAll } from '../../src/claims/decide.ts';
import type { AgreementReason } from '../../src/claims/reasons.ts';
import { summaryWords } from '../../src/present/sentences/agreement-words.ts';
import { aCase, around, contestant, walls } from '../analyse/build.ts';
import { claim, closeRace, decided, evidence, race } from './build.ts';

const line = '{in: io/100, compare: [first, second], on: wall}';
const faster = race({ first: 100, second: 147, third: 147 });
const slower = race({ first: 147, second: 100, third: 147 });
const even = race({ first: 100, second: 100, third: 147 });
const few = evidence(
  [aCase({ rounds: 3 })],
  [...walls('first', around(100, 3)), ...walls('second', around(150, 3))],
);
const empty = {
  cases: new Map([
    [
      'io/100',
      {
        state: 'absent',
        id: 'io/100',
        why: { kind: 'not-in-quick-profile' },
        command: 'measure it',
      } as const,
    ],
  ]),
  growth: new Map(),
};

function agreement(text: string, reference: typeof faster, here: typeof faster) {
  return compareClaim(decided(text, reference), decided(text, here));
}

describe('a claim of the reference', () => {
  it('agrees where the verdict is the same', () => {
    expect(agreement(line, faster, faster)).toEqual({ kind: 'agrees' });
  });

  it('is contradicted by the opposite verdict', () => {
    expect(agreement(line, faster, slower)).toEqual({ kind: 'contradicted' });
    expect(agreement(line, even, slower)).toEqual({ kind: 'contradicted' });
    const finish = '{in: io/100, of: first}';
    expect(agreement(finish, faster, race({ first: null, second: 1, third: 1 }))).toEqual({
      kind: 'contradicted',
    });
  });

  it('agrees with the same side, whatever either knows of its weight', () => {
    const close = closeRace();
    expect(agreement(line, faster, close)).toEqual({ kind: 'agrees' });
    expect(agreement(line, close, faster)).toEqual({ kind: 'agrees' });
    expect(agreement(line, close, slower)).toEqual({ kind: 'contradicted' });
    expect(agreement(line, slower, close)).toEqual({ kind: 'contradicted' });
  });

  it('that both are the same is contradicted by a difference that matters, not by one that may', () => {
    expect(agreement(line, even, faster)).toEqual({ kind: 'contradicted' });
    expect(agreement(line, even, closeRace())).toEqual({
      kind: 'inconclusive',
      why: { kind: 'found', word: 'less-that-may-matter' },
    });
  });

  it('that one is less by what matters is contradicted by "the same", one that may not matter isn\'t', () => {
    expect(agreement(line, faster, even)).toEqual({ kind: 'contradicted' });
    expect(agreement(line, slower, even)).toEqual({ kind: 'contradicted' });
    expect(agreement(line, closeRace(), even)).toEqual({
      kind: 'inconclusive',
      why: { kind: 'found', word: 'same' },
    });
  });

  it('is inconclusive where it was measured and neither is shown', () => {
    expect(agreement(line, faster, few)).toMatchObject({
      kind: 'inconclusive',
      why: { kind: 'few-pairs', pairs: 3, needed: 8 },
    });
  });

  it('that nothing is shown agrees with "the same", and with nothing else', () => {
    const noisy = around(100, 10).map((value, index) => value * (index % 2 === 0 ? 0.8 : 1.25));
    const open = evidence(
      [aCase()],
      [...walls('first', noisy), ...walls('second', around(100, 10))],
    );
    expect(agreement(line, open, even)).toEqual({ kind: 'agrees' });
    expect(agreement(line, open, faster)).toEqual({
      kind: 'inconclusive',
      why: { kind: 'found', word: 'less-that-matters' },
    });
    expect(agreement(line, even, open)).toEqual({
      kind: 'inconclusive',
      why: { kind: 'found', word: 'no-difference-shown' },
    });
  });

  it('about the best is inconclusive where nothing is decided here, for its reason', () => {
    const contestants = ['first', 'second', 'third'].map((id) => contestant(id));
    const short = ['first', 'second', 'third'].flatMap((id) => walls(id, around(100, 3)));
    const here = evidence([aCase({ contestants, rounds: 3 })], short);
    expect(agreement('{in: io/100, best: wall}', faster, here)).toEqual({
      kind: 'inconclusive',
      why: { kind: 'few-pairs', pairs: 3, needed: 8 },
    });
  });

  it('can not be tested where it was not measured, or where the reference does not decide it', () => {
    expect(agreement(line, faster, empty)).toEqual({
      kind: 'untestable',
      why: { kind: 'not-in-quick-profile' },
      command: 'measure it',
    });
    expect(agreement(line, few, faster)).toEqual({
      kind: 'untestable',
      why: { kind: 'reference-undecided' },
    });
    expect(agreement(line, empty, faster)).toEqual({
      kind: 'untestable',
      why: { kind: 'reference-untested' },
    });
  });

  it('about the best is contradicted where the groups share nobody, and inconclusive where they overlap', () => {
    const best = '{in: io/100, best: wall}';
    expect(agreement(best, faster, faster)).toEqual({ kind: 'agrees' });
    expect(agreement(best, faster, slower)).toEqual({ kind: 'contradicted' });
    expect(agreement(best, faster, even)).toMatchObject({ kind: 'inconclusive' });
  });

  it('about the best, or about who is ahead, can not be tested where a lesser profile leaves one out', () => {
    const others = [contestant('second'), contestant('third', { runtime: 'motor' })];
    const all = [contestant('first', { runtime: 'motor' }), ...others];
    const reference = race({ first: 100, second: 147, third: 200 }, { contestants: all });
    const here = race(
      { first: 100, second: 100, third: 147 },
      { contestants: others },
      { profile: 'quick' },
    );
    for (const text of ['{in: io/100, best: wall}', '{in: io/100, winner: wall}']) {
      expect(agreement(text, reference, here), text).toEqual({
        kind: 'untestable',
        why: { kind: 'not-in-profile', contestant: 'first', profile: 'quick' },
      });
    }
  });

  it('about the best can not be tested where one that took part has no runs here', () => {
    const records = [...walls('first', around(100, 10)), ...walls('second', around(147, 10))];
    const contestants = ['first', 'second', 'third'].map((id) => contestant(id));
    const lacking = evidence([aCase({ contestants })], records);
    expect(agreement('{in: io/100, best: wall}', faster, lacking)).toEqual({
      kind: 'untestable',
      why: { kind: 'not-run', contestant: 'third' },
    });
  });

  it('that only gives a number takes no part', () => {
    expect(agreement('{in: io/100, of: first, value: wall}', faster, faster)).toBeUndefined();
  });
});

describe('the count', () => {
  it('says how many agree, and why the others can not be tested', () => {
    const missing = { kind: 'runtime-missing', title: 'Motor' } as const;
    const lesser = { kind: 'not-in-quick-profile' } as const;
    const counted = (reasons: AgreementReason[]): string =>
      summaryWords(
        countAgreements([
          ...Array.from({ length: 14 }, () => ({ kind: 'agrees' as const })),
          { kind: 'inconclusive' as const, why: { kind: 'part-of-group' as const } },
          ...reasons.map((why) => ({ kind: 'untestable' as const, why })),
        ]),
      );
    expect(counted([missing, { ...missing }])).toBe(
      "14 claims agree, 0 contradicted, 1 inconclusive, 2 can't be tested: Motor was not found",
    );
    expect(counted([lesser, missing, { ...missing }])).toBe(
      "14 claims agree, 0 contradicted, 1 inconclusive, 3 can't be tested: Motor was not found (2), not in the quick profile (1)",
    );
    expect(counted([])).toBe("14 claims agree, 0 contradicted, 1 inconclusive, 0 can't be tested");
  });
});

describe('two sessions', () => {
  it('differ in the claims whose verdict changes, with both sentences to tell', () => {
    const claims = [claim(line), { ...claim('{in: io/100, of: first}'), id: 'another' }];
    const changed = changedClaims(decideAll(claims, faster), decideAll(claims, slower));
    expect(changed.map(({ id, before, after }) => [id, before.found, after.found])).toEqual([
      ['a-claim', ['less-that-matters'], ['more-that-matters']],
    ]);
    expect(compareAll(decideAll(claims, faster), decideAll(claims, slower)).get('another')).toEqual(
      { kind: 'agrees' },
    );
  });
});
