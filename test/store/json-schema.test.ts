import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../src/store/files.ts';
import { jsonSchemas } from '../../src/store/json-schema.ts';
import { outcomes } from '../../src/store/record-schema.ts';

const data = join(import.meta.dirname, '..', '..', 'data');

interface JsonSchema {
  additionalProperties?: boolean;
  required?: string[];
  properties: Record<string, { enum?: string[] }>;
}

describe('the published JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))(
    'data/%s equals what the contract says',
    async (name, schema) => {
      await expect(prettyJson(schema)).toMatchFileSnapshot(join(data, name));
    },
  );

  it('require the fields that are never absent, and no others', () => {
    const record = jsonSchemas()['record.schema.json'] as JsonSchema;
    expect(record.required).toEqual([
      'case',
      'contestant',
      'block',
      'round',
      'position',
      'at',
      'outcome',
    ]);
    expect(record.additionalProperties).toBe(false);
  });

  it('list the outcomes', () => {
    const record = jsonSchemas()['record.schema.json'] as JsonSchema;
    expect(record.properties['outcome']?.enum).toEqual([...outcomes]);
  });
});
