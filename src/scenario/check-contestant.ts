/** Mistakes of a contestant that its schema can't see: what it is, and what its words name. */
import type { StatedContestant } from './contestant.ts';
import { builderOf, toolOf } from './tools.ts';
import { placeholdersIn } from './template.ts';
import type { StatedScenario } from './schema.ts';

/** Each a sentence without a full stop. */
export function contestantMistakes(one: StatedContestant, scenario: StatedScenario): string[] {
  const where = `the contestant "${one.id}"`;
  return [...kindMistakes(one), ...wordMistakes(one, scenario)].map((what) => `${where} ${what}`);
}

function kindMistakes(one: StatedContestant): string[] {
  const { tool, runtime, program, build } = one;
  if (tool !== undefined) {
    const others = Object.entries({ runtime, program, build }).filter(([, value]) => value);
    if (others.length === 0) return [];
    const names = others.map(([name]) => `"${name}"`).join(' and ');
    return [`has a "tool", which is run as it is, and ${names}: leave out one of the two`];
  }
  if (program === undefined)
    return ['runs nothing: give it a "program" of a "runtime", or a "tool" with "args"'];
  if (runtime === undefined && build === undefined)
    return ['has a program and no "runtime" that runs it, and no "build" that makes it'];
  if (build !== undefined && !placeholdersIn(build).includes('out'))
    return ['has a "build" that doesn’t say where the result goes: put {out} into it'];
  return [];
}

function wordMistakes(one: StatedContestant, scenario: StatedScenario): string[] {
  const { args = [], build = [], prepare, cleanup, stdin } = one;
  const inputs = Object.keys(scenario.inputs ?? {});
  const steps = [prepare, cleanup].flatMap((step) => (Array.isArray(step) ? step : []));
  const known = knownIn(one, scenario);
  const unknown = [
    ...placeholdersIn([...args, ...steps]).filter((name) => !known(name)),
    ...placeholdersIn(build).filter((name) => !['out', 'source', 'binary'].includes(name)),
  ];
  return [
    ...unknown.map(
      (name) =>
        `names {${name}}, which isn’t known here. A brace of its own is doubled: {{${name}}`,
    ),
    ...(stdin === undefined || inputs.includes(stdin)
      ? []
      : [`reads "${stdin}" from standard input, which is no input of the scenario`]),
  ];
}

/** What its words may name: parameters of all its cases, inputs, the cores and the empty folder; of a service, what it says. */
function knownIn(one: StatedContestant, scenario: StatedScenario): (name: string) => boolean {
  const cases = scenario.cases.filter(({ id }) => one.cases?.includes(id) ?? true);
  const inputs = Object.keys(scenario.inputs ?? {}).map((name) => `input:${name}`);
  return (name) =>
    ['cores', 'out', ...inputs].includes(name) ||
    scenario.service !== undefined ||
    cases.every(({ parameters }) => Object.hasOwn(parameters, name));
}

/** The id of what runs it: its runtime, or the tool that runs or builds it. */
export function runtimeOf(one: StatedContestant): string {
  return one.runtime ?? toolOf(one)?.id ?? builderOf(one)?.id ?? '';
}
