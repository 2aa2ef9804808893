import { z } from 'astro/zod';
import type { BaseComparison } from '../store/comparison.ts';
import { listAll, type GitHub } from './github.ts';
import { Refused } from './refused.ts';

type Touched = BaseComparison['touched'];

/** The files that a pull request changes, as GitHub knows them. */
export interface TouchedFiles {
  /** Old names of renamed files too. */
  readonly names: readonly string[];
  /** False where GitHub's list ended at its limit: then anything may be changed. */
  readonly isWhole: boolean;
}

/** GitHub lists no more files of a pull request (REST API, "List pull requests files"). */
const MOST_LISTED = 3000;

const fileSchema = z.object({ filename: z.string(), previous_filename: z.string().optional() });

export async function touchedFiles(github: GitHub, number: number): Promise<TouchedFiles> {
  const files = await listAll(github, `/pulls/${number}/files`, fileSchema);
  const names = files.flatMap((file) => [file.filename, file.previous_filename ?? file.filename]);
  return { names, isWhole: files.length < MOST_LISTED };
}

/** Where the parts of the project stand that a comparison has to say it saw changed. */
const parts: Readonly<Record<keyof Touched, RegExp>> = {
  runners: /^runners\//,
  data: /^data\/sessions\//,
  harness: /^(?:src\/|package(?:-lock)?\.json$)/,
};

/**
 * Holds a comparison that says "no program changed" against the files that GitHub knows to be
 * changed: a build can't hide from its own comment what it touched.
 *
 * @throws Refused where a part is changed, or may be, and the comparison denies it
 */
export function checkTouched({ names, isWhole }: TouchedFiles, touched: Touched): void {
  for (const part of Object.keys(parts) as (keyof Touched)[]) {
    if (touched[part]) continue;
    const denial = `says that nothing of the ${part} changed`;
    const changed = names.find((name) => parts[part].test(name));
    if (changed !== undefined)
      throw new Refused('comparison.json', `${denial}, but ${changed} did`);
    if (!isWhole)
      throw new Refused(
        'comparison.json',
        `${denial}, but more files did than the ${MOST_LISTED} that GitHub lists. Split the pull request`,
      );
  }
}

const others: readonly [what: string, where: RegExp][] = [
  ['texts', /^content\//],
  ['workflows', /^\.github\//],
  ['tests', /^test\//],
  ['documentation', /^(?:docs\/|[^/]*\.md$)/],
  ['other data', /^data\/(?!sessions\/)/],
  ['settings', /^(?:bin|\.ci)\/|^(?!package(?:-lock)?\.json$|.*\.md$)[^/]+$/],
];

/** What else is changed, which no number of a comparison tells: "texts, workflows"; undefined for nothing. */
export function touchedBesides({ names, isWhole }: TouchedFiles): string | undefined {
  const found = others
    .filter(([, where]) => names.some((name) => where.test(name)))
    .map(([what]) => what);
  const all = isWhole ? found : [...found, `more files than the ${MOST_LISTED} that GitHub lists`];
  return all.length === 0 ? undefined : all.join(', ');
}

/** Whether style sheets are changed, or may be: a preview wears the default branch's, and says so then. */
export function changesStyles({ names, isWhole }: TouchedFiles): boolean {
  return !isWhole || names.some((name) => name.startsWith('src/styles/'));
}
