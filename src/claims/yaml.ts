/** YAML that an author writes, with the line of everything in it. */
import { z } from 'astro/zod';
import { isNode, isPair, isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { Problem } from '../scenario/problem.ts';
import { explainYaml } from './yaml-mistakes.ts';

export interface YamlText {
  readonly text: string;
  /** The file that it stands in, as messages name it. */
  readonly file: string;
  /** Line of the file on which the text begins; 1 where it is the whole file. */
  readonly firstLine?: number;
}

export interface AuthoredYaml {
  readonly document: Document;
  /** All of it as plain data; null for an empty text. */
  readonly value: unknown;
  /** Line in the file of what stands at a path; of something missing, of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** A mistake at a line of the file. */
  mistake(line: number, what: string): Problem;
}

/**
 * Reads a YAML text.
 *
 * @throws Problem (usage) with file, line and what to do: for what YAML doesn't allow, a key that
 *   is used twice, a tag or an alias that nothing stands behind
 */
export function parseYaml({ text, file, firstLine = 1 }: YamlText): AuthoredYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => firstLine - 1 + lines.linePos(offset).line;
  const mistake = (line: number, what: string): Problem =>
    new Problem('usage', `${file}:${line}: ${what}`);
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    const { offset, what } = explainYaml(broken, text, document);
    throw mistake(lineAt(offset), what);
  }
  return {
    document,
    value: plainValue(document, (what) => mistake(firstLine, what)),
    lineOf: (path) => lineAt(offsetOf(document, path)),
    mistake,
  };
}

/** An alias is looked up only now. */
function plainValue(document: Document, mistake: (what: string) => Problem): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw mistake(`${(error as Error).message}. Write the value itself, or put quotes around it.`);
  }
}

/**
 * The value of a text that follows a schema.
 *
 * @param whatNext closes the message: where the fields are described
 * @throws Problem (usage) with file, line and field of each mistake
 */
export function checkedValue<Schema extends z.ZodType>(
  yaml: AuthoredYaml,
  schema: Schema,
  whatNext: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  const all = parsed.error.issues.flatMap((issue) => explainIssue(issue, yaml));
  throw new Problem('usage', [...all, whatNext].join('\n'));
}

function explainIssue(issue: z.core.$ZodIssue, yaml: AuthoredYaml): string[] {
  const said = (path: readonly PropertyKey[], what: string): string =>
    yaml.mistake(yaml.lineOf(path), what).message;
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => said([...issue.path, key], `"${key}" is no field here.`));
  if (field === '') return [said([], 'there have to be lines "field: value" here.')];
  if (issue.code === 'invalid_type' && !yaml.document.hasIn(issue.path))
    return [said(issue.path, `the field "${field}" is missing.`)];
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return [said(issue.path, `${field}: ${inner ?? issue.message}`)];
}

/** Where the key of a path begins, or its item; of something missing, where the nearest thing around it does. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const above = document.getIn(path.slice(0, length - 1));
    const name = path[length - 1];
    const pair = isMap(above)
      ? above.items.find(({ key }) => String(key) === String(name))
      : undefined;
    const node = isPair(pair) ? pair.key : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}
