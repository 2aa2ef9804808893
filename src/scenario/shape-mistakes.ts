/** What is wrong with the shape of an object that a file exports, in words: each mistake once, with its place. */
import { z } from 'astro/zod';
import { nearest } from './nearest.ts';

/** A rule that wasn't kept, and where. */
interface Mistake {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/**
 * Reads a value by a schema.
 *
 * @returns what was read; or `mistakes`, a line each with a line that says where
 */
export function readShape<One>(
  schema: z.ZodType<One>,
  value: unknown,
): { readonly value: One } | { readonly mistakes: string } {
  const { data, error } = schema.safeParse(value, { error: wordIssue });
  if (error === undefined) return { value: data };
  const places = new Map<string, Mistake[]>();
  for (const mistake of error.issues.flatMap(mistakesOf)) {
    const { message, path } = mistake;
    // What several cases or contestants have wrong alike is one mistake.
    const kind = JSON.stringify([message, path.map((part) => (isIndex(part) ? 0 : String(part)))]);
    places.set(kind, [...(places.get(kind) ?? []), mistake]);
  }
  return { mistakes: [...places.values()].map(told).join('\n') };
}

function told([first, ...others]: readonly Mistake[]): string {
  const { message = '', path = [] } = first ?? {};
  const also = others.length === 0 ? '' : `, and in ${others.length} more`;
  return `✖ ${message}${path.length === 0 ? '' : `\n  → at ${z.core.toDotPath([...path])}`}${also}`;
}

const isIndex = (part: PropertyKey): boolean => typeof part === 'number';

/** Words for what a schema says badly; undefined: as it says it. */
function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsOf(issue.inst);
      return issue.keys.map((key) => `there is no field ${guessed(key, known)}`).join('; ');
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      return `there is no ${guessed(String(issue.input), known)}; known are: ${known.join(', ')}`;
    }
    case 'invalid_type':
      return `expected ${issue.expected}, found ${kindOf(issue.input)}`;
    default:
      return undefined;
  }
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Number.isNaN(value)) return 'NaN';
  return Array.isArray(value) ? 'array' : typeof value;
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** "timeOutS": did you mean "timeoutS"? */
function guessed(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `"${name}"` : `"${name}": did you mean "${near}"?`;
}

/** The mistakes of an issue. Of several shapes that something may have, those of the one that it comes nearest to. */
function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const shapes = issue.errors.map((issues) => issues.flatMap(mistakesOf));
  const weights = issue.errors.map(weigh);
  const least = Math.min(...weights);
  if (least >= WRONG_KIND) {
    const kinds = [...new Set(issue.errors.flatMap(kindsIn))];
    return [{ message: `expected ${kinds.join(' or ')}`, path: issue.path }];
  }
  const nearestShape = shapes[weights.indexOf(least)] ?? [];
  return nearestShape.map(({ message, path }) => ({ message, path: [...issue.path, ...path] }));
}

/** What would have been right, of something that is of no right kind. */
function kindsIn(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'invalid_union') return issue.errors.flatMap(kindsIn);
    return issue.code === 'invalid_type' ? [issue.expected] : [];
  });
}

/** A text where an object has to stand: it was never meant so. */
const WRONG_KIND = 1000;

/** How far from a shape something is: fields that are too many or missing weigh more than a wrong value. */
function weigh(issues: readonly z.core.$ZodIssue[]): number {
  const weights = issues.map((issue) => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return issue.path.length === 0 ? Math.min(...issue.errors.map(weigh)) : 1;
    if (issue.code === 'unrecognized_keys') return 2 * issue.keys.length;
    if (issue.code !== 'invalid_type') return 1;
    if (issue.path.length === 0) return WRONG_KIND;
    return issue.message.endsWith('found nothing') ? 2 : 1;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}
