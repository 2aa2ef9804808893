/** The sessions that a report pins, written into its front matter; all other bytes stay as they are. */
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../scenario/problem.ts';
import { fieldsOf, withList, withValue } from './yaml-fields.ts';

/**
 * The text with the reference that it renders from.
 *
 * @throws Problem (usage) where the field is written in a way in which it can't be changed
 */
export function withReference(text: string, session: string): string {
  return changed(text, { session }, (yaml) => withValue(yaml, 'session', session));
}

/**
 * The text with the replications that its claims are held against: those that stay keep their place, new ones come last.
 *
 * @throws Problem (usage) where the list is written in a way in which it can't be changed
 */
export function withReplications(text: string, replications: readonly string[]): string {
  return changed(text, { replications }, (yaml) => withList(yaml, 'replications', replications));
}

/** The session that the front matter pins. */
export function referenceIn(text: string): string | undefined {
  const { session } = fieldsOf(partsOf(text).yaml);
  return typeof session === 'string' ? session : undefined;
}

/**
 * @param pins what the changed field has to say in the end: whatever an author's YAML looks like, nothing but that is written
 */
function changed(text: string, pins: object, change: (yaml: string) => string): string {
  const { before, yaml, after } = partsOf(text);
  const written = change(yaml);
  const none = { replications: [] };
  const wanted = { ...none, ...fieldsOf(yaml), ...pins };
  if (isDeepStrictEqual({ ...none, ...fieldsOf(written) }, wanted)) return before + written + after;
  throw new Problem(
    'usage',
    `The front matter is written in a way in which Steelyard can't pin a session. Write it there yourself: ${JSON.stringify(pins)}`,
  );
}

/** The text around the lines that stand between the two rules at its top, and these. */
function partsOf(text: string): { before: string; yaml: string; after: string } {
  const [before = ''] = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(text) ?? [];
  const rest = text.slice(before.length);
  const end = /^---/m.exec(rest)?.index ?? 0;
  return { before, yaml: rest.slice(0, end), after: rest.slice(end) };
}
