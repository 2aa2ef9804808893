/** Which files of a folder are Steelyard's: written with the pages, published with them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';
import { prettyJson, writeWhole } from '../store/files.ts';

/** No hidden name: a preview's upload would lose it. */
export const MANIFEST = 'steelyard-pages.json';

/** A path that stays below the folder, whoever wrote it. */
const pathSchema = z
  .string()
  .refine(
    (path) =>
      path !== MANIFEST &&
      path
        .split('/')
        .every((part) => !['', '.', '..', '.git'].includes(part) && !/[\\\0]/.test(part)),
    'is no path below the folder',
  );

const manifestSchema = z.strictObject({ schema: z.literal(1), files: z.array(pathSchema) });

/**
 * The files that Steelyard put into a folder, with "/" between folders; the manifest itself isn't
 * among them. Undefined where it has put nothing there.
 *
 * @param where what a person calls the folder
 * @throws Problem (usage) for a manifest that is torn, or that another version wrote
 */
export function readManifest(folder: string, where = folder): readonly string[] | undefined {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  const parsed = manifestSchema.safeParse(parseOr(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.files;
  throw new Problem(
    'usage',
    `${MANIFEST} in ${where} is no list of pages that this version of Steelyard wrote, so it isn't known which files there are whose. Empty the folder or branch, or name another.`,
  );
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says that these files of the folder are Steelyard's. */
export function writeManifest(folder: string, files: readonly string[]): void {
  writeWhole(join(folder, MANIFEST), prettyJson({ schema: 1, files: files.toSorted() }));
}
