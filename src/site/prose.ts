/** The prose lint over the files of a project. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { lintDocument, lintPublished } from '../claims/lint/document.ts';
import type { FileFinding } from '../claims/lint/explain.ts';
import type { LintFinding } from '../claims/lint/find.ts';
import { namesOf, type LintContext, type LintedRuntime } from '../claims/lint/names.ts';
import { reportSchema } from '../present/report.ts';
import { loadRuntimes } from '../scenario/load.ts';
import { Problem } from '../scenario/problem.ts';
import { readText } from '../store/text.ts';
import { parseFrontMatter } from './front-matter.ts';

const DOCUMENT = 'index.mdx';

export interface ProseFindings {
  readonly findings: readonly FileFinding[];
  /** Names and cases that the findings are explained with. */
  readonly context: LintContext;
}

/** Runtimes by name, from their own files; none where a project has none yet. @throws Problem (usage) where one can't be loaded */
export async function lintedRuntimes(runners: string): Promise<LintedRuntime[]> {
  if (!existsSync(join(runners, 'runtimes'))) return [];
  return (await loadRuntimes(runners)).map(({ id, title }) => ({ id, title }));
}

/** Every document and chapter under `content/` with its published figures, and further Markdown files, by path. */
export async function lintProse(
  content: string,
  runners: string,
  further: readonly string[] = [],
): Promise<ProseFindings> {
  const runtimes = await lintedRuntimes(runners);
  const documents = filesIn(content, '.mdx');
  const contexts = documents.map((file) => contextIn(file, readText(file), runtimes));
  const own = contexts.filter((_, index) => isDocument(documents[index] ?? ''));
  const context = { runtimes, reports: own.flatMap((one) => one.reports) };
  const names = namesOf(context);
  const findings = [
    ...documents.flatMap((file, index) =>
      lintSource(file, readText(file), contexts[index] ?? context),
    ),
    ...filesIn(content, 'published.yaml').flatMap((file) =>
      inFile(file, lintPublished(readText(file), names)),
    ),
    ...further
      .filter((file) => existsSync(file))
      .flatMap((file) => inFile(file, lintDocument(readText(file), 'md', names))),
  ];
  return { findings, context };
}

/** One document or chapter; the document's front matter says whose names count. */
export function lintSource(file: string, source: string, context: LintContext): FileFinding[] {
  return inFile(file, lintDocument(source, 'mdx', namesOf(context), pathOf(file)));
}

/** The names of a document: its front matter's, and the runtimes'. A front matter that is wrong is told of where it is read. */
export function contextOf(source: string, runtimes: readonly LintedRuntime[]): LintContext {
  try {
    return { runtimes, reports: [parseFrontMatter(source, reportSchema, DOCUMENT)] };
  } catch (error) {
    if (error instanceof Problem) return { runtimes, reports: [] };
    throw error;
  }
}

/** The names that count in an MDX file: those of its report's document, which stands beside a chapter. */
export function contextIn(
  file: string,
  source: string,
  runtimes: readonly LintedRuntime[],
): LintContext {
  const document = join(dirname(file), DOCUMENT);
  const isChapter = !isDocument(file) && existsSync(document);
  return contextOf(isChapter ? readText(document) : source, runtimes);
}

function isDocument(file: string): boolean {
  return basename(file) === DOCUMENT;
}

function inFile(file: string, findings: readonly LintFinding[]): FileFinding[] {
  return findings.map((one) => ({ ...one, file: pathOf(file) }));
}

function pathOf(file: string): string {
  return relative(process.cwd(), file);
}

/** Files below a folder whose path ends so, in the order of their names. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => join(folder, path));
}
