/** A sentence in pieces, so that a page can set names and numbers apart, and a terminal just joins them. */
import { pluralOf } from '../../quantity/plural.ts';
import type { Mark } from '../charts/types.ts';

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** The number that the sentence is about. */
  | { readonly kind: 'number'; readonly text: string }
  /** An interval, with its parentheses. */
  | { readonly kind: 'interval'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly mark: Mark };

/** A clause: it begins with a contestant's name and has no full stop. */
export type Clause = readonly Piece[];

export function words(text: string): Piece {
  return { kind: 'words', text };
}

export function number(text: string): Piece {
  return { kind: 'number', text };
}

/** The clause as plain text. */
export function textOf(clause: Clause): string {
  return clause.map(({ text }) => text).join('');
}

/** "a", "a and b", "a, b and c", each piece as it is. */
export function listed(pieces: readonly Piece[]): Piece[] {
  return listedWith(pieces, words);
}

/** The same for other parts of a sentence; `joint` makes a part of the words between. */
export function listedWith<T>(parts: readonly T[], joint: (text: string) => T): T[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [joint(index === parts.length - 1 ? ' and ' : ', '), part];
  });
}

/** "1 run", "12 runs". */
export function counted(count: string, noun: string): string {
  return count === '1' ? `1 ${noun}` : `${count} ${pluralOf(noun)}`;
}
