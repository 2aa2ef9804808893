/** What a bench of Steelyard itself printed when it was last kept: data/bench/<name>.json. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';

export const benchSchema = z.strictObject({
  schema: z.literal(1),
  /** The script: `npm run bench:<name>`. */
  name: z.string(),
  /** What it asks, in a few words. */
  title: z.string(),
  /** When it ended, UTC. */
  at: z.iso.datetime(),
  /** Commit of the checkout; `dirty` where it held changes. */
  commit: z.string(),
  dirty: z.boolean(),
  machine: z.strictObject({ cpu: z.string(), usableCores: z.int(), os: z.string() }),
  /** Every line that it printed. */
  lines: z.array(z.string()),
  /** Bars that were missed. */
  missed: z.array(z.string()),
});
export type BenchRun = z.infer<typeof benchSchema>;

/**
 * The kept benches, in the order of their names.
 *
 * @throws Problem (usage) for a file that isn't one
 */
export function readBenches(data: string): BenchRun[] {
  const folder = join(data, 'bench');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const parsed = benchSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (parsed.success) return parsed.data;
      throw new Problem(
        'usage',
        `${file} is no kept bench.\n${z.prettifyError(parsed.error)}\nRun the bench again with -- --keep.`,
      );
    });
}
