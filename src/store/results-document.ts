/** What `results --json` prints: the results of cases, for programs. Values are in the measure's own unit. */
import { z } from 'astro/zod';
import { mattersSchema } from '../quantity/matters.ts';
import { measureUnits } from '../quantity/units.ts';
import { caseId, contestantId, measureId, scenarioId, sessionId } from './ids.ts';

export const RESULTS_SCHEMA = 'results.schema.json';
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * How a contestant stands by a measure.
 *
 * - `best`: ahead of all others; `tied`: the leader and whom it is not shown to be ahead of
 * - `behind`: the leader is ahead by what matters; `behind-may-not-matter`: whether that matters is open
 * - `not-decided`: compared with the leader without a verdict, or the leader where nobody is best
 * - `not-compared`: shown only
 * - `did-not-finish`: no run; `not-run`: never started
 */
const standingState = z.enum([
  'best',
  'tied',
  'behind',
  'behind-may-not-matter',
  'not-decided',
  'not-compared',
  'did-not-finish',
  'not-run',
]);
export type StandingState = z.infer<typeof standingState>;

/** A median with its interval; null: beyond every finished run. */
const estimate = z.strictObject({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Coverage of the interval. */
  level: z.number(),
  n: count,
});
export type ResultEstimate = z.infer<typeof estimate>;

const standing = z.strictObject({
  contestant: contestantId,
  standing: standingState,
  /** Of the comparison with the leader, this contestant's side. */
  verdict: z.enum(['less', 'more', 'same', 'no difference shown', 'not decided']).optional(),
  /** Of `less` and `more`: whether it is shown to matter. */
  matters: z.enum(['shown', 'open']).optional(),
  /** Absent where no run finished with a value. */
  median: estimate.optional(),
  /** This contestant against the leader; absent where there is none. */
  ratio: estimate.optional(),
  difference: estimate.optional(),
  /** Why it is not decided. */
  reason: z.string().optional(),
});

const measure = z.strictObject({
  measure: measureId,
  title: z.string(),
  unit: z.enum(measureUnits),
  better: z.enum(['less', 'more', 'neither']),
  /** The case's main measure. */
  main: z.boolean(),
  matters: mattersSchema.optional(),
  /** Against whom the others are held; absent where nothing is compared. */
  leader: contestantId.optional(),
  /** The tie group, best median first; absent where nobody is best. */
  best: z.array(contestantId).optional(),
  whyNobodyIsBest: z.string().optional(),
  /** The better median first; who has none last. */
  standings: z.array(standing),
});

const contestant = z.strictObject({
  contestant: contestantId,
  runtime: z.string(),
  key: sha256,
  attempted: count,
  finished: count,
  /** Counted records by outcome. */
  outcomes: z.record(z.string(), count),
  reasons: z.array(z.string()),
  flags: z.array(
    z.strictObject({
      kind: z.string(),
      measure: measureId.optional(),
      rounds: z.array(count),
      value: z.number().optional(),
    }),
  ),
});

export const resultsDocumentSchema = z.strictObject({
  schema: z.literal(1),
  cases: z.array(
    z.strictObject({
      case: caseId,
      scenario: scenarioId,
      parameters: z.record(z.string(), z.union([z.number(), z.string()])),
      session: sessionId,
      profile: z.enum(['smoke', 'quick', 'full']),
      startedAt: z.iso.datetime(),
      /** Whole, or "unknown". */
      commit: z.string(),
      /** Whether the tree held changes that were not committed. */
      dirty: z.boolean(),
      rounds: count,
      contestants: z.array(contestant),
      measures: z.array(measure),
    }),
  ),
});
export type ResultsDocument = z.infer<typeof resultsDocumentSchema>;
