import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manual } from '../engine.ts';
import { checkScenario } from './check.ts';
import { Problem } from './problem.ts';
import type { RuntimeDefinition } from './runtime.ts';
import { filesOf, folderOf, type Scenario } from './schema.ts';
import { toolRuntimes } from './tools.ts';

/**
 * All scenarios under `<runners>/scenarios/`, in the order of their names.
 *
 * @throws Problem (usage) when a file can't be read, has a mistake or names a program that isn't there
 */
export async function loadScenarios(runners: string): Promise<Scenario[]> {
  const folder = join(runners, 'scenarios');
  const names = filesIn(folder);
  const runtimes = await loadRuntimes(runners);
  const scenarios: Scenario[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const scenario = withRuntimes(checkScenario(await defaultExport(file), file), runtimes);
    checkProgramsExist(scenario, runners, file);
    if (scenarios.some((other) => other.id === scenario.id)) {
      throw new Problem(
        'usage',
        `${file}: another file in this folder has the id "${scenario.id}" already. Give one of them another id.`,
      );
    }
    scenarios.push(scenario);
  }
  return scenarios;
}

/**
 * Scenarios, and all that their contestants run with: the runtimes under `<runners>/runtimes/`, then the tools
 * that scenarios name.
 *
 * @throws Problem (usage) as the two do
 */
export async function loadRunners(
  runners: string,
): Promise<{ scenarios: Scenario[]; runtimes: RuntimeDefinition[] }> {
  const scenarios = await loadScenarios(runners);
  const defined = await loadRuntimes(runners);
  return { scenarios, runtimes: [...defined, ...toolRuntimes(scenarios, defined)] };
}

/**
 * All runtimes under `<runners>/runtimes/<id>/runtime.ts`, in the order of their names.
 *
 * @throws Problem (usage) when a file can't be loaded, or is no runtime
 */
export async function loadRuntimes(runners: string): Promise<RuntimeDefinition[]> {
  const folder = join(runners, 'runtimes');
  if (!existsSync(folder)) return [];
  const runtimes: RuntimeDefinition[] = [];
  for (const id of readdirSync(folder).sort()) {
    const file = join(folder, id, 'runtime.ts');
    if (!existsSync(file)) continue;
    const runtime = (await defaultExport(file)) as Partial<RuntimeDefinition>;
    if (
      typeof runtime.find !== 'function' ||
      runtime.title === undefined ||
      runtime.homepage === undefined
    ) {
      throw new Problem(
        'usage',
        `${file} is no runtime: it needs an id, a title, a homepage and find(). See ${manual('docs/scenarios.md')}.`,
      );
    }
    if (runtime.id !== id) {
      throw new Problem(
        'usage',
        `${file} calls itself "${runtime.id}". Its folder is "${id}": use one name.`,
      );
    }
    runtimes.push(runtime as RuntimeDefinition);
  }
  for (const runtime of runtimes) checkPrograms(runtime, runtimes, folder);
  return runtimes;
}

/**
 * A further build has no programs of its own: they stand with the runtime that it is a build of.
 *
 * @throws Problem (usage) where it names no such runtime, or holds programs all the same
 */
function checkPrograms(
  { id, programsOf }: RuntimeDefinition,
  runtimes: readonly RuntimeDefinition[],
  folder: string,
): void {
  if (programsOf === undefined) return;
  const file = join(folder, id, 'runtime.ts');
  const whole = runtimes.filter((one) => one.programsOf === undefined && one.id !== id);
  if (!whole.some((one) => one.id === programsOf)) {
    const there = whole.map((one) => `"${one.id}"`).join(', ') || 'none';
    throw new Problem(
      'usage',
      `${file} takes the programs of "${programsOf}", which is no runtime with programs of its own. There are: ${there}.`,
    );
  }
  const own = readdirSync(join(folder, id)).filter((name) => !/\.ts$|^__pycache__$/.test(name));
  if (own.length > 0) {
    throw new Problem(
      'usage',
      `${file} takes the programs of "${programsOf}", but its folder holds ${own.join(', ')}. Move them there, or leave out programsOf.`,
    );
  }
}

/** The scenario with what the runtimes say of its contestants: the folder of their programs, and how they are built. */
function withRuntimes(scenario: Scenario, runtimes: readonly RuntimeDefinition[]): Scenario {
  const contestants = scenario.contestants.map((contestant) => {
    const runtime = runtimes.find(({ id }) => id === contestant.runtime);
    const build = contestant.program === undefined ? undefined : runtime?.build;
    return {
      ...contestant,
      ...(runtime?.programsOf !== undefined && { folder: runtime.programsOf }),
      ...(build !== undefined && contestant.build === undefined && { build: [...build] }),
    };
  });
  return { ...scenario, contestants };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Problem('usage', `There are no scenarios: ${folder} doesn't exist.`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

async function defaultExport(file: string): Promise<unknown> {
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  } catch (error) {
    throw new Problem('usage', `${file} can't be loaded: ${(error as Error).message}`);
  }
  if (module.default === undefined) throw new Problem('usage', `${file} has no default export.`);
  return module.default;
}

function checkProgramsExist(scenario: Scenario, runners: string, file: string): void {
  for (const contestant of scenario.contestants) {
    for (const path of filesOf(contestant)) {
      const full = join(runners, folderOf(contestant), path);
      checkReadable(full, `${file}: the program of "${contestant.id}"`);
    }
  }
  for (const [folder, paths, what] of furtherFiles(scenario))
    for (const path of paths) checkReadable(join(runners, folder, path), `${file}: ${what}`);
}

/** What else a scenario names: below which folder of the runners, and what for. */
function furtherFiles({ service, check, inputs = {} }: Scenario): [string, string[], string][] {
  const own = Object.entries(inputs).map(([name, input]): [string, string[], string] => {
    const what = `the input "${name}"`;
    if ('file' in input) return ['inputs', [input.file], what];
    return ['inputs', 'generator' in input ? [input.generator, ...input.helpers] : [], what];
  });
  return [
    ...(service ? [filesUnder('services', service, "the service's program")] : []),
    ...(check?.files ? [filesUnder('checks', check.files, 'the check')] : []),
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
