/** A measure: a quantity of an invocation, with all that anybody has to know to compute, compare and print it. */
import { z } from 'astro/zod';
import { mattersSchema, readMatters, statedSchema } from './matters.ts';
import { measureUnits } from './units.ts';
import { wordsSchema } from './words.ts';

const field = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'use camelCase letters and digits, for example "allDone"')
  .max(100);

/**
 * Where its value comes from.
 *
 * - `launcher`: taken from outside (`wall`, `cpuTime`, `peakTree`, `peakProcess`)
 * - `floor`: a time less the scenario's floor: a time that the program reports, or the wall time where none is named
 * - `program`: reported by the program itself, in its last line
 * - `output`: bytes that it wrote into `{out}`, or where it has no such folder to standard output
 * - `build`: what building its program took, anew in each round (`time`), or the size of the result (`size`)
 * - `check`: reported by the check program, in its last line
 * - `quotient`: one measure divided by another measure or by a parameter
 */
const sourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('launcher') }),
  z.strictObject({ from: z.literal('floor'), of: field.optional() }),
  z.strictObject({ from: z.literal('program') }),
  z.strictObject({ from: z.literal('output') }),
  z.strictObject({ from: z.literal('build'), what: z.enum(['time', 'size']) }),
  z.strictObject({ from: z.literal('check') }),
  z.strictObject({ from: z.literal('quotient'), of: field, by: field }),
]);

/** Which of two is ahead by it: who has less of it, who has more, or nobody. */
const betterSchema = z.enum(['less', 'more', 'neither']);
export type Better = z.infer<typeof betterSchema>;

const shared = {
  id: field,
  title: z.string().min(1),
  unit: z.enum(measureUnits),
  source: sourceSchema,
  /** Absent: less. */
  better: betterSchema.optional(),
  /** Step of a quantised measure, in its unit: widens the interval of a ratio. */
  resolution: z.number().positive().optional(),
  /** Absent: those that its source and title suggest. */
  words: wordsSchema.optional(),
};

/** As it stands in a session: what matters is in the measure's unit. */
export const measureSchema = z.strictObject({
  ...shared,
  /** Absent: shown, never compared. */
  matters: mattersSchema.optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** As a scenario states it. */
export const statedMeasureSchema = z
  .strictObject({ ...shared, matters: statedSchema.optional() })
  .transform(({ matters: stated, ...measure }, context): Measure => {
    const matters = stated && readMatters(stated, measure.unit);
    if (typeof matters === 'string') {
      context.addIssue({ code: 'custom', path: ['matters'], message: matters });
      return measure;
    }
    return { ...measure, ...(matters && { matters }) };
  });
export type StatedMeasure = z.input<typeof statedMeasureSchema>;

/** Which of two is ahead by a measure. */
export function betterOf({ better }: Pick<Measure, 'better'>): Better {
  return better ?? 'less';
}

/** What is measured from outside, with its unit. */
export const launcherUnits = {
  wall: 'ns',
  cpuTime: 'ns',
  peakTree: 'bytes',
  peakProcess: 'bytes',
} as const;
export type LauncherMeasure = keyof typeof launcherUnits;

/** Whether an id is that of a measure taken from outside. */
export function isLauncherMeasure(id: string): id is LauncherMeasure {
  return Object.hasOwn(launcherUnits, id);
}

/** Whether an id is that of a memory taken from outside, which is sampled where it can't be read. */
export function isLauncherMemory(id: string): boolean {
  return isLauncherMeasure(id) && launcherUnits[id] === 'bytes';
}

/** Whether a case's memory cap is a limit of this measure. */
export function isCapped(id: string): boolean {
  return id === 'peakTree';
}

/** The measures that another one is made from, by name; others than measures are left out. */
function partsOf({ id, source }: Measure, all: readonly Measure[]): Measure[] {
  const names = source.from === 'quotient' ? [source.of, source.by] : [];
  if (source.from === 'floor' && source.of !== undefined) names.push(source.of);
  return all.filter((one) => one.id !== id && names.includes(one.id));
}

/** Whether a measure, or one that it is made from, comes from there. */
function restsOn(
  measure: Measure,
  from: Measure['source']['from'],
  all: readonly Measure[],
): boolean {
  if (measure.source.from === from) return true;
  const others = all.filter((one) => one.id !== measure.id);
  return partsOf(measure, all).some((part) => restsOn(part, from, others));
}

/** Whether a measure is what remains above the floor, or is made from it. */
export function restsOnFloor(measure: Measure, all: readonly Measure[]): boolean {
  return restsOn(measure, 'floor', all);
}

/** Whether the program took the time itself, so that starting it isn't in it. */
export function isInside(measure: Measure, all: readonly Measure[]): boolean {
  return restsOn(measure, 'program', all);
}

/** Whether the floor is a bound of it: of the wall time, and of a time that the floor is taken off. */
export function hasFloor({ id }: Measure, all: readonly Measure[]): boolean {
  return id === 'wall' || all.some(({ source }) => source.from === 'floor' && source.of === id);
}

/** A remainder may be 0 or less: it has no ratio, and is compared as a difference. */
export function isRemainder({ source }: Measure): boolean {
  return source.from === 'floor';
}
