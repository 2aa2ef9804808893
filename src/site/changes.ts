/** What changed in a document since what came before it: its sentences and its numbers. */
import { verdictChange } from '../claims/changes.ts';
import type { DecidedClaim } from '../claims/decided.ts';
import type { DocumentView } from '../present/document.ts';
import { changedNumbers, type ChangedNumber } from '../present/changed-numbers.ts';
import { claimClause } from '../present/sentences/claim-clause.ts';
import { textOf } from '../present/sentences/pieces.ts';
import { wordingFor } from '../present/sentences/wording.ts';
import { beforeOf, type Before } from './before.ts';
import { claimsOf } from './claims.ts';
import { findPlaces, type Roots } from '../places.ts';

export interface ChangedSentence {
  readonly id: string;
  /**
   * - `flipped`, `lost`, `gained`: another verdict, see `verdictChange`
   * - `reworded`: the same verdict, with another number or other words
   * - `new`, `removed`: a claim that only one of the two has
   */
  readonly kind: 'flipped' | 'lost' | 'gained' | 'reworded' | 'new' | 'removed';
  /** Absent for a new claim. */
  readonly before?: string;
  /** Absent for a removed one. */
  readonly after?: string;
}

export interface Changes {
  readonly before: Before;
  readonly sentences: readonly ChangedSentence[];
  readonly numbers: readonly ChangedNumber[];
}

/** The kinds of change as a reader sees them. */
export const changeMarks: Readonly<Record<ChangedSentence['kind'], string>> = {
  flipped: '⇄ flipped',
  lost: 'support lost',
  gained: 'now decided',
  reworded: 'changed',
  new: 'new',
  removed: 'removed',
};

/** All changes of a document; `undefined` where nothing came before it. */
export function changesOf(view: DocumentView, where: Roots = findPlaces()): Changes | undefined {
  const before = beforeOf(view, where);
  if (before === undefined) return undefined;
  const now = claimsOf(view, where).decided;
  const then = claimsOf(before.view, before.roots).decided;
  const kept = [...now.keys()].flatMap((id) => sentenceChange(view, id, 'whole', where) ?? []);
  const removed = [...then].flatMap(([id, one]): ChangedSentence[] =>
    now.has(id) ? [] : [{ id, kind: 'removed', before: said(one, before.view) }],
  );
  return {
    before,
    sentences: [...kept, ...removed],
    numbers: changedNumbers(before.view, view),
  };
}

/** How one sentence changed; between sessions only where its verdict did, since every number differs. */
export function sentenceChange(
  view: DocumentView,
  id: string,
  form: 'whole' | 'short',
  where: Roots = findPlaces(),
): ChangedSentence | undefined {
  const before = beforeOf(view, where);
  const now = claimsOf(view, where).decided.get(id);
  if (before === undefined || now === undefined) return undefined;
  const then = claimsOf(before.view, before.roots).decided.get(id);
  const after = said(now, view, form);
  if (then === undefined) return before.kind === 'base' ? { id, kind: 'new', after } : undefined;
  const old = said(then, before.view, form);
  const change = verdictChange(then, now);
  if (change !== undefined) return { id, kind: change, before: old, after };
  const isReworded = before.kind === 'base' && old !== after;
  return isReworded ? { id, kind: 'reworded', before: old, after } : undefined;
}

const numbers = new WeakMap<DocumentView, readonly ChangedNumber[]>();

/** What a median was in the base of a pull request; `undefined` where it is the same, or there is no base. */
export function oldNumber(
  view: DocumentView,
  caseId: string,
  contestant: string,
  measure: string,
): string | undefined {
  const before = beforeOf(view);
  if (before?.kind !== 'base') return undefined;
  const all = numbers.get(view) ?? changedNumbers(before.view, view);
  numbers.set(view, all);
  return all.find(
    (one) =>
      one.caseId === caseId && one.mark.contestant === contestant && one.measure.id === measure,
  )?.before;
}

function said(
  decided: DecidedClaim,
  view: DocumentView,
  form: 'whole' | 'short' = 'whole',
): string {
  return textOf(claimClause(decided, wordingFor(view, form)));
}
