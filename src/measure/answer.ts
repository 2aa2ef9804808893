/** The last line of a program's standard output: its answer, and what it timed itself. */
import { z } from 'astro/zod';

const measureValue = z.union([
  z.strictObject({ ns: z.number() }),
  z.strictObject({ bytes: z.number() }),
]);
const lineSchema = z.strictObject({
  steelyard: z.literal(1),
  answer: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  measures: z.record(z.string(), measureValue).default({}),
});

export interface Expectation {
  /** The right answer, field by field; nothing else may be in it. */
  readonly answer: Readonly<Record<string, number | string>>;
  /** Measures that must be reported, no more and no fewer. */
  readonly measures: readonly string[];
  /** No time that a program reports can be longer than this. */
  readonly wallNs?: number | undefined;
}

export type CheckedAnswer =
  | { readonly right: true; readonly measures: Readonly<Record<string, number>> }
  | { readonly right: false; readonly reason: string };

const LONGEST_SHOWN = 160;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function wrong(reason: string): CheckedAnswer {
  return { right: false, reason };
}

function parseLine(line: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function checkFields(
  answer: Readonly<Record<string, number | string>>,
  expected: Expectation['answer'],
): string | undefined {
  for (const [field, value] of Object.entries(expected)) {
    const found = answer[field];
    if (found === undefined)
      return `expected ${field} = ${shown(value)} in the answer, found no ${field}`;
    if (found !== value) return `expected ${field} = ${shown(value)}, found ${shown(found)}`;
  }
  const extra = Object.keys(answer).find((field) => !Object.hasOwn(expected, field));
  return extra === undefined
    ? undefined
    : `expected no ${extra} in the answer, found ${shown(answer[extra])}`;
}

function checkMeasures(
  measures: z.infer<typeof lineSchema>['measures'],
  expectation: Expectation,
): string | undefined {
  const missing = expectation.measures.find((name) => !Object.hasOwn(measures, name));
  if (missing !== undefined) return `expected the measure ${missing}, found none`;
  for (const [name, value] of Object.entries(measures)) {
    if (!expectation.measures.includes(name))
      return `expected no measure ${name}, found ${shown(value)}`;
    const number = 'ns' in value ? value.ns : value.bytes;
    if (number < 0) return `expected ${name} ≥ 0, found ${String(number)}`;
    if ('ns' in value && expectation.wallNs !== undefined && number > expectation.wallNs) {
      return `expected ${name} ≤ the wall time of ${String(expectation.wallNs)} ns, found ${String(number)} ns`;
    }
  }
  return undefined;
}

/**
 * Checks a program's standard output against what is right.
 * @param stdout its end is enough, as long as the last line is whole
 */
export function checkAnswer(stdout: string, expectation: Expectation): CheckedAnswer {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (last === '') return wrong('expected a last line {"steelyard":1,…}, found an empty output');
  const line = parseLine(last);
  if (line === undefined)
    return wrong(`expected a last line {"steelyard":1,…}, found ${shown(last)}`);
  const problem =
    checkFields(line.answer, expectation.answer) ?? checkMeasures(line.measures, expectation);
  if (problem !== undefined) return wrong(problem);
  const measures = Object.entries(line.measures).map(
    ([name, value]) => [name, 'ns' in value ? value.ns : value.bytes] as const,
  );
  return { right: true, measures: Object.fromEntries(measures) };
}
