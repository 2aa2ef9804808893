/** The records of a case as JSON, with the conditions that they were measured under. */
import type { CaseRecords } from '../../store/case-records.ts';
import { type InvocationRecord } from '../../store/record-schema.ts';
import { SCHEMA_VERSION, type Session, type SessionCase } from '../../store/schema.ts';

/**
 * A record a line, as it stands in records.jsonl.
 *
 * @param schemaHref where the JSON Schema is, relative to the file
 */
export function recordsJson(
  session: Session,
  aCase: SessionCase,
  records: readonly InvocationRecord[],
  schemaHref: string,
): string {
  const { id, profile, seed, startedAt, harness, launcher, machine } = session;
  const head: Omit<CaseRecords, 'records'> = {
    $schema: schemaHref,
    schema: SCHEMA_VERSION,
    session: { id, profile, seed, startedAt, harness, launcher, machine },
    case: aCase,
  };
  const opened = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${opened},\n  "records": [\n${records.map(recordLine).join(',\n')}\n  ]\n}\n`;
}

/** One record as a line of JSON. */
export function recordLine(record: InvocationRecord): string {
  return JSON.stringify(record);
}
