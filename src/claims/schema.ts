/**
 * What `content/<report>/claims.yaml` may say: comparative statements, each bound to cases and
 * decided by verdicts. A claim with `expect` is asserted: the reference has to carry it. Without,
 * the wording follows the data.
 */
import { z } from 'astro/zod';
import { verdictWords } from './verdict-words.ts';

const caseId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/,
    'name a case as "scenario/parameters", for example io/100',
  );
const field = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'name a measure in camelCase, for example peakTree');
const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, for example io-tls');

/** A contestant, or `best of <runtime>`: its variant with the smallest median, by rule. */
const side = z
  .string()
  .regex(/^(best of )?[a-z][a-z0-9-]*$/, 'name a contestant, or "best of" and a runtime');
const sides = z.tuple([side, side]);

/** `less` and `more` hold whether it is shown that the difference matters, or open. */
const verdictWord = z.enum(verdictWords);

/** A measure; or two, where it depends on how something is counted: both have to say the same. */
const measures = z.union([field, z.tuple([field, field])]);

/** `a` needs less or more than `b`. A ratio or a difference, as the scenario says what matters. */
const compareSchema = z.strictObject({
  in: caseId,
  compare: sides,
  on: measures,
  expect: z.enum([...verdictWords, 'depends']).optional(),
});

/** Whether a contestant finishes a case. */
const finishSchema = z.strictObject({
  in: caseId,
  of: name,
  expect: z.enum(['finished', 'finished-some', 'did-not-finish']).optional(),
});

/** Two measured sizes that the author speaks of; they have to lie inside the measured range. */
const between = z.tuple([z.int().positive(), z.int().positive()]);

/** What one further unit of the scale costs `a` against `b`. */
const growthSchema = z.strictObject({
  over: name,
  per: z.string().min(1),
  compare: z.tuple([name, name]),
  on: field,
  between: between.optional(),
  expect: verdictWord.optional(),
});

/** What one further unit of the scale costs a contestant. */
const slopeSchema = z.strictObject({
  over: name,
  per: z.string().min(1),
  of: name,
  on: field,
  between: between.optional(),
  expect: z.enum(['grows', 'shrinks', 'no-growth-shown']).optional(),
});

/** Who needs least: of all, or of a runtime's variants. A list of several is a tie group. */
const bestSchema = z.strictObject({
  in: caseId,
  best: measures,
  of: name.optional(),
  expect: z.array(name).min(1).optional(),
});

/** Which runtime is ahead in a use case, each with its best variant. `<Strengths>` gathers these. */
const winnerSchema = z.strictObject({
  in: caseId,
  winner: measures,
  expect: z.array(name).min(1).optional(),
});

/** What a contestant needs: no comparison, a number for a sentence. */
const valueSchema = z.strictObject({ in: caseId, of: name, value: field });

export const claimSchemas = {
  compare: compareSchema,
  finish: finishSchema,
  growth: growthSchema,
  slope: slopeSchema,
  best: bestSchema,
  winner: winnerSchema,
  value: valueSchema,
} as const;
export type ClaimKind = keyof typeof claimSchemas;

type Said<K extends ClaimKind> = { readonly kind: K } & Readonly<z.infer<(typeof claimSchemas)[K]>>;

/** A claim with the place where it stands. */
type ClaimOf<K extends ClaimKind> = Said<K> & {
  readonly id: string;
  /** As it is to be shown: `content/<report>/claims.yaml`. */
  readonly file: string;
  readonly line: number;
};
export type Claim = { [K in ClaimKind]: ClaimOf<K> }[ClaimKind];

/** A claim by one measure. */
export type SingleClaimOf<K extends ClaimKind> = Omit<ClaimOf<K>, 'on' | 'best' | 'winner'> & {
  [Field in keyof ClaimOf<K> & ('on' | 'best' | 'winner')]: string;
} & {
  /** Of a claim by two measures: the one that chooses which variants stand for their runtimes; absent: its own. */
  readonly chosenBy?: string;
};
export type SingleClaim = { [K in ClaimKind]: SingleClaimOf<K> }[ClaimKind];

export const claimIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');

/** The whole file, for editors. */
const claimsFileSchema = z.record(claimIdSchema, z.union(Object.values(claimSchemas)));

/** JSON Schema of claims.yaml; published beside the reports for editors. */
export function claimsJsonSchema(): unknown {
  return { ...z.toJSONSchema(claimsFileSchema), title: 'Claims of a report: claims.yaml' };
}

/** Which kind a claim is of: told by its fields. `undefined` if none fits. */
export function kindOf(fields: Readonly<Record<string, unknown>>): ClaimKind | undefined {
  if ('winner' in fields) return 'winner';
  if ('best' in fields) return 'best';
  if ('value' in fields) return 'value';
  if ('over' in fields) return 'compare' in fields ? 'growth' : 'slope';
  if ('compare' in fields) return 'compare';
  return 'of' in fields ? 'finish' : undefined;
}

/** The runtime of a side such as "best of engine"; `undefined` for a contestant. */
export function runtimeOfSide(side: string): string | undefined {
  return side.startsWith('best of ') ? side.slice('best of '.length) : undefined;
}
