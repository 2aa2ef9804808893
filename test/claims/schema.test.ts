import { describe, expect, it } from 'vitest';
import { claimsJsonSchema } from '../../src/claims/schema.ts';

describe('the JSON Schema of claims.yaml', () => {
  it('stands beside the reports, for editors; renew it with --update', async () => {
    const text = `${JSON.stringify(claimsJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../content/claims.schema.json');
  });
});
