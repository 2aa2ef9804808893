/**
 * The contract of `comparison.json`: what `npm run compare` found between a base and a head.
 *
 * It also comes from machines that nobody vouches for, so every name has a pattern, every text
 * and list a bound, and the values of each round travel along: whoever receives it can compute
 * the estimates and verdicts again (src/analyse/change.ts). Units are those of the measure.
 */
import { z } from 'astro/zod';
import { measureUnits } from '../quantity/units.ts';
import { COMMIT } from './commit.ts';
import {
  caseId,
  claimId,
  contestantId,
  LONGEST_NAME,
  measureId,
  reportId,
  sessionId,
} from './ids.ts';
import { outcomes } from './record-schema.ts';

export const COMPARISON_VERSION = 1;

/** Fewest and most counted rounds of a comparison: fewer have no 99% interval. */
export const FEWEST_ROUNDS = 8;
export const MOST_ROUNDS = 21;

/** Most characters of a sentence or reason. */
export const LONGEST_TEXT = 600;
/** Most rows, and most claims of a kind. */
export const MOST_ROWS = 500;

const commit = z.string().regex(COMMIT);
const name = z.string().min(1).max(LONGEST_NAME);
const text = z.string().max(LONGEST_TEXT);
const count = z.int().nonnegative();

/** A median with its interval, all ends finite: only series in which every run finished are compared. */
const estimateSchema = z.strictObject({
  point: z.number(),
  lower: z.number(),
  upper: z.number(),
  level: z.number().gt(0).lt(1),
  n: z.int().positive().max(MOST_ROUNDS),
});

/** One value a round, in the order of the rounds; the three lists are paired by position. */
const values = z.array(z.number().positive()).min(FEWEST_ROUNDS).max(MOST_ROUNDS);

/** One measure of a contestant in a case, before and after. */
const measuredSchema = z.strictObject({
  measure: z.strictObject({
    id: measureId,
    title: name,
    unit: z.enum(measureUnits),
    /** Step of a quantised measure, in its unit: widens the intervals of the ratios. */
    resolution: z.number().positive().optional(),
  }),
  /** `again` is the base a second time: the same bytes under another name. */
  rounds: z.strictObject({ base: values, again: values, head: values }),
  /** Medians, 95%. */
  base: estimateSchema,
  head: estimateSchema,
  /** head/base and again/base: median of the ratios of each round, 99%. */
  ratio: estimateSchema,
  control: estimateSchema,
  /** `change may not matter`: beyond the noise of the run, and open whether it reaches 3%. */
  verdict: z.enum(['changed', 'change may not matter', 'no change shown']),
  /** Whether head needs less or more than base; only where a change is shown. */
  direction: z.enum(['less', 'more']).optional(),
});
export type MeasuredChange = z.infer<typeof measuredSchema>;

const place = { case: caseId, contestant: contestantId };

/** A contestant of a case that a pull request touches. */
const changeSchema = z.discriminatedUnion('state', [
  /** The case's main measure first; beside a time the CPU time. */
  z.strictObject({
    ...place,
    state: z.literal('measured'),
    measures: z.array(measuredSchema).min(1).max(2),
  }),
  /** A run of base or head did not end well, so there is nothing to compare. */
  z.strictObject({
    ...place,
    state: z.literal('did not finish'),
    side: z.enum(['base', 'head']),
    outcome: z.enum(outcomes).exclude(['measured', 'unavailable']),
    finished: count.max(1000),
    attempted: count.max(1000),
    why: text,
  }),
  /** Parameters, answer check, service or measures changed: another quantity than before. */
  z.strictObject({ ...place, state: z.literal('needs a new reference'), why: text }),
  /** The runtime isn't here, or it did not fit in the budget. */
  z.strictObject({ ...place, state: z.literal('not measured here'), why: text }),
  z.strictObject({ ...place, state: z.literal('new') }),
  z.strictObject({ ...place, state: z.literal('removed') }),
]);
export type Change = z.infer<typeof changeSchema>;

const claimPlace = { report: reportId, id: claimId };

/** The sentence of a claim before and after; `null` where there was none, or is none any more. */
const changedClaimSchema = z.strictObject({
  ...claimPlace,
  before: text.nullable(),
  after: text.nullable(),
  /** How its verdict changed; `same`: only the numbers or the words did. */
  verdict: z.enum(['same', 'flipped', 'lost', 'gained']),
});
export type ChangedSentence = z.infer<typeof changedClaimSchema>;

const list = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ROWS);

export const comparisonSchema = z.strictObject({
  schema: z.literal(COMPARISON_VERSION),
  madeAt: z.iso.datetime(),
  base: z.strictObject({ commit }),
  /** `dirty`: the tree held changes that were not committed. */
  head: z.strictObject({ commit, dirty: z.boolean() }),
  /** Which parts of the project have files that differ. */
  touched: z.strictObject({
    /** Programs, scenarios, runtimes, services. */
    runners: z.boolean(),
    /** Committed sessions. */
    data: z.boolean(),
    /** Steelyard itself: head's measures and analyses both sides. */
    harness: z.boolean(),
  }),
  machine: z.strictObject({
    cpu: name,
    cores: z.int().positive().max(10_000),
    memoryGiB: z.number().positive().max(1e6),
    os: name,
  }),
  budgetS: z.number().positive().max(1e6),
  tookS: z.number().nonnegative().max(1e7),
  /** Invocations that the comparison rests on, warm-up included. */
  invocations: count.max(1e6),
  /** Repeats the comparison. */
  command: text,
  /** Estimates of the pinned sessions: how many head has, and how many of them base has too, equal to the digit. */
  numbers: z.strictObject({ all: count.max(1e7), identical: count.max(1e7) }),
  changes: list(changeSchema),
  claims: z.strictObject({
    changed: list(changedClaimSchema),
    /** Rest on programs or parameters that are no longer those of the pinned session. */
    stale: list(z.strictObject(claimPlace)),
    /** Asserted, held before, and no longer carried by the data. */
    lost: list(z.strictObject({ ...claimPlace, sentence: text, found: text })),
  }),
  /** Reports whose pinned data changed. */
  data: z
    .array(
      z.strictObject({
        report: reportId,
        from: sessionId.nullable(),
        to: sessionId.nullable(),
        /** Another content under the same name, which a sealed session never gets. */
        rewritten: z.boolean(),
        /** Head's claims, decided by the old data and by the new. */
        changed: list(changedClaimSchema),
      }),
    )
    .max(50),
});

/** What a pull request, or any head, changes against its base. */
export type BaseComparison = z.infer<typeof comparisonSchema>;
