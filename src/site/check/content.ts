/** Everything that an author can get wrong in content/, found before a page is drawn. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../../scenario/problem.ts';
import { readText } from '../../store/text.ts';
import { chapterNames, readChapter } from '../chapters.ts';
import { assertClaims, readClaims } from '../claims.ts';
import { frontMatterYaml } from '../front-matter.ts';
import { knownNames, type KnownNames } from '../known-names.ts';
import { publishedOf } from '../published.ts';
import { listReports, readReport } from '../reports.ts';
import type { Roots } from '../../places.ts';
import { textMistakes } from './text.ts';
import { unknownNames } from './unknown-names.ts';

/**
 * Checks the texts of all reports: front matter, claims.yaml, published.yaml, and what the MDX is
 * made of, and whether there is what it names. Looks at no runs.
 *
 * @throws Problem (usage) with file, line and what to do, a line each mistake
 */
export async function checkContent(where: Roots): Promise<void> {
  const said: string[] = [];
  const reports = listReports(where.content);
  const known = reports.length > 0 ? await knownNames(where) : undefined;
  for (const report of reports) said.push(...(await reportMistakes(report, known, where)));
  if (said.length > 0) throw new Problem('usage', [...new Set(said)].join('\n'));
}

async function reportMistakes(
  report: string,
  known: KnownNames | undefined,
  where: Roots,
): Promise<string[]> {
  const chapters = chapterNames(report, where);
  const files = ['index', ...chapters].map((name) => `${report}/${name}.mdx`);
  const checks = [
    () => void readReport(where.content, report),
    ...chapters.map((name) => () => void readChapter(report, name, where)),
    () => void readClaims(report, where),
    ...(existsSync(join(where.content, report, 'published.yaml'))
      ? [() => void publishedOf(report, where)]
      : []),
    ...files.map(
      (name) => () =>
        checkText(readText(join(where.content, name), `content/${name}`), name, where),
    ),
  ];
  const said: string[] = [];
  for (const check of checks) said.push(...(await saidBy(check)));
  // Which claims and names the texts use can be told once they can be read.
  if (said.length > 0) return said;
  const unknown = known === undefined ? [] : unknownNames(report, files, known, where);
  return [...unknown, ...(await saidBy(() => assertClaims(report, undefined, where)))];
}

/**
 * Checks the text of one document or chapter.
 *
 * @param text as readText gives it
 * @param name its path below content/
 * @throws Problem (usage) with file, line and what to do, a line each mistake
 */
export async function checkText(
  text: string,
  name: string,
  { content }: Pick<Roots, 'content'>,
): Promise<void> {
  // Where the front matter ends can't be known before it can be read.
  frontMatterYaml(text, `content/${name}`);
  const mistakes = await textMistakes({
    text,
    file: `content/${name}`,
    path: join(content, name),
    content,
    chapters: chapterNames(dirname(name), { content }),
  });
  if (mistakes.length > 0) throw new Problem('usage', mistakes.join('\n'));
}

/** The message of a mistake in usage, if there is one. */
async function saidBy(check: () => void | Promise<void>): Promise<string[]> {
  try {
    await check();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return [error.message];
    throw error;
  }
  return [];
}
