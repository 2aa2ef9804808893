/** Whether a measure can be had: that its value comes from somewhere, in its unit. */
import { isLauncherMeasure, launcherUnits, type Measure } from '../quantity/measure.ts';
import { hasWords } from '../quantity/words-of.ts';
import { isRate, isReported, isTime, type MeasureUnit } from '../quantity/units.ts';
import type { StatedScenario } from './schema.ts';

/** Mistakes of a measure, each a sentence; none where it is right. */
export function measureMistakes(measure: Measure, scenario: StatedScenario): string[] {
  return [...sourceMistakes(measure, scenario), ...wordMistakes(measure, scenario)];
}

/** What is compared is told in sentences, and those are made of the measure's words. */
function wordMistakes(measure: Measure, { growth }: StatedScenario): string[] {
  const { id, matters } = measure;
  const isCompared = matters !== undefined || growth.some(({ of }) => of === id);
  if (!isCompared || hasWords(measure)) return [];
  return [
    `the measure "${id}" is compared and has no words, which sentences about it are made of: state its "words", or make it with reported(), rate(), or perUnit() of a measure that has words`,
  ];
}

function sourceMistakes(measure: Measure, scenario: StatedScenario): string[] {
  const { id, source, unit } = measure;
  if (source.from !== 'launcher' && isLauncherMeasure(id))
    return [`the measure "${id}" bears a name of the launcher's: give it another one`];
  switch (source.from) {
    case 'launcher':
      return launcherMistakes(id, unit);
    case 'floor':
      return floorMistakes(measure, source.of, scenario);
    case 'program':
    case 'check':
      return reportedMistakes(measure, source.from, scenario);
    case 'output':
      return unit === 'bytes' ? [] : [`the measure "${id}" is of an output: its unit is bytes`];
    case 'build':
      return buildMistakes(measure, source.what, scenario);
    case 'quotient':
      return quotientMistakes(measure, source, scenario);
  }
}

/** What a program, or the program that checks, says in its last line. */
function reportedMistakes(
  { id, unit }: Measure,
  from: 'program' | 'check',
  { answer, check }: StatedScenario,
): string[] {
  if (!isReported(unit))
    return [
      `the measure "${id}" is in ${unit}, which a program can't report: times, bytes and counts it can`,
    ];
  if (from === 'program' && answer === undefined)
    return [`the measure "${id}" is reported beside an answer, but there is no "answer"`];
  if (from === 'check' && check?.files === undefined)
    return [`the measure "${id}" is reported by the check program, but there is no "check.files"`];
  return [];
}

function buildMistakes(
  { id, unit }: Measure,
  what: 'time' | 'size',
  { contestants }: StatedScenario,
): string[] {
  const right = what === 'time' ? 'ns' : 'bytes';
  if (unit !== right)
    return [`the measure "${id}" is the ${what} of a build: its unit is ${right}`];
  // Those that a runtime builds are known only with the runtimes.
  return contestants.every(({ tool }) => tool !== undefined)
    ? [`the measure "${id}" is of a build, but no contestant is built`]
    : [];
}

function launcherMistakes(id: string, unit: MeasureUnit): string[] {
  if (!isLauncherMeasure(id)) {
    const known = Object.keys(launcherUnits).join(', ');
    return [`the measure "${id}" is not one of the launcher's: ${known}`];
  }
  const there = launcherUnits[id];
  if (unit === there) return [];
  return [`the launcher's measure "${id}" is in ${there}, and not in ${unit}`];
}

function floorMistakes(
  { id, unit }: Measure,
  of: string | undefined,
  scenario: StatedScenario,
): string[] {
  if (!isTime(unit))
    return [`the measure "${id}" is a time above a floor: its unit is ns, and not ${unit}`];
  if (scenario.floorNs === undefined)
    return [`the measure "${id}" is above a floor, but there is no "floorNs"`];
  if (of === undefined) return [];
  const whole = scenario.measures.find((one) => one.id === of);
  const isReportedTime = whole?.source.from === 'program' && isTime(whole.unit);
  return isReportedTime
    ? []
    : [`the measure "${id}" is what remains of "${of}", which is no time that the program reports`];
}

function quotientMistakes(
  { id, unit }: Measure,
  { of, by }: { readonly of: string; readonly by: string },
  scenario: StatedScenario,
): string[] {
  const unknown = [of, by]
    .filter((operand) => operand === id || !isQuantity(operand, scenario))
    .map(
      (operand) =>
        `the measure "${id}" is made from "${operand}", which is no other measure and no number in all cases`,
    );
  if (unknown.length > 0 || !isRate(unit)) return unknown;
  const divisor = unitOf(by, scenario);
  if (divisor !== undefined && isTime(divisor)) return [];
  return [`the measure "${id}" is in ${unit}, but "${by}", which it is divided by, is no time`];
}

/** Unit of a measure that a quotient names; `undefined` for a parameter. */
function unitOf(name: string, { measures }: StatedScenario): MeasureUnit | undefined {
  const own = measures.find(({ id }) => id === name)?.unit;
  return own ?? (isLauncherMeasure(name) ? launcherUnits[name] : undefined);
}

/** Whether a quotient can be made from it: a measure, one of the launcher's, or a number in every case. */
function isQuantity(name: string, scenario: StatedScenario): boolean {
  if (isLauncherMeasure(name) || scenario.measures.some(({ id }) => id === name)) return true;
  return scenario.cases.every((aCase) => typeof aCase.parameters[name] === 'number');
}
