/**
 * What a scenario file may say. Scenarios are data: no functions, so that the
 * key of a contestant can hash them and a reader can check them.
 */
import { z } from 'astro/zod';
import { amountSchema } from '../quantity/matters.ts';
import { statedMeasureSchema } from '../quantity/measure.ts';
import { parseVersion } from './version.ts';

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, for example "io-tls"');
const field = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'use camelCase letters and digits, for example "allDone"');
/** A file below a folder, which it can't leave: it is copied for each run. */
const path = z
  .string()
  .min(1)
  .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), {
    message: 'name a file below its folder, for example "wait.py" or "lib/wait.py"',
  });
const parameterValue = z.union([z.number(), z.string()]);

const version = z
  .string()
  .refine((text) => parseVersion(text) !== undefined, 'use numbers with dots, for example "3.14"');
/** Variables that a program gets; what every run has of its own isn't among them. */
const variables = z
  .record(z.string(), z.string())
  .refine((all) => Object.keys(all).every(isFreeVariable), {
    message:
      'name variables in capital letters, and none of PATH, HOME and TMPDIR: every run has its own',
  });
const caseName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** The right value of one field of the program's answer: a literal, or a product of parameters and numbers. */
const expectedSchema = z.union([
  z.strictObject({ is: parameterValue }),
  z.strictObject({ times: z.array(z.union([z.number(), field])).min(1) }),
]);

const contestantSchema = z.strictObject({
  id: name,
  runtime: name,
  /** The measured program, a path under runners/runtimes/<runtime>/. */
  program: path,
  /** Further files that the program reads, under the same folder: part of its key. It finds no others. */
  helpers: z.array(path).default([]),
  /** Programs of the same runtime that are run before and after it, untimed, with its parameters. */
  prepare: path.optional(),
  cleanup: path.optional(),
  /** Exit codes that are no failure. */
  exitCodes: z.array(z.int().min(0).max(255)).min(1).default([0]),
  /** Packages of the runtime's lock that the program imports. */
  needs: z.array(z.string().min(1)).default([]),
  /** The oldest version of its runtime that can run it: "3.14". */
  since: version.optional(),
  /** What it needs of the build, by the names that the runtime gives: a compiler at run time, say. */
  features: z.array(name).default([]),
  /** Variables that it gets beside its runtime's. */
  environment: variables.optional(),
  /** Cases of the scenario that it takes part in; absent: all that don't name others. */
  cases: z.array(caseName).min(1).optional(),
  /** Why it is there, in one sentence. */
  why: z.string().min(1).optional(),
  tuned: z.boolean().default(false),
  /** Not attempted where no memory cap can be enforced, from this number of workers on. */
  needsCapFrom: z.number().int().positive().optional(),
});

const roundsSchema = z.strictObject({
  smoke: z.number().int().positive().optional(),
  quick: z.number().int().positive().optional(),
  full: z.number().int().positive().optional(),
});

const caseSchema = z.strictObject({
  /** The second half of the case's name: `100` in `io/100`. */
  id: caseName,
  parameters: z.record(field, parameterValue).default({}),
  /** Counted rounds by profile; a profile that is absent leaves the case out. */
  rounds: roundsSchema,
  timeoutS: z.number().positive(),
  /** Cap of the whole tree's memory. Absent: two thirds of the machine's, for safety only. */
  memoryCapGiB: z.number().positive().optional(),
  /** Contestants of the scenario that take part; absent: all. */
  contestants: z.array(name).min(1).optional(),
  /** Contestants that are attempted in a single round of a session, shown but not compared. */
  once: z.array(name).default([]),
  /** A/A control: this contestant is entered twice, in these profiles. */
  control: z
    .strictObject({ of: name, profiles: z.array(z.enum(['quick', 'full'])).min(1) })
    .optional(),
  /** Loopback addresses that the service listens on, so that ephemeral ports suffice. */
  addresses: z.number().int().positive().default(1),
});

export const scenarioSchema = z.strictObject({
  id: name,
  title: z.string().min(1),
  /** What every contestant does, in one neutral sentence. */
  work: z.string().min(1),
  /** Parameter whose growth the cases step through. */
  scale: z.strictObject({ parameter: field, noun: z.string().min(1) }).optional(),
  contestants: z.array(contestantSchema).min(1),
  cases: z.array(caseSchema).min(1),
  /** Right answer, field by field. */
  answer: z.record(field, expectedSchema),
  /** The ideal wall time, in ns: product of parameters and numbers. */
  floorNs: expectedSchema.optional(),
  /** The first is the main measure. */
  measures: z.array(statedMeasureSchema).min(1),
  /** Measures whose slope per further unit of the scale is estimated, with the difference of slopes that matters: "1 kB". */
  growth: z.array(z.strictObject({ of: field, matters: amountSchema })).default([]),
  /** What the programs talk to: a program under runners/services/. What it has to say and heed: docs/architecture.md. */
  service: z
    .strictObject({
      program: z.string().min(1),
      helpers: z.array(z.string().min(1)).default([]),
      /** Parameters handed to the service beside the case's own. */
      parameters: z.record(field, parameterValue).default({}),
    })
    .optional(),
  /** False: estimates only, no comparison (the *as published* cases). */
  verdicts: z.boolean().default(true),
});

function isFreeVariable(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name) && !['PATH', 'HOME', 'TMPDIR'].includes(name);
}

export type Expected = z.infer<typeof expectedSchema>;
export type Contestant = z.infer<typeof contestantSchema> & {
  /** Folder under runners/runtimes/ that holds its programs; filled in on loading. Absent: its runtime's. */
  readonly folder?: string;
};
export type Case = z.infer<typeof caseSchema>;
export type Scenario = Omit<z.infer<typeof scenarioSchema>, 'contestants'> & {
  readonly contestants: readonly Contestant[];
};
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Parameters = Record<string, number | string>;
export type MeasuringProfile = 'smoke' | 'quick' | 'full';

/** Folder of a contestant's programs, under `runners/`. */
export function folderOf({ folder, runtime }: Contestant): string {
  return `runtimes/${folder ?? runtime}`;
}

/** Whether a contestant takes part in a case, as the two of them say. */
export function takesPart({ id, cases }: Contestant, aCase: Case): boolean {
  return (aCase.contestants?.includes(id) ?? true) && (cases?.includes(aCase.id) ?? true);
}

/** Every file of a contestant, under its folder: the program first. */
export function filesOf(contestant: Contestant): [string, ...string[]] {
  const { program, prepare, cleanup, helpers } = contestant;
  const steps = [prepare, cleanup].filter((step) => step !== undefined);
  return [program, ...new Set([...steps, ...helpers])];
}
