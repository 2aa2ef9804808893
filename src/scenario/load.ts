import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manual } from '../engine.ts';
import { checkNamed } from './check-files.ts';
import { checkScenario } from './check.ts';
import { Problem } from './problem.ts';
import type { RuntimeDefinition } from './runtime.ts';
import type { Scenario } from './schema.ts';
import { toolRuntimes } from './tools.ts';
import { uncaughtError } from './uncaught.ts';

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
    if (scenarios.some((other) => other.id === scenario.id)) {
      throw new Problem(
        'usage',
        `${file}: another file in this folder has the id "${scenario.id}" already. Give one of them another id.`,
      );
    }
    scenarios.push(scenario);
  }
  const all = [...runtimes, ...toolRuntimes(scenarios, runtimes)];
  for (const [index, scenario] of scenarios.entries())
    checkNamed(scenario, all, runners, join(folder, names[index]!));
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
        `${file} is no runtime: it needs an id, a title, a homepage and find(). See ${manual('docs/runtimes.md')}.`,
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
  checkPackage(file);
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  } catch (error) {
    const { message, stack = message } = error as Error;
    throw new Problem('usage', `${file} can't be loaded: ${uncaughtError(stack) ?? message}`);
  }
  if (module.default === undefined) throw new Problem('usage', `${file} has no default export.`);
  return module.default;
}

/** @throws Problem (usage) for a package.json beside it, with which Node reads the file as something else */
function checkPackage(file: string): void {
  const beside = join(dirname(file), 'package.json');
  if (!existsSync(beside)) return;
  let type: unknown;
  try {
    ({ type } = JSON.parse(readFileSync(beside, 'utf8')) as { type?: unknown });
  } catch {
    type = 'unreadable';
  }
  if (type === undefined || type === 'module') return;
  throw new Problem(
    'usage',
    `${file} can't be loaded, since ${beside} stands beside it and is about other files. ` +
      `Move it with its lock into a folder of its own, such as ${join(dirname(file), 'packages')}.`,
  );
}
