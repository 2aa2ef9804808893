import { z } from 'astro/zod';
import { isMap, isScalar } from 'yaml';
import { claimIdSchema, claimSchemas, kindOf, type Claim } from './schema.ts';
import { parseYaml, type AuthoredYaml } from './yaml.ts';

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
  const yaml = parseYaml({ text, file });
  const { contents } = yaml.document;
  if (contents === null) return [];
  if (!isMap(contents)) {
    throw yaml.mistake(1, 'the file has to be a list of "id: {…}". Give each claim an id.');
  }
  return contents.items.map(({ key }) =>
    claimOf(isScalar(key) ? String(key.value) : '', file, yaml),
  );
}

function claimOf(id: string, file: string, yaml: AuthoredYaml): Claim {
  const line = yaml.lineOf([id]);
  const named = claimIdSchema.safeParse(id);
  if (!named.success) {
    throw yaml.mistake(line, `"${id}" is no id for a claim: ${messageOf(named.error)}.`);
  }
  const node = yaml.document.get(id);
  const fields: unknown = isMap(node) ? node.toJSON() : undefined;
  const kind = isRecord(fields) ? kindOf(fields) : undefined;
  if (kind === undefined) throw yaml.mistake(line, `claim "${id}" is of no kind.\n${KINDS}`);

  const parsed = claimSchemas[kind].safeParse(fields);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const at = path.length === 0 ? '' : `${path.join('.')}: `;
    const what = `claim "${id}": ${at}${messageOf(parsed.error)}.\n${KINDS}`;
    throw yaml.mistake(yaml.lineOf([id, ...path]), what);
  }
  return { ...parsed.data, kind, id, file, line } as Claim;
}

function messageOf(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'it is wrong';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
