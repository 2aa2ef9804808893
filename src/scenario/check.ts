import { z } from 'astro/zod';
import { expectedAnswer, expectedValue } from './expected.ts';
import { scenarioSchema, type Case, type Scenario } from './schema.ts';
import { Problem } from './problem.ts';

const launcherMeasures = ['wall', 'cpuTime', 'peakTree', 'peakProcess'];
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
  const { source, id } = measure;
  if (source.from === 'launcher' && !launcherMeasures.includes(id)) {
    return [`the measure "${id}" is not one of the launcher's: ${launcherMeasures.join(', ')}`];
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
  const scale = scenario.scale?.parameter;
  if (scale !== undefined && typeof aCase.parameters[scale] !== 'number') {
    mistakes.push(`${where} has no number "${scale}", which the scenario's scale needs`);
  }
  const full = aCase.rounds.full;
  if (full !== undefined && full % 3 !== 0) {
    mistakes.push(`${where}: ${full} rounds don't make three equal blocks`);
  }
  try {
    expectedAnswer(scenario.answer, aCase.parameters);
    if (scenario.floorNs) expectedValue(scenario.floorNs, aCase.parameters);
  } catch (error) {
    mistakes.push(`${where}: ${(error as Error).message}`);
  }
  return mistakes;
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id);
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
