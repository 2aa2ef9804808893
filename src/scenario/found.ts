/** What a runtime's `find` gives, checked: runtime files are code, and other people write them. */
import { z } from 'astro/zod';
import { Problem } from './problem.ts';
import { readShape } from './shape-mistakes.ts';
import type { FoundRuntime, Host, MissingRuntime, RuntimeDefinition } from './runtime.ts';

const texts = z.record(z.string(), z.string());

/** Only what is needed to go on: the type has the rest. */
const foundSchema = z.discriminatedUnion('available', [
  z.looseObject({ available: z.literal(false), reason: z.string().min(1) }),
  z.looseObject({
    available: z.literal(true),
    version: z.string().min(1),
    binary: z.string().min(1),
    binarySha256: z.string().min(1),
    command: z.tuple([z.string().min(1)], z.string()),
    environment: texts.optional(),
    dependencies: texts,
    missing: texts,
    facts: texts,
  }),
]);

/**
 * Asks a runtime whether it is here.
 *
 * @throws Problem (usage) where `find` throws, or gives something else than it should
 */
export async function askRuntime(
  { id, find }: Pick<RuntimeDefinition, 'id' | 'find'>,
  host: Host,
): Promise<FoundRuntime | MissingRuntime> {
  const file = `runtimes/${id}/runtime.ts`;
  let found: FoundRuntime | MissingRuntime;
  try {
    found = await find(host);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'usage',
      `find() of ${file} failed: ${whatAndWhere(error, `/runtimes/${id}/`)}. ` +
        "Mend it; where the runtime isn't here, give { available: false, reason } instead.",
    );
  }
  const read = readShape(foundSchema, found);
  if ('value' in read) return found;
  throw new Problem(
    'usage',
    `find() of ${file} gives something else than what is here, or why it isn't:\n${read.mistakes}`,
  );
}

/** The message, and the first line of the stack below this folder. */
function whatAndWhere(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return String(error);
  const line = error.stack?.split('\n').find((one) => /^ +at /.test(one) && one.includes(folder));
  return line === undefined ? error.message : `${error.message} (${line.trim()})`;
}
