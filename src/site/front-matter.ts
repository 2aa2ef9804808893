/** Front matter of a document, read outside of Astro. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { Problem } from '../scenario/problem.ts';

/**
 * What the front matter of an MDX file says.
 *
 * @throws Problem (usage) for front matter that is missing or wrong
 */
export function readFrontMatter<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> {
  const frontMatter = /^---\n([^]*?)^---$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (frontMatter === undefined) {
    throw new Problem(
      'usage',
      `${file} has no front matter. Begin it with a line "---", and end the front matter with another.`,
    );
  }
  const parsed = schema.safeParse(parse(frontMatter));
  if (parsed.success) return parsed.data;
  throw new Problem(
    'usage',
    `The front matter of ${file} is wrong.\n${z.prettifyError(parsed.error)}`,
  );
}
