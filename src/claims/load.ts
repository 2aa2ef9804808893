import { z } from 'astro/zod';
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import { Problem } from '../scenario/problem.ts';
import { claimIdSchema, claimSchemas, kindOf, type Claim } from './schema.ts';

const KINDS = `A claim is one of
  {in: <case>, compare: [<contestant>, <contestant>], on: <measure>}
  {in: <case>, of: <contestant>}                          whether it finishes
  {over: <scenario>, per: <noun>, compare: [<contestant>, <contestant>], on: <measure>}
  {over: <scenario>, per: <noun>, of: <contestant>, on: <measure>}
  {in: <case>, best: <measure>}                           of a runtime with "of"
  {in: <case>, winner: <measure>}
  {in: <case>, of: <contestant>, value: <measure>}
each with "expect" where the report asserts it, the last one without.`;

/**
 * The claims of a file, in its order.
 *
 * @param text what the file holds
 * @param file its name, for messages
 * @throws Problem (usage) with file, line and what to do, for YAML that can't be read, an id
 *   that is used twice, a claim of no kind, and a field that is wrong, missing or unknown
 */
export function loadClaims(text: string, file: string): Claim[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = broken.linePos?.[0].line ?? 1;
    throw mistake(file, line, `${firstLine(broken.message)} Mend it there.`);
  }
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    throw mistake(file, 1, 'the file has to be a list of "id: {…}". Give each claim an id.');
  }
  return document.contents.items.map((item) => {
    const line = lineOf(item.key, lines);
    const id = isScalar(item.key) ? String(item.key.value) : '';
    return claimOf(id, document, { file, line, lines });
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly lines: LineCounter;
}

function claimOf(id: string, document: Document, { file, line, lines }: Place): Claim {
  const named = claimIdSchema.safeParse(id);
  if (!named.success) {
    throw mistake(file, line, `"${id}" is no id for a claim: ${messageOf(named.error)}.`);
  }
  const node = document.get(id);
  const fields: unknown = isMap(node) ? node.toJSON() : undefined;
  const kind = isRecord(fields) ? kindOf(fields) : undefined;
  if (kind === undefined) throw mistake(file, line, `claim "${id}" is of no kind.\n${KINDS}`);

  const parsed = claimSchemas[kind].safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    const found = document.getIn([id, ...(path as (string | number)[])], true);
    const at = path.length === 0 ? '' : `${path.join('.')}: `;
    const where = lineOf(found, lines, line);
    throw mistake(file, where, `claim "${id}": ${at}${messageOf(parsed.error)}.\n${KINDS}`);
  }
  return { ...parsed.data, kind, id, file, line } as Claim;
}

function lineOf(node: unknown, lines: LineCounter, otherwise = 1): number {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] === undefined ? otherwise : lines.linePos(range[0]).line;
}

function mistake(file: string, line: number, what: string): Problem {
  return new Problem('usage', `${file}:${line}: ${what}`);
}

function messageOf(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'it is wrong';
}

function firstLine(message: string): string {
  return `${(message.split('\n')[0] ?? message).replace(/:$/, '')}.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
