/** The kinds of names and texts that a scenario file is made of. */
import { z } from 'astro/zod';

export const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, for example "io-tls"');
export const field = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'use camelCase letters and digits, for example "allDone"');
/** A file below a folder, which it can't leave: it is copied for each run. */
export const path = z
  .string()
  .min(1)
  .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), {
    message: 'name a file below its folder, for example "wait.py" or "lib/wait.py"',
  });
export const caseName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
export const parameterValue = z.union([z.number(), z.string()]);
/** A word of a command line: may hold placeholders such as `{lines}` (template.ts). */
export const words = z.array(z.string()).min(1);

/** The right value of one field of the program's answer: a literal, or a product of parameters and numbers. */
export const expectedSchema = z.union([
  z.strictObject({ is: parameterValue }),
  z.strictObject({ times: z.array(z.union([z.number(), field])).min(1) }),
]);
/** As a scenario states it: a literal may stand alone. */
export const statedExpectedSchema = z.union([
  parameterValue.transform((is): Expected => ({ is })),
  expectedSchema,
]);
export type Expected = z.infer<typeof expectedSchema>;
export type Parameters = Record<string, number | string>;
