/**
 * What a scenario file may say. Scenarios are data: no functions, so that the
 * key of a contestant can hash them and a reader can check them.
 */
import { z } from 'astro/zod';
import { amountSchema } from '../quantity/matters.ts';
import { statedMeasureSchema } from '../quantity/measure.ts';
import { contestantSchema, type Contestant } from './contestant.ts';
import { inputSchema } from './input.ts';
import { statedJudgingSchema } from './judging.ts';
import { placeholdersIn } from './template.ts';
import { caseName, field, name, parameterValue, statedExpectedSchema } from './names.ts';

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
  /** What contestants work on, by name. */
  inputs: z.record(field, inputSchema).optional(),
  /** Right answer in the last line of the program's output, field by field; absent: `check` says what is right. */
  answer: z.record(field, statedExpectedSchema).optional(),
  check: statedJudgingSchema.optional(),
  /** The ideal wall time, in ns: product of parameters and numbers. */
  floorNs: statedExpectedSchema.optional(),
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

export type Case = z.infer<typeof caseSchema>;
/** A scenario as its file states it, before names are filled in. */
export type StatedScenario = z.infer<typeof scenarioSchema>;
export type Scenario = Omit<z.infer<typeof scenarioSchema>, 'contestants'> & {
  readonly contestants: readonly Contestant[];
};
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type MeasuringProfile = 'smoke' | 'quick' | 'full';

/** Whether contestants get an empty folder for what they write. */
export function writesOut({ check, contestants }: Scenario): boolean {
  const isJudged = check?.files !== undefined || check?.agree?.on === 'files';
  return isJudged || contestants.some(({ args = [] }) => placeholdersIn(args).includes('out'));
}

/** Whether builds are timed: made anew beside each run. */
export function timesBuild({ measures }: Pick<Scenario, 'measures'>): boolean {
  return measures.some(({ source }) => source.from === 'build' && source.what === 'time');
}

/** Whether a contestant takes part in a case, as the two of them say. */
export function takesPart({ id, cases }: Pick<Contestant, 'id' | 'cases'>, aCase: Case): boolean {
  return (aCase.contestants?.includes(id) ?? true) && (cases?.includes(aCase.id) ?? true);
}

export { filesOf, folderOf, kindOf, type Contestant } from './contestant.ts';
export type { Expected, Parameters } from './names.ts';
