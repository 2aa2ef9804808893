import { z } from 'astro/zod';
import { benchSchema } from './bench.ts';
import { caseRecordsSchema } from './case-records.ts';
import { RESULTS_SCHEMA, resultsDocumentSchema } from './results-document.ts';
import { recordSchema } from './record-schema.ts';
import { sessionSchema } from './schema.ts';

/** File of the schema of a case's download. */
export const CASE_RECORDS_SCHEMA = 'case-records.schema.json';

/**
 * JSON Schemas of the data contract, by file name: published in data/ and with the pages, for
 * readers in other languages. A test holds the committed files to this; renew them with
 * `npx vitest run test/store/json-schema.test.ts --update`.
 */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'session.schema.json': titled('One session: session.json', sessionSchema),
    [CASE_RECORDS_SCHEMA]: titled('The records of one case: records.json', caseRecordsSchema),
    'record.schema.json': titled('One invocation: a line of records.jsonl', recordSchema),
    [RESULTS_SCHEMA]: titled('What results --json prints', resultsDocumentSchema),
    'bench.schema.json': titled('A kept bench of Steelyard: bench/<name>.json', benchSchema),
  };
}

function titled(title: string, schema: z.ZodType): unknown {
  return { ...z.toJSONSchema(schema), title };
}
