/**
 * The data contract of `session.json`; that of the lines of records.jsonl is record-schema.ts.
 * Units are in the names. Absent means not measured. See data/README.md.
 */
import { z } from 'astro/zod';
import { measureSchema, type Measure } from '../quantity/measure.ts';
import { judgingSchema } from '../scenario/judging.ts';
import { contestantId, measuredCaseId, scenarioId, sessionId, webAddress } from './ids.ts';

/**
 * 2: `no-result`, what a program wrote, steps before and after it. 3: commands, builds, inputs, checks.
 * Sessions of 1 and 2 are read too.
 */
export const SCHEMA_VERSION = 3;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const utc = z.iso.datetime();
const count = z.int().nonnegative();

const machineSchema = z.strictObject({
  key: sha256,
  cpu: z.string(),
  usableCores: z.int().positive(),
  /** CPU numbers that every program may use; empty where affinity can't be read. */
  affinity: z.array(count),
  memoryGiB: z.number().positive(),
  architecture: z.string(),
  /** Name and major version, no patch level. */
  os: z.string(),
  kernel: z.string(),
  /** How the whole tree's memory was read. */
  treeMemory: z.enum(['cgroup-v2', 'cgroup-v1', 'pss', 'none']),
  descriptors: count,
  /** Further settings that may matter: transparent huge pages, somaxconn, ephemeral ports, governor. */
  settings: z.record(z.string(), z.string()),
});
export type Machine = z.infer<typeof machineSchema>;

const runtimeSchema = z.discriminatedUnion('available', [
  z.strictObject({
    id: z.string(),
    title: z.string(),
    homepage: webAddress.optional(),
    available: z.literal(true),
    version: z.string(),
    /** What readers know this build by; absent: title and version. */
    label: z.string().optional(),
    binarySha256: sha256,
    dependencies: z.record(z.string(), z.string()),
    missing: z.record(z.string(), z.string()),
    /** Variables that its programs got beside the common environment; absent: none. */
    environment: z.record(z.string(), z.string()).optional(),
    facts: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    id: z.string(),
    title: z.string(),
    homepage: webAddress.optional(),
    available: z.literal(false),
    reason: z.string(),
  }),
]);
export type SessionRuntime = z.infer<typeof runtimeSchema>;

const sourceFileSchema = z.strictObject({ path: z.string(), sha256 });

/** A program, or the words of a command line. */
const stepSchema = z.union([z.string(), z.array(z.string()).min(1)]);

const sessionContestantSchema = z.strictObject({
  id: contestantId,
  runtime: z.string(),
  tuned: z.boolean(),
  /** The contestant that this one repeats, where it is the A/A control. */
  controlOf: contestantId.optional(),
  /** Attempted in one round only: shown, not compared. */
  once: z.boolean(),
  key: sha256,
  /** Steps before and after the program, and exit codes that are no failure; absent: none, and 0. */
  prepare: stepSchema.optional(),
  cleanup: stepSchema.optional(),
  exitCodes: z.array(z.int()).optional(),
  /** Variables that it got beside its runtime's; absent: none. */
  environment: z.record(z.string(), z.string()).optional(),
  /** Why it is there; absent where nobody said. */
  why: z.string().optional(),
  /** What it is started with, with placeholders; absent: its parameters as `--name=value`. */
  args: z.array(z.string()).optional(),
  /** The input that it reads from standard input; absent: nothing comes there. */
  stdin: z.string().optional(),
  /** How its program was made, and what came of it; absent: it runs as it is. */
  build: z.strictObject({ words: z.array(z.string()).min(1), sha256, bytes: count }).optional(),
  /** Program first, then its steps and helpers; none of a tool. The sources stand in programs/<sha256>. */
  files: z.array(sourceFileSchema),
});
export type SessionContestant = z.infer<typeof sessionContestantSchema>;

export type SessionMeasure = Measure;

const sessionInputSchema = z.strictObject({
  /** Of the file, or of all files of a folder with their paths. */
  sha256,
  bytes: count,
  /** Where it is from, in words: "lines.mjs, seed 1". */
  from: z.string(),
  /** Sources of what generated it; absent: a package, or a file. */
  files: z.array(sourceFileSchema).optional(),
});

export const sessionCaseSchema = z.strictObject({
  /** `scenario/parameters`, for example `io/100`. */
  id: measuredCaseId,
  scenario: scenarioId,
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
  /** The parameter that the scenario's cases step through, and what it counts. Absent in sessions of before. */
  scale: z.strictObject({ parameter: z.string(), noun: z.string() }).optional(),
  /** Counted rounds and blocks that were planned. */
  rounds: z.int().positive(),
  blocks: z.int().positive(),
  timeoutS: z.number().positive(),
  memoryCapBytes: count.optional(),
  floorNs: z.number().nonnegative().optional(),
  /** The first is the main measure. */
  measures: z.array(measureSchema).min(1),
  verdicts: z.boolean(),
  contestants: z.array(sessionContestantSchema).min(1),
  /** Files of the service, where there is one. */
  service: z.array(sourceFileSchema).optional(),
  /** What contestants worked on, by name; absent: on nothing but parameters. */
  inputs: z.record(z.string(), sessionInputSchema).optional(),
  /** What is right, where it isn't the last line that says so, and the files of the program that judged. */
  check: judgingSchema.optional(),
  checkFiles: z.array(sourceFileSchema).optional(),
});
export type SessionCase = z.infer<typeof sessionCaseSchema>;

const sessionGrowthSchema = z.strictObject({
  scenario: z.string(),
  parameter: z.string(),
  noun: z.string(),
  of: z.string(),
  matters: z.number().positive(),
});

export const sessionSchema = z.strictObject({
  schema: z.union([z.literal(1), z.literal(2), z.literal(SCHEMA_VERSION)]),
  id: sessionId,
  profile: z.enum(['smoke', 'quick', 'full']),
  seed: z.string(),
  startedAt: utc,
  /** Set when the last planned invocation has ended. */
  finishedAt: utc.optional(),
  /** The reports that it was measured for, or accepted for; absent: for all that have its cases. */
  reports: z.array(z.string().min(1)).min(1).optional(),
  /** Times at which measuring went on after an interruption. */
  resumedAt: z.array(utc),
  harness: z.strictObject({ version: z.string(), commit: z.string(), dirty: z.boolean() }),
  launcher: z.strictObject({ method: z.enum(['launcher', 'spawn']), sha256, metric: z.int() }),
  machine: machineSchema,
  /** Environment that every program got; home, temporary and project folders replaced by names. */
  environment: z.record(z.string(), z.string()),
  runtimes: z.array(runtimeSchema),
  cases: z.array(sessionCaseSchema),
  /** How often the session goes through all cases; absent: each block of a case in one go, as before. */
  sweeps: z.int().positive().optional(),
  growth: z.array(sessionGrowthSchema),
  /** Number and hash of the records, and the hash of all else in this file; seals of before have no such hash. */
  seal: z.strictObject({ records: count, sha256, sessionSha256: sha256.optional() }).optional(),
});
export type Session = z.infer<typeof sessionSchema>;
