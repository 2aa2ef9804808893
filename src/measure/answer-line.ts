/** Reads the last line of a program's standard output, and says exactly what is wrong with it. */
import { measureUnits, isReported } from '../quantity/units.ts';
import { isExact } from './exact.ts';
import { shown } from './show.ts';
import { printable } from '../store/printable.ts';

export interface AnswerLine {
  readonly answer: Readonly<Record<string, number | string>>;
  /** As they stand there: `{"ns": 5}` or `{"bytes": 5}`. */
  readonly measures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const EXPECTED = 'expected a last line {"steelyard":1,…}';
const FIELDS = ['steelyard', 'answer', 'measures'];

const UNITS: readonly string[] = measureUnits.filter(isReported);
const ONE_UNIT = UNITS.map((unit) => `{"${unit}":…}`).join(' or ');

/** What keeps a line from being an answer. */
class Mistake extends Error {}

/** The line, or the reason why it is none. */
export function readAnswerLine(stdout: string): AnswerLine | string {
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (line === '') return `${EXPECTED}, found an empty output`;
  try {
    return checkShape(parseJson(line));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return `${EXPECTED}, found ${printable(line)}: ${error.message}`;
  }
}

function parseJson(line: string): unknown {
  if (line.startsWith('\ufeff')) throw new Mistake('it begins with a byte order mark');
  let inexact: string | undefined;
  const noteInexact = (_: string, value: unknown, context?: { source?: string }): unknown => {
    const { source } = context ?? {};
    if (typeof value === 'number' && source !== undefined && !isExact(source, value))
      inexact ??= source;
    return value;
  };
  let value: unknown;
  try {
    value = JSON.parse(line, noteInexact);
  } catch (error) {
    throw new Mistake(`it is no JSON (${printable((error as Error).message)})`);
  }
  if (inexact !== undefined)
    throw new Mistake(
      `the number ${inexact} would be rounded: give it as a text, or with fewer digits`,
    );
  return value;
}

function checkShape(value: unknown): AnswerLine {
  const line = asObject(value, 'it');
  const { steelyard: version, answer = {}, measures = {} } = line;
  if (version === undefined) throw new Mistake('there is no "steelyard" in it');
  if (version !== 1) throw new Mistake(`its version is ${shown(version)}, and only 1 is known`);
  const extra = Object.keys(line).find((field) => !FIELDS.includes(field));
  if (extra !== undefined)
    throw new Mistake(`there is a field ${shown(extra)}, and only ${FIELDS.join(', ')} are known`);
  const fields = asObject(answer, '"answer"');
  for (const [name, field] of Object.entries(fields))
    if (typeof field !== 'number' && typeof field !== 'string')
      throw new Mistake(`${shown(name)} in the answer is neither a number nor a text`);
  const values = asObject(measures, '"measures"');
  for (const [name, measure] of Object.entries(values)) checkMeasure(name, measure);
  return { answer: fields, measures: values } as AnswerLine;
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Mistake(`${what} is no object`);
}

/** One unit with one number. */
function checkMeasure(name: string, measure: unknown): void {
  const [[unit, number] = [], ...rest] = Object.entries(asObject(measure, shown(name)));
  const isWhole = rest.length === 0 && unit !== undefined && UNITS.includes(unit);
  if (isWhole && typeof number === 'number') return;
  throw new Mistake(`the measure ${shown(name)} is ${shown(measure)} in place of ${ONE_UNIT}`);
}
