/** Whether all that a scenario names is there: runtimes, programs, generators, checks, the service. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';
import type { RuntimeDefinition } from './runtime.ts';
import { filesOf, folderOf, type Contestant, type Scenario } from './schema.ts';
import { builderOf } from './tools.ts';

/**
 * @param runtimes all that there are, the tools that scenarios name among them
 * @param file where the scenario stands, for messages
 * @throws Problem (usage) for a runtime or a file that isn't there
 */
export function checkNamed(
  scenario: Scenario,
  runtimes: readonly Pick<RuntimeDefinition, 'id'>[],
  runners: string,
  file: string,
): void {
  const ids = runtimes.map(({ id }) => id);
  for (const [id, what] of runtimesNamed(scenario)) {
    const folder = join(runners, 'runtimes', id);
    if (!ids.includes(id)) throw noRuntime(`${file}: ${what}`, folder, ids);
  }
  for (const contestant of scenario.contestants) {
    checkBuilder(contestant, runners, file);
    for (const path of filesOf(contestant)) {
      const full = join(runners, folderOf(contestant), path);
      checkReadable(full, `${file}: ${roleOf(path, contestant)} of "${contestant.id}"`);
    }
  }
  for (const [folder, paths, what] of furtherFiles(scenario))
    for (const [index, path] of paths.entries())
      checkReadable(
        join(runners, folder, path),
        `${file}: ${index === 0 ? what : `a helper of ${what}`}`,
      );
}

/** Each runtime that is named, with what names it. */
function runtimesNamed({ contestants, check, inputs = {} }: Scenario): [string, string][] {
  const ofInputs = Object.entries(inputs).flatMap(([name, input]): [string, string][] =>
    'generator' in input && input.runtime !== undefined
      ? [[input.runtime, `the generator of the input "${name}"`]]
      : [],
  );
  return [
    ...contestants.map(({ id, runtime }): [string, string] => [runtime, `"${id}"`]),
    ...(check?.files?.runtime === undefined
      ? []
      : [[check.files.runtime, 'the check program'] as [string, string]]),
    ...ofInputs,
  ];
}

function noRuntime(what: string, folder: string, ids: readonly string[]): Problem {
  const id = basename(folder);
  return new Problem(
    'usage',
    `${what} runs with "${id}", and there is no such runtime in ${folder}${guess(id, ids)} ` +
      `There are: ${ids.join(', ') || 'none'}. Mend the name, or begin it: npx steelyard new runtime ${id}`,
  );
}

/** What a tool builds stands in the folder of its name: where there is none, it is more likely that the name is wrong. */
function checkBuilder(contestant: Contestant, runners: string, file: string): void {
  const builder = builderOf(contestant);
  const folder = join(runners, folderOf(contestant));
  if (builder === undefined || existsSync(folder)) return;
  const all = join(runners, 'runtimes');
  const others = existsSync(all) ? readdirSync(all) : [];
  throw new Problem(
    'usage',
    `${file}: "${contestant.id}" is built by the tool "${builder.command}", so its program stands in ${folder}, ` +
      `and there is no such folder${guess(builder.id, others)} Mend the first word of its "build", or make the folder.`,
  );
}

function guess(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '.' : `: did you mean "${near}"?`;
}

function roleOf(path: string, { program, helpers }: Contestant): string {
  if (path === program) return 'the program';
  return helpers.includes(path) ? 'a helper' : 'a step';
}

/** What else a scenario names: below which folder of the runners, the program first, and what it is. */
function furtherFiles({ service, check, inputs = {} }: Scenario): [string, string[], string][] {
  const own = Object.entries(inputs).map(([name, input]): [string, string[], string] => {
    const what = `the input "${name}"`;
    if ('file' in input) return ['inputs', [input.file], `the file of ${what}`];
    const files = 'generator' in input ? [input.generator, ...input.helpers] : [];
    return ['inputs', files, `the generator of ${what}`];
  });
  return [
    ...(service ? [filesUnder('services', service, "the service's program")] : []),
    ...(check?.files ? [filesUnder('checks', check.files, 'the check program')] : []),
    ...own,
  ];
}

function filesUnder(
  folder: string,
  { program, helpers }: { program: string; helpers: readonly string[] },
  what: string,
): [string, string[], string] {
  return [folder, [program, ...helpers], what];
}

/** @throws Problem (usage) where there is no file that can be read */
function checkReadable(path: string, what: string): void {
  const mistake = (why: string): Problem => new Problem('usage', `${what} ${why}`);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw mistake(`is missing. Write ${path}, or mend its path.`);
  if (!stat.isFile()) throw mistake(`is no file. Name the file that is run in place of ${path}.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw mistake(`can't be read. Make ${path} readable.`);
  }
}
