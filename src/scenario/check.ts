import { z } from 'astro/zod';
import { expectedAnswer, expectedValue } from './expected.ts';
import { scenarioSchema, type Case, type Scenario } from './schema.ts';
import { Problem } from './problem.ts';

/** What is measured from outside, and its unit. */
const launcherUnits = { wall: 'ns', cpuTime: 'ns', peakTree: 'bytes', peakProcess: 'bytes' };
const launcherMeasures = Object.keys(launcherUnits);
/** Parameters that Steelyard itself hands over, to programs or to services. */
const reservedParameters = ['cores', 'scratch', 'addresses'];
const whatNext = 'Mend it there: src/scenario/schema.ts says what a scenario may hold.';

/**
 * A validated scenario.
 *
 * @param value what the file exports as default
 * @param file where it stands, for the message
 * @throws Problem (usage) that names the file, the field and what was expected
 */
export function checkScenario(value: unknown, file: string): Scenario {
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) {
    throw new Problem(
      'usage',
      `${file} has a mistake.\n${z.prettifyError(parsed.error)}\n${whatNext}`,
    );
  }
  const mistakes = contradictions(parsed.data);
  if (mistakes.length > 0) {
    const list = mistakes.map((mistake) => `✖ ${mistake}`).join('\n');
    throw new Problem('usage', `${file} contradicts itself.\n${list}\n${whatNext}`);
  }
  return parsed.data;
}

/** What the schema can't see: names that point nowhere. */
function contradictions(scenario: Scenario): string[] {
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
    if (!idsOf(scenario.measures).includes(growth.of)) {
      mistakes.push(`growth of "${growth.of}", which is no measure of the scenario`);
    }
    if (scenario.scale === undefined) mistakes.push(`growth of "${growth.of}" without a "scale"`);
  }
  for (const measure of scenario.measures) mistakes.push(...measureMistakes(measure, scenario));
  for (const aCase of scenario.cases) mistakes.push(...caseMistakes(aCase, scenario, contestants));
  return mistakes;
}

function measureMistakes(measure: Scenario['measures'][number], scenario: Scenario): string[] {
  const { source, id, unit } = measure;
  const isLauncher = source.from === 'launcher';
  if (isLauncher && !launcherMeasures.includes(id)) {
    return [`the measure "${id}" is not one of the launcher's: ${launcherMeasures.join(', ')}`];
  }
  if (!isLauncher && launcherMeasures.includes(id)) {
    return [`the measure "${id}" bears a name of the launcher's: give it another one`];
  }
  const unitThere = isLauncher ? (launcherUnits as Record<string, string>)[id] : undefined;
  if (unitThere !== undefined && unit !== unitThere) {
    return [`the launcher's measure "${id}" is in ${unitThere}, and not in ${unit}`];
  }
  if (source.from === 'floor' && unit !== 'ns') {
    return [`the measure "${id}" is a time above a floor: its unit is ns, and not ${unit}`];
  }
  if (source.from === 'program' && unit === 'cores') {
    return [`the measure "${id}" is in cores, which a program can't report: ns and bytes it can`];
  }
  if (source.from === 'floor' && scenario.floorNs === undefined) {
    return [`the measure "${id}" is above a floor, but there is no "floorNs"`];
  }
  if (source.from !== 'quotient') return [];
  return [source.of, source.by]
    .filter((operand) => operand === id || !isQuantity(operand, scenario))
    .map(
      (operand) =>
        `the measure "${id}" is made from "${operand}", which is no other measure and no number in all cases`,
    );
}

/** Whether a quotient can be made from it: a measure, one of the launcher's, or a number in every case. */
function isQuantity(name: string, scenario: Scenario): boolean {
  if (launcherMeasures.includes(name) || idsOf(scenario.measures).includes(name)) return true;
  return scenario.cases.every((aCase) => typeof aCase.parameters[name] === 'number');
}

function caseMistakes(aCase: Case, scenario: Scenario, contestants: string[]): string[] {
  const mistakes: string[] = [];
  const where = `case "${aCase.id}"`;
  const named = [
    ...(aCase.contestants ?? []),
    ...aCase.once,
    ...(aCase.control ? [aCase.control.of] : []),
  ];
  for (const id of named) {
    if (!contestants.includes(id))
      mistakes.push(`${where} names the contestant "${id}", which the scenario hasn't`);
    else if (aCase.contestants?.includes(id) === false)
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
    mistakes.push(`${where}: ${full} rounds don't make three equal blocks`);
  }
  try {
    const answer = expectedAnswer(scenario.answer, aCase.parameters);
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
function parameterMistakes(aCase: Case, scenario: Scenario): string[] {
  const taken = [...reservedParameters, ...launcherMeasures, ...idsOf(scenario.measures)];
  const parameters = { ...aCase.parameters, ...scenario.service?.parameters };
  return Object.entries(parameters).flatMap(([name, value]) => [
    ...(taken.includes(name)
      ? [`has a parameter "${name}", a name that is taken: give it another one`]
      : []),
    ...(isRounded(value) ? [`has the parameter ${name} = ${value}, which ${ROUNDED}`] : []),
  ]);
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id);
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
