import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkScenario } from './check.ts';
import { Problem } from './problem.ts';
import type { RuntimeDefinition } from './runtime.ts';
import type { Scenario } from './schema.ts';

/**
 * All scenarios under `<runners>/scenarios/`, in the order of their names.
 *
 * @throws Problem (usage) when a file can't be read, has a mistake or names a program that isn't there
 */
export async function loadScenarios(runners: string): Promise<Scenario[]> {
  const folder = join(runners, 'scenarios');
  const scenarios: Scenario[] = [];
  for (const name of filesIn(folder)) {
    const file = join(folder, name);
    const scenario = checkScenario(await defaultExport(file), file);
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
 * All runtimes under `<runners>/runtimes/<id>/runtime.ts`, in the order of their names.
 *
 * @throws Problem (usage) when a file can't be loaded, or is no runtime
 */
export async function loadRuntimes(runners: string): Promise<RuntimeDefinition[]> {
  const folder = join(runners, 'runtimes');
  if (!existsSync(folder))
    throw new Problem('usage', `There are no runtimes: ${folder} doesn't exist.`);
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
        `${file} is no runtime: it needs an id, a title, a homepage and find(). See src/scenario/runtime.ts.`,
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
  return runtimes;
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
    for (const path of [contestant.program, ...contestant.helpers]) {
      const full = join(runners, 'runtimes', contestant.runtime, path);
      if (!existsSync(full)) {
        throw new Problem(
          'usage',
          `${file}: the program of "${contestant.id}" is missing. Write ${full}, or mend its path.`,
        );
      }
    }
  }
  for (const path of scenario.service
    ? [scenario.service.program, ...scenario.service.helpers]
    : []) {
    const full = join(runners, 'services', path);
    if (!existsSync(full)) {
      throw new Problem(
        'usage',
        `${file}: the service's program is missing. Write ${full}, or mend its path.`,
      );
    }
  }
}
