/** The names of a real report and its runtimes, as the lint gets them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { namesOf, type LintContext, type Names } from '../../../src/claims/lint/names.ts';
import { contextOf, lintedRunners } from '../../../src/site/prose.ts';
import { first } from '../../fixtures/projects.ts';

const document = readFileSync(join(first.content, 'duso-vs-python', 'index.mdx'), 'utf8');

export const context: LintContext = contextOf(document, await lintedRunners(first.runners));
export const names: Names = namesOf(context);

/** Lines of a list beside this file. */
export function listed(name: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}
