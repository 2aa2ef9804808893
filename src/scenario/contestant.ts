/**
 * Who takes part, and what is run for it:
 *
 * - `program`: a source that its runtime runs (`runtime`, `program`)
 * - `built`: a source that is built once, before the session (`program`, `build`)
 * - `command`: a tool that is found, with its arguments (`tool`, `args`)
 */
import { z } from 'astro/zod';
import { caseName, field, name, path, words } from './names.ts';
import { toolSchema } from './tool.ts';
import { parseVersion } from './version.ts';

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

/** A program of the same runtime, or a command line whose first word is looked for on the system's PATH. */
const step = z.union([path, words]);

export const contestantSchema = z.strictObject({
  id: name,
  /** Absent where a tool is run, or builds. */
  runtime: name.optional(),
  /** The source, a path under runners/runtimes/<runtime>/. */
  program: path.optional(),
  /** Further files that the program reads, under the same folder: part of its key. It finds no others. */
  helpers: z.array(path).default([]),
  /**
   * What builds the program: `['cc', '-O2', '-o', '{out}', '{source}']`, run beside a copy of its files. The first
   * word is a tool, or `{binary}` for the runtime's own. Absent: the runtime's, where it states one.
   */
  build: words.optional(),
  /** A tool that is found on PATH, or by a variable. */
  tool: z.union([name, toolSchema]).optional(),
  /** What it is started with (template.ts). Absent, for programs: every parameter as `--name=value`. */
  args: z.array(z.string()).optional(),
  /** Input that it reads from its standard input; absent: nothing comes there. */
  stdin: field.optional(),
  /** Run before and after it, untimed. */
  prepare: step.optional(),
  cleanup: step.optional(),
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

function isFreeVariable(variable: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(variable) && !['PATH', 'HOME', 'TMPDIR'].includes(variable);
}

export type StatedContestant = z.infer<typeof contestantSchema>;
export type Contestant = Omit<StatedContestant, 'runtime'> & {
  /** Its runtime; of a tool the tool's id. Filled in on checking. */
  readonly runtime: string;
  /** Folder under runners/runtimes/ that holds its programs; filled in on loading. Absent: its runtime's. */
  readonly folder?: string;
};

type ContestantKind = 'program' | 'built' | 'command';

/** What is run for it. */
export function kindOf({ tool, build }: Pick<StatedContestant, 'tool' | 'build'>): ContestantKind {
  if (tool !== undefined) return 'command';
  return build === undefined ? 'program' : 'built';
}

/** Folder of a contestant's programs, under `runners/`. */
export function folderOf({ folder, runtime }: Pick<Contestant, 'folder' | 'runtime'>): string {
  return `runtimes/${folder ?? runtime}`;
}

/** Every file of a contestant, under its folder: the program first, where it has one. */
export function filesOf({ program, prepare, cleanup, helpers }: StatedContestant): string[] {
  const all = [program, prepare, cleanup].filter((file) => typeof file === 'string');
  return [...new Set([...all, ...helpers])];
}
