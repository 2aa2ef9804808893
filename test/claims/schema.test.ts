import { describe, expect, it } from 'vitest';
import {
  claimIdSchema,
  claimSchemas,
  claimsJsonSchema,
  type ClaimKind,
} from '../../src/claims/schema.ts';

describe('the JSON Schema of claims.yaml', () => {
  it('stands beside the reports, for editors; renew it with --update', async () => {
    const text = `${JSON.stringify(claimsJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../content/claims.schema.json');
  });
});

describe('a wrong field of a claim', () => {
  const compare = { in: 'io/1', compare: ['a', 'b'], on: 'wall' };
  const wrong = (fields: object, kind: 'compare' | 'value' = 'compare') =>
    claimSchemas[kind].safeParse(fields).error?.issues[0]?.message;

  it('is told with what to write', () => {
    expect(wrong({ ...compare, in: 'io' })).toBe(
      'name a case as "scenario/parameters", for example io/100',
    );
    expect(wrong({ ...compare, on: 'peak-tree' })).toBe(
      'name a measure in camelCase, for example peakTree',
    );
    expect(wrong({ ...compare, compare: ['a', 'best b'] })).toBe(
      'name a contestant, or "best of" and a runtime',
    );
    expect(wrong({ in: 'io/1', of: 'A', value: 'wall' }, 'value')).toBe(
      'use lower-case letters, digits and hyphens, for example io-tls',
    );
    expect(claimIdSchema.safeParse('A').error?.issues[0]?.message).toBe(
      'use lower-case letters, digits and hyphens',
    );
    expect(wrong(compare)).toBeUndefined();
  });
});

const example: Readonly<Record<ClaimKind, object>> = {
  compare: { in: 'io/1', compare: ['a', 'b'], on: 'wall' },
  finish: { in: 'io/1', of: 'a' },
  growth: { over: 'io', per: 'worker', compare: ['a', 'b'], on: 'wall' },
  slope: { over: 'io', per: 'worker', of: 'a', on: 'wall' },
  best: { in: 'io/1', best: 'wall' },
  winner: { in: 'io/1', winner: 'wall' },
  value: { in: 'io/1', of: 'a', value: 'wall' },
};
/** Fields of a claim that are wrong: none where it can be read. */
const wrongIn = (kind: ClaimKind, fields: object): string[] | undefined =>
  claimSchemas[kind]
    .safeParse({ ...example[kind], ...fields })
    .error?.issues.map(({ path }) => path.join('.'));

describe('the names in claims.yaml', () => {
  it.each(['io/1', 'i/a', 'i-o2/ab-1'])('may be the case %s', (where) => {
    expect(wrongIn('value', { in: where })).toBeUndefined();
  });

  it.each(['io', '/1', 'Io/1', '1io/1', '-io/1', 'io/-1', 'io/!', 'io/1!', 'a io/1', 'io/1/2'])(
    'may not be the case %j',
    (where) => {
      expect(wrongIn('value', { in: where })).toEqual(['in']);
    },
  );

  it.each(['w', 'peakTree2'])('may be the measure %s', (value) => {
    expect(wrongIn('value', { value })).toBeUndefined();
  });

  it.each(['Wall', '2wall', ' wall', 'peak-tree'])('may not be the measure %j', (value) => {
    expect(wrongIn('value', { value })).toEqual(['value']);
  });

  it.each(['a', 'io-tls2'])('may be the contestant %s', (of) => {
    expect(wrongIn('value', { of })).toBeUndefined();
    expect(wrongIn('compare', { compare: [of, `best of ${of}`] })).toBeUndefined();
  });

  it.each(['A', '1a', '-a', ' a', 'a_b', 'a b', 'best of '])(
    'may not be the contestant %j',
    (of) => {
      expect(wrongIn('value', { of })).toEqual(['of']);
      expect(wrongIn('compare', { compare: [of, `best of ${of}`] })).toEqual([
        'compare.0',
        'compare.1',
      ]);
    },
  );

  it('may be the ids 2 and 2-cores, and not another way of writing', () => {
    for (const id of ['a', '2', '2-cores', 'on-2'])
      expect(claimIdSchema.safeParse(id).success, id).toBe(true);
    for (const id of ['', '-a', 'aB', 'a_b', 'a b', 'a '])
      expect(claimIdSchema.safeParse(id).success, id).toBe(false);
  });
});

describe('a claim', () => {
  const sides = ['less', 'less-that-matters', 'less-that-may-matter', 'more'];
  const verdicts = [
    ...sides,
    'more-that-matters',
    'more-that-may-matter',
    'same',
    'no-difference-shown',
  ];
  const several = [['a'], ['a', 'b']];
  it.each<[ClaimKind, unknown[], unknown]>([
    ['compare', verdicts, 'grows'],
    ['growth', verdicts, 'grows'],
    ['slope', ['grows', 'shrinks', 'no-growth-shown'], 'more'],
    ['finish', ['finished', 'finished-some', 'did-not-finish'], 'same'],
    ['best', several, []],
    ['winner', several, []],
  ])('of the kind %s may expect %j, and not %j', (kind, may, not) => {
    for (const expected of may) expect(wrongIn(kind, { expect: expected })).toBeUndefined();
    expect(wrongIn(kind, { expect: not })).toEqual(['expect']);
  });

  it.each(Object.keys(example) as ClaimKind[])('of the kind %s has no other field', (kind) => {
    expect(wrongIn(kind, {})).toBeUndefined();
    expect(claimSchemas[kind].safeParse({ ...example[kind], unless: 'b' }).error?.issues).toEqual([
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['unless'] }),
    ]);
  });

  it.each(['growth', 'slope'] as const)('of the kind %s is per something', (kind) => {
    expect(wrongIn(kind, { per: 'x' })).toBeUndefined();
    expect(wrongIn(kind, { per: '' })).toEqual(['per']);
  });

  it.each(['growth', 'slope'] as const)('of the kind %s may stand between two sizes', (kind) => {
    expect(wrongIn(kind, { between: [1, 1000] })).toBeUndefined();
    expect(wrongIn(kind, { between: [0, 0] })).toEqual(['between.0', 'between.1']);
    expect(wrongIn(kind, { between: [1.5, 2.5] })).toEqual(['between.0', 'between.1']);
    expect(wrongIn(kind, { between: [1] })).toEqual(['between']);
  });
});
