/** Front matter of a document or chapter. The pages read it here too, so that there is one reading of it. */
import type { z } from 'astro/zod';
import { manual } from '../engine.ts';
import { frontMatterOf, type FrontMatter } from '../claims/front-matter.ts';
import { checkedValue, parseYaml, type AuthoredYaml } from '../claims/yaml.ts';
import { Problem } from '../scenario/problem.ts';
import { readText } from '../store/text.ts';

interface Reading {
  readonly text: string;
  readonly value: unknown;
}

/** What was read last of each file, by schema: a drawing asks a dozen times for what seldom changes. */
const readings = new WeakMap<z.ZodType, Map<string, Reading>>();

/**
 * What the front matter of an MDX file says.
 *
 * @param name what messages call the file
 * @throws Problem (usage) with file and line for front matter that is missing or wrong
 */
export function readFrontMatter<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  name: string,
): z.infer<Schema> {
  const text = readText(file, name);
  const ofSchema = readings.get(schema) ?? new Map<string, Reading>();
  readings.set(schema, ofSchema);
  const known = ofSchema.get(file);
  if (known?.text === text) return known.value as z.infer<Schema>;
  const value = parseFrontMatter(text, schema, name);
  ofSchema.set(file, { text, value });
  return value;
}

/** The same of a text that is read already. */
export function parseFrontMatter<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  name: string,
): z.infer<Schema> {
  const whatNext = `The fields of the front matter are listed in ${manual('docs/writing.md')}.`;
  return checkedValue(frontMatterYaml(text, name), schema, whatNext);
}

/**
 * The front matter of a text as YAML, with the lines of its file.
 *
 * @throws Problem (usage) where there is none, or none that can be read
 */
export function frontMatterYaml(text: string, name: string): AuthoredYaml {
  const found = frontMatterOf(text);
  if (found.state !== 'there') throw new Problem('usage', `${name}:${explain(found)}`);
  return parseYaml({ text: found.yaml, file: name, firstLine: 2 });
}

function explain(found: Exclude<FrontMatter, { state: 'there' }>): string {
  if (found.state === 'missing')
    return '1: there is no front matter. Begin the file with a line "---", and end the front matter with another.';
  if (found.line !== undefined)
    return `${found.line}: the front matter would end here, but more than "---" stands on the line. End it with a line "---".`;
  return '1: the front matter that begins here never ends. End it with a line "---".';
}
