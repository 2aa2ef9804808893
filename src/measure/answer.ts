/** The last line of a program's standard output: its answer, and what it timed itself. */
import { isTime, type MeasureUnit } from '../quantity/units.ts';
import { readAnswerLine, type AnswerLine } from './answer-line.ts';
import { shown } from './show.ts';

/** A measure that the program reports, in its unit. */
export interface ProgramMeasure {
  readonly id: string;
  readonly unit: MeasureUnit;
}

export interface Expectation {
  /** The right answer, field by field; nothing else may be in it. */
  readonly answer: Readonly<Record<string, number | string>>;
  /** Measures that must be reported, no more and no fewer. */
  readonly measures: readonly ProgramMeasure[];
  /** No time that a program reports can be longer than this. */
  readonly wallNs?: number | undefined;
}

export type CheckedAnswer =
  | { readonly right: true; readonly measures: Readonly<Record<string, number>> }
  | { readonly right: false; readonly reason: string };

function wrong(reason: string): CheckedAnswer {
  return { right: false, reason };
}

function checkFields(
  answer: AnswerLine['answer'],
  expected: Expectation['answer'],
): string | undefined {
  for (const [field, value] of Object.entries(expected)) {
    const found = Object.hasOwn(answer, field) ? answer[field] : undefined;
    if (found === undefined)
      return `expected ${field} = ${shown(value)} in the answer, found no ${field}`;
    if (found !== value)
      return `expected ${field} = ${shown(value)}, found ${shown(found)}${kinds(value, found)}`;
  }
  const extra = Object.keys(answer).find((field) => !Object.hasOwn(expected, field));
  return extra === undefined
    ? undefined
    : `expected no ${extra} in the answer, found ${shown(answer[extra])}`;
}

/** Where a number stands in place of a text, or a text in place of a number. */
function kinds(expected: number | string, found: number | string): string {
  if (typeof expected === typeof found) return '';
  const name = (value: number | string): string =>
    typeof value === 'number' ? 'a number' : 'a text';
  return `: ${name(found)} in place of ${name(expected)}`;
}

function checkMeasures(
  measures: AnswerLine['measures'],
  { measures: declared, wallNs }: Expectation,
): string | undefined {
  const missing = declared.find(({ id }) => !Object.hasOwn(measures, id));
  if (missing !== undefined) return `expected the measure ${missing.id}, found none`;
  for (const [id, value] of Object.entries(measures)) {
    const unit = declared.find((one) => one.id === id)?.unit;
    if (unit === undefined) return `expected no measure ${id}, found ${shown(value)}`;
    const number = value[unit];
    if (number === undefined) return `expected ${id} in ${unit}, found ${shown(value)}`;
    if (number < 0) return `expected ${id} ≥ 0, found ${number}`;
    if (isTime(unit) && number > (wallNs ?? Infinity))
      return `expected ${id} ≤ the wall time of ${wallNs} ns, found ${number} ns`;
  }
  return undefined;
}

/**
 * Checks a program's standard output against what is right.
 * @param stdout its end is enough, as long as the last line is whole
 */
export function checkAnswer(stdout: string, expectation: Expectation): CheckedAnswer {
  const line = readAnswerLine(stdout);
  if (typeof line === 'string') return wrong(line);
  const problem =
    checkFields(line.answer, expectation.answer) ?? checkMeasures(line.measures, expectation);
  if (problem !== undefined) return wrong(problem);
  const measures = Object.entries(line.measures).map(([id, value]) => [
    id,
    Object.values(value)[0],
  ]);
  return { right: true, measures: Object.fromEntries(measures) as Record<string, number> };
}
