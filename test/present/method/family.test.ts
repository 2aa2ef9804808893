import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../src/claims/decide.ts';
import type { DecidedClaim } from '../../../src/claims/decided.ts';
import { loadClaims } from '../../../src/claims/load.ts';
import { familyOf, type Family } from '../../../src/present/method/family.ts';
import {
  levelWords,
  madeSentence,
  toldSentence,
} from '../../../src/present/sentences/family-sentence.ts';
import { toldComparisons } from '../../../src/present/method/told-comparisons.ts';
import { referenceView } from '../sample.ts';

const claimsOf = (text: string): DecidedClaim[] => [
  ...decideAll(loadClaims(text, 'claims.yaml'), referenceView).values(),
];
const noTable = { ...referenceView, report: { ...referenceView.report, verdicts: [] } };
const named = (claims: string, view = noTable): string[] =>
  toldComparisons(view, claimsOf(claims)).map(
    ({ comparison: { a, b, measure }, caseId, per }) =>
      `${[caseId, per ?? '', measure].filter(Boolean).join(' ')}: ${[a, b].sort().join(' ')}`,
  );

describe('the comparisons that a document tells', () => {
  it('are those of its claims, whatever they say, each pair once', () => {
    const claims = [
      'a: { in: io/100, compare: [duso, python-threads], on: wall }',
      'b: { in: io/100, compare: [python-threads, duso], on: wall }',
      'c: { in: io/100, compare: [duso, python-threads], on: peakTree }',
      'd: { in: io/100, of: duso, value: wall }',
    ];
    expect(named(claims.join('\n'))).toEqual([
      'io/100 wall: duso python-threads',
      'io/100 peakTree: duso python-threads',
    ]);
  });

  it('are of the best each one against it', () => {
    const pairs = named('a: { in: io/100, best: peakTree }');
    const [leader] = pairs[0]!
      .split(': ')[1]!
      .split(' ')
      .filter((id) => pairs.every((pair) => pair.includes(id)));
    expect(leader).toBeDefined();
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThan(1);
  });

  it('are of growth by what one more of is compared, and not those of the size', () => {
    const growth =
      'a: { over: memory, per: worker, compare: [duso, python-asyncio], on: peakTree }';
    expect(named(growth)).toEqual([
      expect.stringMatching(/^memory\/\d+ worker peakTree: duso python-asyncio$/),
    ]);
  });

  it('are those of the verdict table too', () => {
    const told = toldComparisons(referenceView, []);
    expect(told.map(({ caseId }) => caseId)).toContain('io/1000');
  });
});

describe('the family of a document', () => {
  const claims = claimsOf(
    [
      'a: { in: io/100, compare: [duso, python-threads], on: wall }',
      'b: { in: io/100, compare: [python-processes, duso], on: wall }',
      'c: { over: memory, per: worker, compare: [duso, python-asyncio], on: peakTree }',
    ].join('\n'),
  );
  const family = familyOf(noTable, claims)!;

  it('asks each of its comparisons for the level that its count demands', () => {
    expect(family.told).toBe(3);
    expect(family.level).toBeCloseTo(1 - 0.01 / 3, 12);
    expect(family.fewest).toBe(10);
    expect(family.made).toBeGreaterThan(family.told);
    expect(family.byChance).toBeCloseTo(family.made / 100, 9);
  });

  it('has a row for each that says less or more, with both intervals, whichever way round it is told', () => {
    const row = family.rows.find(({ finding }) => finding.startsWith('python-processes takes'))!;
    expect(row).toMatchObject({ caseId: 'io/100', outcome: 'holds' });
    expect(row.strictLevel).toBeCloseTo(family.level, 9);
    const ends = (interval: string): number[] => interval.split('–').map(Number);
    expect(ends(row.strict)[0]!).toBeLessThanOrEqual(ends(row.usual)[0]!);
    expect(ends(row.strict)[1]!).toBeGreaterThanOrEqual(ends(row.usual)[1]!);
    // Three digits may hide how much wider one interval is, not each of them.
    expect(family.rows.some((one) => one.strict !== one.usual)).toBe(true);
  });

  it('computes slopes anew too', () => {
    const row = family.rows.find(({ finding }) => finding.includes('per further worker'));
    expect(row).toBeDefined();
    expect(row?.strict).not.toBe('');
  });

  it('is none where nothing is told', () => {
    expect(familyOf(noTable, [])).toBeUndefined();
  });
});

describe('the sentences about a family', () => {
  const rows = (outcome: Family['rows'][number]['outcome'], count: number): Family['rows'] =>
    Array.from({ length: count }, () => ({
      caseId: 'x',
      title: 'x',
      measure: 'x',
      finding: 'x',
      usual: 'x',
      strict: 'x',
      strictLevel: 0.99,
      outcome,
    }));
  const family = (...all: Family['rows'][number][]): Family => ({
    made: 527,
    byChance: 5.27,
    told: 67,
    level: 1 - 0.01 / 67,
    fewest: 14,
    rows: all,
  });

  it('say how many there are and how many err by chance', () => {
    expect(madeSentence(family())).toContain('make 527 comparisons with a verdict');
    expect(madeSentence(family())).toContain('up to about 5 of so many');
    expect(madeSentence({ ...family(), made: 33, byChance: 0.33 })).toContain('about 0.3 of');
    expect(madeSentence({ ...family(), made: 1234, byChance: 12.34 })).toContain('about 12 of');
  });

  it('say how many hold together, and why others do not', () => {
    expect(toldSentence(family(...rows('holds', 2)))).toMatch(
      /each has to hold at 99\.985%, that is 1 − 0\.01\/67 \(.*\): 2 of the 2 that say less or more still do\.$/,
    );
    const mixed = family(...rows('fails', 1), ...rows('few rounds', 2), ...rows('holds', 3));
    expect(toldSentence(mixed)).toMatch(
      /: 3 of the 6 that say less or more still do, 1 no longer does, and 2 have fewer than the 14 rounds that an interval of this level needs, and hold at the highest level that they give\.$/,
    );
  });

  it('never round a level up', () => {
    expect(levelWords(0.99)).toBe('99.0%');
    expect(levelWords(1 - 0.01 / 67)).toBe('99.985%');
    expect(levelWords(1 - 2 / 2 ** 12)).toBe('99.951%');
    expect(levelWords(0.99609375)).toBe('99.60%');
  });
});
