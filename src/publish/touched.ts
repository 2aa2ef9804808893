import { z } from 'astro/zod';
import type { BaseComparison } from '../store/comparison.ts';
import { listAll, type GitHub } from './github.ts';
import { Refused } from './refused.ts';

type Touched = BaseComparison['touched'];

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
 * @throws Refused where a part is changed and the comparison denies it
 */
export async function checkTouched(
  github: GitHub,
  number: number,
  touched: Touched,
): Promise<void> {
  const files = await listAll(github, `/pulls/${number}/files`, fileSchema);
  const names = files.flatMap((file) => [file.filename, file.previous_filename ?? file.filename]);
  for (const part of Object.keys(parts) as (keyof Touched)[]) {
    const changed = names.find((name) => parts[part].test(name));
    if (changed !== undefined && !touched[part])
      throw new Refused(
        'comparison.json',
        `says that nothing of the ${part} changed, but ${changed} did`,
      );
  }
}

const fileSchema = z.object({ filename: z.string(), previous_filename: z.string().optional() });
