/** What is right, where it isn't the program's last line (`answer`) that says so. All that is stated has to hold. */
import { z } from 'astro/zod';
import { expectedSchema, name, path, statedExpectedSchema, type Expected } from './names.ts';

const pattern = z.string().refine((text) => {
  try {
    return new RegExp(`${text}|`).exec('')!.length === 2;
  } catch {
    return false;
  }
}, 'write a regular expression with one group, which captures the value: "(\\\\d+) matches"');

/** Standard output, whole. A newline at its end makes no difference. */
function stdoutWith<Is extends z.ZodType<Expected>>(is: Is) {
  return z.union([
    z.strictObject({ is: z.string() }),
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'give the sha256 in hexadecimal'),
    }),
    z.strictObject({
      /** Captures a number. */
      number: pattern,
      is,
      /** How far it may be away, as a share of what is right: 0.01; absent: not at all. */
      within: z.number().positive().max(1).optional(),
    }),
  ]);
}

/** How outputs are made alike before they are compared, one after the other. */
const normalisingSchema = z.union([
  z.enum(['trim', 'trim-lines', 'sort-lines', 'unique-lines', 'lower-case']),
  /** What the group of the pattern captures, of each line that has it. */
  z.strictObject({ capture: pattern }),
]);
export type Normalising = z.infer<typeof normalisingSchema>;

const checkProgramSchema = z.strictObject({
  /** Under runners/checks/. Gets the contestant's parameters, inputs and `--out`; ends with 0 where all is right. */
  program: path,
  helpers: z.array(path).default([]),
  /** Absent: the Node that runs Steelyard. */
  runtime: name.optional(),
});

function judgingWith<Is extends z.ZodType<Expected>>(is: Is) {
  return z
    .strictObject({
      stdout: stdoutWith(is).optional(),
      /** What it wrote into `{out}`, judged by a program, untimed. */
      files: checkProgramSchema.optional(),
      /** All contestants give the same: on standard output, or as files in `{out}`. */
      agree: z
        .strictObject({
          on: z.enum(['stdout', 'files']).default('stdout'),
          after: z.array(normalisingSchema).default([]),
        })
        .optional(),
      /** Nothing but the exit code is looked at, and why. */
      none: z.string().min(1).optional(),
    })
    .refine(
      ({ stdout, files, agree, none }) =>
        (none !== undefined) !== Boolean(stdout ?? files ?? agree),
      'state what is right: "stdout", "files" or "agree"; or "none" alone, with the reason why nothing can be checked',
    );
}

/** As sessions hold it. */
export const judgingSchema = judgingWith(expectedSchema);
/** As a scenario states it. */
export const statedJudgingSchema = judgingWith(statedExpectedSchema);
export type Judging = z.infer<typeof judgingSchema>;
