/** The records of one case as they are published beside its page: records.json. */
import { z } from 'astro/zod';
import { recordSchema } from './record-schema.ts';
import { SCHEMA_VERSION, sessionCaseSchema, sessionSchema } from './schema.ts';

/** All records of one case with what they were measured under: the download beside its page. */
export const caseRecordsSchema = z.strictObject({
  /** Where this schema is, relative to the file. */
  $schema: z.string(),
  schema: z.literal(SCHEMA_VERSION),
  session: sessionSchema.pick({
    id: true,
    profile: true,
    seed: true,
    startedAt: true,
    harness: true,
    launcher: true,
    machine: true,
  }),
  case: sessionCaseSchema,
  /** In the order they ran. */
  records: z.array(recordSchema),
});
export type CaseRecords = z.infer<typeof caseRecordsSchema>;
