/** The chapters of a report: the MDX files that stand beside its document. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chapterSchema, type Chapter } from '../present/chapter.ts';
import { Problem } from '../scenario/problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { findPlaces, type Roots } from '../places.ts';

/** Folders below a document that hold something else. */
const taken: readonly string[] = ['changes', 'data', 'here', 'machines', 'runs', 'sessions'];

/**
 * Chapters in the order of their names.
 *
 * @throws Problem (usage) for a name that is taken, and for front matter that is missing or wrong
 */
export function chaptersOf(
  report: string,
  { content }: Pick<Roots, 'content'> = findPlaces(),
): Chapter[] {
  return chapterNames(report, { content }).map((name) => readChapter(report, name, { content }));
}

/** Names of a report's chapters, right or not, in their order. */
export function chapterNames(report: string, { content }: Pick<Roots, 'content'>): string[] {
  const folder = join(content, report);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && name !== 'index.mdx')
    .map((file) => basename(file, '.mdx'))
    .sort();
}

/** @throws Problem (usage) for a name that is taken, and for front matter that is missing or wrong */
export function readChapter(
  report: string,
  name: string,
  { content }: Pick<Roots, 'content'> = findPlaces(),
): Chapter {
  const file = `content/${report}/${name}.mdx`;
  checkName(name, file);
  const path = join(content, report, `${name}.mdx`);
  return { name, file, ...readFrontMatter(path, chapterSchema, file) };
}

function checkName(name: string, file: string): void {
  const wrong = taken.includes(name)
    ? `its page would stand where "${name}/" of every report stands`
    : !/^[a-z][a-z0-9-]*$/.test(name) && 'its name becomes an address: use a-z, 0-9 and "-"';
  if (wrong === false) return;
  throw new Problem('usage', `${file} can't be a chapter: ${wrong}. Rename the file.`);
}
