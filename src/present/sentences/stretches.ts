/** Neighbouring sizes that end alike, in words. */
import { pluralOf } from '../../quantity/plural.ts';
import { formatCount } from '../format/value.ts';

export interface Stretch<T> {
  readonly members: readonly T[];
  /** "up to 500 workers", "with 1000", "from 2000 on"; the first one names what is counted. */
  readonly where: string;
}

/**
 * @param sized by rising size
 * @param keyOf what neighbours have to share
 * @param noun of a size, in the singular
 */
export function stretchesOf<T extends { readonly size: number }>(
  sized: readonly T[],
  keyOf: (one: T) => string,
  noun: string,
): Stretch<T>[] {
  const groups = sized.reduce<T[][]>((all, one) => {
    const last = all.at(-1);
    if (last !== undefined && keyOf(last[0]!) === keyOf(one)) last.push(one);
    else all.push([one]);
    return all;
  }, []);
  return groups.map((members, index) => {
    const [first, last] = [members[0]!, members.at(-1)!];
    const isOne = members.length === 1 && first.size === 1;
    const counted = index === 0 ? ` ${isOne ? noun : pluralOf(noun)}` : '';
    const [from, to] = [formatCount(first.size), formatCount(last.size)];
    const isLast = index === groups.length - 1;
    const range =
      index === 0 ? `up to ${to}` : isLast ? `from ${from} on` : `from ${from} to ${to}`;
    return { members, where: members.length === 1 ? `with ${from}${counted}` : range + counted };
  });
}
