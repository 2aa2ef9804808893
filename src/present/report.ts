/** What the front matter of a report says. Everything here is wording and order, never a measured number. */
import { z } from 'astro/zod';
import { assignLooks, type MarkCandidate } from './marks/assign.ts';
import { wordsSchema } from '../quantity/words.ts';
import type { Look, Mark, Slot } from './charts/types.ts';

const caseId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, 'use "scenario/case", for example "io/100"');

const reportContestantSchema = z.strictObject({
  id: z.string(),
  /** Shown in place of the id. */
  label: z.string().optional(),
  /** Colour and shape: the same on every page. Two of one slot and form get a number beside it. Absent: what is left. */
  slot: z.literal([1, 2, 3, 4, 5, 6]).optional(),
  /** Drawn hollow: a variant that shares its slot with another contestant. */
  hollow: z.boolean().default(false),
  /** What a worker is here, in a few words. */
  worker: z.string().optional(),
});

/** A measure; or two, where it depends on how something is counted: who is ahead has to be so by both. */
const measures = z.union([z.string(), z.tuple([z.string(), z.string()])]);

const verdictRowSchema = z.strictObject({
  case: caseId,
  measure: measures,
  /** What the measure is called in the row, for example "time". */
  as: z.string(),
  /** Section whose entry in the contents shows the outcome. */
  section: z.string(),
});

/** A use case of the sentence under the title, told by the verdicts of all measured sizes of a scenario, or of these cases. */
const answerTopicSchema = z
  .strictObject({
    /** Goes after "is ahead" as well as before "it is ahead": "while workers wait". */
    words: z.string().min(1),
    over: z.strictObject({ scenario: z.string().min(1), measure: measures }).optional(),
    rows: z.array(z.strictObject({ case: caseId, measure: measures })).default([]),
  })
  .refine(({ over, rows }) => over !== undefined || rows.length > 0, {
    message: 'say "over" (a scenario, told size by size) or "rows" (cases)',
  });
export type AnswerTopic = z.infer<typeof answerTopicSchema>;

/** A kind of work of the table "which to use when": all sizes of a scenario, or one case. */
const whichSchema = z
  .strictObject({
    /** In the imperative: "Wait for a server". */
    words: z.string().min(1),
    scenario: z.string().min(1).optional(),
    case: caseId.optional(),
    /** Absent where it isn't a question of this work. */
    time: measures.optional(),
    memory: measures.optional(),
  })
  .refine((choice) => (choice.scenario === undefined) !== (choice.case === undefined), {
    message: 'say one of "scenario" (a row a size) and "case"',
  });
export type WhichChoice = z.infer<typeof whichSchema>;

export const reportSchema = z
  .strictObject({
    title: z.string().min(1),
    /** What the report is about; the findings are told by `answer`. */
    description: z.string().min(1),
    /** Topics of the generated sentence under the title; without them the description stands there. */
    answer: z.array(answerTopicSchema).default([]),
    /** Rows of the table "which to use when". */
    which: z.array(whichSchema).default([]),
    /** Runtime on whose side of the beam "ahead" is read from; absent: no side is, and contestants are ranked. */
    subject: z.string().optional(),
    /** What the other side of the beam is called: there where the subject is. */
    others: z.string().optional(),
    /** The accepted session that the report renders from. */
    session: z.string().optional(),
    /** Sessions of other machines and other days that its claims are held against. */
    replications: z
      .array(z.string())
      .refine(
        (all) => new Set(all).size === all.length,
        'a session stands here twice: it counts once',
      )
      .default([]),
    contestants: z.array(reportContestantSchema).min(1),
    /** Cases of the report, in page order, with their titles. */
    cases: z.record(caseId, z.strictObject({ title: z.string().min(1) })),
    /** Titles and words of measures, where the report has others than the scenario: they need no new measuring. */
    measures: z
      .record(
        z.string(),
        z.strictObject({
          title: z.string().min(1).optional(),
          words: wordsSchema.partial().optional(),
        }),
      )
      .default({}),
    /** Rows of the verdict table. */
    verdicts: z.array(verdictRowSchema).default([]),
  })
  .superRefine(({ session, replications }, context) => {
    if (session === undefined || !replications.includes(session)) return;
    context.addIssue({
      code: 'custom',
      path: ['replications'],
      message: `"${session}" is the reference: it is held against the others, and not against itself`,
    });
  })
  .superRefine(({ subject, others }, context) => {
    if ((subject === undefined) === (others === undefined)) return;
    const [there, missing] = subject === undefined ? ['others', 'subject'] : ['subject', 'others'];
    context.addIssue({
      code: 'custom',
      path: [there],
      message: `"${there}" stands there without "${missing}": name both sides, or none to have the contestants ranked`,
    });
  });

type ReportFrontMatter = z.infer<typeof reportSchema>;
export type VerdictRowChoice = z.infer<typeof verdictRowSchema>;

export interface Report extends ReportFrontMatter {
  /** Folder under content/. */
  readonly id: string;
  /** How each contestant looks, once it is known who was measured; until then as the front matter says. */
  readonly looks?: ReadonlyMap<string, Look>;
}

const RESERVE: Slot = 6;

/** The report with a look of its own for each contestant, those included that the front matter doesn't name. */
export function withLooks(report: Report, measured: readonly MarkCandidate[]): Report {
  return { ...report, looks: assignLooks(report.contestants, measured) };
}

/** Mark of a contestant; one that was measured nowhere in the document gets the reserve slot. */
export function markOf(report: Report, contestant: string): Mark {
  const entry = report.contestants.find((one) => one.id === contestant);
  const look = report.looks?.get(contestant);
  const { slot = RESERVE, hollow } = look ?? entry ?? {};
  const number = look?.number;
  return {
    contestant,
    label: entry?.label ?? contestant,
    slot,
    ...(hollow === true && { hollow }),
    ...(number !== undefined && { number }),
  };
}

/** What contestants of the report are called. */
export function labelsOf(report: Report): (contestant: string) => string {
  return (contestant) => markOf(report, contestant).label;
}

/** Sorts contestants into the front matter's order; unknown ones come last. */
export function inReportOrder<T extends { readonly id: string }>(
  report: Report,
  contestants: readonly T[],
): T[] {
  const place = (id: string): number => {
    const index = report.contestants.findIndex((one) => one.id === id);
    return index === -1 ? report.contestants.length : index;
  };
  return [...contestants].sort((a, b) => place(a.id) - place(b.id));
}
