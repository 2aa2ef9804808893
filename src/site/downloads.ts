/** Files beside the pages: the records of each case, the programs, the JSON Schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPlaces } from '../places.ts';
import { recordsCsv } from '../present/downloads/records-csv.ts';
import { recordsJson } from '../present/downloads/records-json.ts';
import { caseName, type DocumentView, type MeasuredCase } from '../present/document.ts';
import { CASE_RECORDS_SCHEMA } from '../store/json-schema.ts';
import { relativeHref } from './links.ts';

const recordFormats = ['csv', 'json'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** Path of a JSON Schema below the base. */
export function schemaPath(file: string): string {
  return `/schema/${file}`;
}

/** Path of a measured source below the base. */
export function programPath(sha256: string): string {
  return `/programs/${sha256}.txt`;
}

/** Path of a case's records below the base. */
export function recordsPath(view: DocumentView, caseId: string, format: RecordFormat): string {
  return `${view.path}runs/${caseName(caseId)}/records.${format}`;
}

/** In which formats a document's records are published: the smaller one where nothing else is. */
export function formatsOf({ recordsOnly }: DocumentView): readonly RecordFormat[] {
  return recordsOnly ? ['csv'] : recordFormats;
}

/** All records of a case as a file. */
export function recordsFile(
  view: DocumentView,
  { definition, records, session, id }: MeasuredCase,
  format: RecordFormat,
): Response {
  if (format === 'csv')
    return textFile(recordsCsv(definition, records), 'text/csv; header=present');
  const schema = relativeHref(recordsPath(view, id, format), schemaPath(CASE_RECORDS_SCHEMA));
  return textFile(recordsJson(session, definition, records, schema), 'application/json');
}

export function textFile(content: string, type: string): Response {
  return new Response(content, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

export type SealedPart = 'session.json' | 'records.jsonl';

/** A file of a session beside the reference, byte for byte: its seal holds for it. */
export function sealedFile(session: string, part: SealedPart): Response {
  const content = readFileSync(join(findPlaces().replications, session, part), 'utf8');
  return textFile(content, part === 'session.json' ? 'application/json' : 'application/jsonl');
}
