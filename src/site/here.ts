import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';

const hereSchema = z.strictObject({
  schema: z.literal(1),
  cases: z.array(
    z.union([
      z.strictObject({ case: z.string(), session: z.string() }),
      z.strictObject({
        case: z.string(),
        untestable: z.enum(['not-measured-yet', 'not-in-quick-profile']),
        command: z.string().optional(),
      }),
    ]),
  ),
});

/** Which local session feeds each case of `here/`. */
export type Here = z.infer<typeof hereSchema>;

/** Reads `results/here.json`; undefined where this machine has measured nothing. */
export function readHere(dataRoot: string): Here | undefined {
  const file = join(dataRoot, 'results', 'here.json');
  if (!existsSync(file)) return undefined;
  const parsed = hereSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Problem(
    'usage',
    `${file} isn't what "npm run analyse" writes. Run it again.\n${z.prettifyError(parsed.error)}`,
  );
}
