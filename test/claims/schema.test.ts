import { describe, expect, it } from 'vitest';
import { claimIdSchema, claimSchemas, claimsJsonSchema } from '../../src/claims/schema.ts';

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
