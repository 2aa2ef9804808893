import { manual } from '../engine.ts';
import { launcherUnits } from '../quantity/measure.ts';
import { contestantMistakes, runtimeOf } from './check-contestant.ts';
import { inputMistakes } from './check-input.ts';
import { measureMistakes } from './check-measure.ts';
import { expectedAnswer, expectedValue } from './expected.ts';
import {
  scenarioSchema,
  takesPart,
  type Case,
  type Scenario,
  type StatedScenario,
} from './schema.ts';
import { Problem } from './problem.ts';
import { readShape } from './shape-mistakes.ts';

/** Parameters that Steelyard itself hands over, to programs or to services. */
const reservedParameters = ['cores', 'scratch', 'addresses', 'out'];
const whatNext = `Mend it there: ${manual('docs/scenarios.md')} says what a scenario may hold.`;

/**
 * A validated scenario.
 *
 * @param value what the file exports as default
 * @param file where it stands, for the message
 * @throws Problem (usage) that names the file, the field and what was expected
 */
export function checkScenario(value: unknown, file: string): Scenario {
  const read = readShape(scenarioSchema, value);
  if ('mistakes' in read)
    throw new Problem('usage', `${file} has a mistake.\n${read.mistakes}\n${whatNext}`);
  const mistakes = contradictions(read.value);
  if (mistakes.length > 0) {
    const list = mistakes.map((mistake) => `✖ ${mistake}`).join('\n');
    throw new Problem('usage', `${file} contradicts itself.\n${list}\n${whatNext}`);
  }
  const { contestants, ...scenario } = read.value;
  return {
    ...scenario,
    contestants: contestants.map((one) => ({ ...one, runtime: runtimeOf(one) })),
  };
}

/** What the schema can't see: names that point nowhere. */
function contradictions(scenario: StatedScenario): string[] {
  const mistakes: string[] = [];
  const contestants = idsOf(scenario.contestants);
  const twice = {
    contestant: contestants,
    case: idsOf(scenario.cases),
    measure: idsOf(scenario.measures),
  };
  for (const [what, ids] of Object.entries(twice)) {
    mistakes.push(...repeated(ids).map((id) => `the ${what} "${id}" stands there twice`));
  }
  for (const growth of scenario.growth) {
    const measure = scenario.measures.find(({ id }) => id === growth.of);
    if (measure === undefined) {
      mistakes.push(`growth of "${growth.of}", which is no measure of the scenario`);
    } else if (measure.unit !== growth.matters.unit) {
      mistakes.push(
        `growth of "${growth.of}" states what matters in ${growth.matters.unit}, and not in ${measure.unit}`,
      );
    }
    if (scenario.scale === undefined) mistakes.push(`growth of "${growth.of}" without a "scale"`);
  }
  for (const measure of scenario.measures) mistakes.push(...measureMistakes(measure, scenario));
  for (const one of scenario.contestants) mistakes.push(...contestantMistakes(one, scenario));
  mistakes.push(...inputMistakes(scenario), ...rightMistakes(scenario));
  mistakes.push(...membershipMistakes(scenario));
  for (const aCase of scenario.cases) mistakes.push(...caseMistakes(aCase, scenario, contestants));
  return mistakes;
}

/** A scenario that says nothing of what is right, or says it twice. */
function rightMistakes({ answer, check }: StatedScenario): string[] {
  if (answer === undefined && check === undefined)
    return [
      'nothing says what is right: state "answer", for programs that say it in their last line, or "check"',
    ];
  if (answer !== undefined && check?.stdout !== undefined)
    return ['"answer" and "check.stdout" both judge the output: leave out one of them'];
  return [];
}

/** Cases that a contestant says it takes part in, and doesn't. */
function membershipMistakes(scenario: StatedScenario): string[] {
  return scenario.contestants.flatMap(({ id, cases = [] }) =>
    cases.flatMap((name) => {
      const aCase = scenario.cases.find((one) => one.id === name);
      const where = `the contestant "${id}" names the case "${name}"`;
      if (aCase === undefined) return [`${where}, which the scenario hasn't`];
      return aCase.contestants?.includes(id) === false ? [`${where}, which names only others`] : [];
    }),
  );
}

function caseMistakes(aCase: Case, scenario: StatedScenario, contestants: string[]): string[] {
  const mistakes: string[] = [];
  const where = `case "${aCase.id}"`;
  const named = [
    ...(aCase.contestants ?? []),
    ...aCase.once,
    ...(aCase.control ? [aCase.control.of] : []),
  ];
  for (const id of named) {
    const contestant = scenario.contestants.find((one) => one.id === id);
    if (contestant === undefined)
      mistakes.push(`${where} names the contestant "${id}", which the scenario hasn't`);
    else if (!takesPart(contestant, aCase))
      mistakes.push(`${where} names the contestant "${id}", which takes no part in it`);
  }
  if (aCase.control !== undefined && contestants.includes(controlId(aCase.control.of))) {
    const id = controlId(aCase.control.of);
    mistakes.push(
      `${where} repeats "${aCase.control.of}" as "${id}", which is a contestant already`,
    );
  }
  mistakes.push(...parameterMistakes(aCase, scenario).map((mistake) => `${where} ${mistake}`));
  const scale = scenario.scale?.parameter;
  if (scale !== undefined && typeof aCase.parameters[scale] !== 'number') {
    mistakes.push(`${where} has no number "${scale}", which the scenario's scale needs`);
  }
  const full = aCase.rounds.full;
  if (full !== undefined && full % 3 !== 0) {
    const fewer = full - (full % 3);
    const next = fewer === 0 ? '3' : `${fewer} or ${fewer + 3}`;
    mistakes.push(`${where}: ${full} rounds don't make three equal blocks: let "full" be ${next}`);
  }
  try {
    const answer = expectedAnswer(scenario.answer ?? {}, aCase.parameters);
    for (const [field, value] of Object.entries(answer))
      if (isRounded(value)) mistakes.push(`${where}: ${field} = ${value} ${ROUNDED}`);
    if (scenario.floorNs) expectedValue(scenario.floorNs, aCase.parameters);
  } catch (error) {
    mistakes.push(`${where}: ${(error as Error).message}`);
  }
  return mistakes;
}

/** The A/A control: the id of the copy. */
export function controlId(of: string): string {
  return `${of}-again`;
}

const ROUNDED = 'is a whole number above 2^53, where numbers are rounded: give it as a text';

function isRounded(value: number | string): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** Names that mean something else already, and numbers that aren't what was written. */
function parameterMistakes(aCase: Case, scenario: StatedScenario): string[] {
  const taken = takenNames(scenario);
  const parameters = { ...aCase.parameters, ...scenario.service?.parameters };
  return Object.entries(parameters).flatMap(([name, value]) => [
    ...(taken.has(name)
      ? [`has a parameter "${name}", which is ${taken.get(name)} already: give it another name`]
      : []),
    ...(isRounded(value) ? [`has the parameter ${name} = ${value}, which ${ROUNDED}`] : []),
  ]);
}

/** Names that a parameter can't have, with what bears them. */
function takenNames({ measures, inputs = {} }: StatedScenario): Map<string, string> {
  const named = (names: readonly string[], what: string): [string, string][] =>
    names.map((name) => [name, what]);
  return new Map([
    ...named(idsOf(measures), 'a measure of the scenario'),
    ...named(Object.keys(inputs), 'an input of the scenario'),
    ...named(Object.keys(launcherUnits), 'a measure that is taken of each run'),
    ...named(reservedParameters, 'what Steelyard itself hands over'),
  ]);
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id);
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
