/** `content/<report>/published.yaml`: figures and comparative statements that others published, and how each is tested. */
import { existsSync } from 'node:fs';
import { z } from 'astro/zod';
import { manual } from '../engine.ts';
import { Problem } from '../scenario/problem.ts';
import { readText } from '../store/text.ts';
import { numbersIn, parseQuantity } from '../quantity/quantity.ts';
import { checkedValue, parseYaml } from './yaml.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');
const caseId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, 'use "scenario/case", for example "io/100"');
const measure = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const quantity = z.string().refine((text) => parseQuantity(text) !== undefined, {
  message: 'use a number with its unit, for example "3.2x", "~11 s", "20-50 MB" or "0.5%"',
});
const contestants = z.union([
  name.transform((one): [string, ...string[]] => [one]),
  z.tuple([name], name),
]);
/** One case, or the growth over a scenario's cases for each further one: `in` or `over`, never both. */
const inOrOver = { in: caseId.optional(), over: name.optional() };

/** How a figure is tested. The first of `compare` is the one that the figure speaks of. */
const testSchema = z.discriminatedUnion('as', [
  /** `figure` is the first over the second. */
  z.strictObject({
    as: z.literal('ratio'),
    in: caseId,
    compare: z.tuple([name, name]),
    on: measure,
  }),
  /** The first needs less, more, or the same as each of the others. */
  z.strictObject({
    as: z.enum(['less', 'more', 'same']),
    ...inOrOver,
    compare: z.tuple([name, name], name),
    on: measure,
  }),
  /** `figure` is the contestant's median, or its growth. */
  z.strictObject({ as: z.literal('value'), ...inOrOver, of: name, on: measure }),
  /** `figure` is the median as a percentage of a stated total. */
  z.strictObject({ as: z.literal('share'), in: caseId, of: name, on: measure, total: quantity }),
  /** All of them finished every run, or none of them finished any. */
  z.strictObject({ as: z.enum(['finished', 'did-not-finish']), in: caseId, of: contestants }),
  /** The median rises from the first case to the second. */
  z.strictObject({ as: z.literal('rises'), in: z.tuple([caseId, caseId]), of: name, on: measure }),
]);

const figureSchema = z
  .strictObject({
    /** Heading under which it stands in the published text. */
    section: z.string().min(1),
    /** Its own words, few of them. */
    quote: z.string().min(1).max(140),
    figure: quantity.optional(),
    /** Conditions that the published text states for it. */
    stated: z.string().optional(),
    test: testSchema.optional(),
    /** Why nothing can test it as it was stated. */
    untestable: z.string().optional(),
    /** Id of the figure that says the same: it is tested there, once. */
    repeats: name.optional(),
    /** Id of the figure that it contradicts. */
    contradicts: name.optional(),
    /** What differs between the stated conditions and those of the test. */
    differs: z.string().optional(),
    /** Why the figures differ, as far as it is known. */
    why: z.string().optional(),
  })
  .superRefine((figure, context) => {
    const complain = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    const ways = [figure.test, figure.untestable, figure.repeats, figure.contradicts].filter(
      (way) => way !== undefined,
    ).length;
    const isMeasuredContradiction =
      ways === 2 && figure.test !== undefined && figure.contradicts !== undefined;
    if (ways !== 1 && !isMeasuredContradiction)
      complain(
        'test',
        'say one of "test", "untestable", "repeats" and "contradicts" ("contradicts" may have a test too)',
      );
    const { test } = figure;
    const needsFigure = test !== undefined && ['ratio', 'value', 'share'].includes(test.as);
    if (needsFigure && figure.figure === undefined)
      complain('figure', `a test as "${test.as}" needs the figure that it tests`);
    if (test !== undefined && !hasOnePlace(test))
      complain('test', 'say where it is tested: "in" a case, or "over" the cases of a scenario');
    if (figure.figure !== undefined && !standsIn(figure.quote, figure.figure))
      complain('figure', `"${figure.figure}" doesn't stand in the quote "${figure.quote}"`);
  });

const fileSchema = z.strictObject({
  /** Title of the published text. */
  title: z.string().min(1),
  /** What it says, and leaves out, of how all its figures were made. */
  conditions: z.string().min(1),
  figures: z.record(name, figureSchema),
});

export type FigureTest = z.infer<typeof testSchema>;
export interface PublishedFigure extends z.infer<typeof figureSchema> {
  readonly id: string;
  /** Where it stands in its file. */
  readonly line: number;
}
export interface PublishedText {
  readonly title: string;
  readonly conditions: string;
  readonly figures: readonly PublishedFigure[];
}

/**
 * Reads published.yaml.
 *
 * @param name what messages call the file
 * @throws Problem (usage) with file, line and what to mend
 */
export function readPublished(file: string, name: string = file): PublishedText {
  if (!existsSync(file)) {
    throw new Problem(
      'usage',
      `${name} is missing. Write the published figures there, or take <Audit /> out of the document.`,
    );
  }
  return parsePublished(readText(file, name), name);
}

/** The same from a text. `file` is what errors call it. */
export function parsePublished(text: string, file: string): PublishedText {
  const yaml = parseYaml({ text, file });
  const whatNext = `${manual('docs/writing.md')} lists the fields.`;
  const { title, conditions, figures } = checkedValue(yaml, fileSchema, whatNext);
  const rows = Object.entries(figures).map(([id, figure]) => ({
    id,
    line: yaml.lineOf(['figures', id]),
    ...figure,
  }));
  for (const row of rows) {
    for (const field of ['contradicts', 'repeats'] as const) {
      const other = row[field];
      if (other === undefined || (other !== row.id && Object.hasOwn(figures, other))) continue;
      throw yaml.mistake(
        yaml.lineOf(['figures', row.id, field]),
        `"${row.id}" ${field} "${other}", which is no other figure of this file. Mend the id.`,
      );
    }
  }
  return { title, conditions, figures: rows };
}

function hasOnePlace(test: FigureTest): boolean {
  return 'over' in test ? test.in === undefined : test.in !== undefined;
}

/** Whether all numbers of a figure stand in the quote. */
function standsIn(quote: string, figure: string): boolean {
  const there = numbersIn(quote);
  return numbersIn(figure).every((number) => there.includes(number));
}
