/** How a claim fares over several machines, in words. */
import type { Replicated } from '../../claims/replicated.ts';
import { formatCount } from '../format/value.ts';
import { counted, listedWith } from './pieces.ts';

/** More machines than this are counted, and not named. */
const MOST_NAMED = 3;

/** What the sessions are of: as many machines as there are sessions, or some of one kind. */
export type SessionNoun = 'machine' | 'session';

/**
 * "on each of 4 machines", "differs by machine: otherwise on machine 3", "on 2 of 4 machines; machine 3 says more; machine 4
 * can't decide it".
 *
 * @param noun "session" where some are of machines that can't be told apart
 */
export function replicatedWords(found: Replicated, noun: SessionNoun): string {
  const { state, agree, contradict, further, open, split, isDecided } = found;
  const all = 1 + [agree, contradict, further, open, split].flat().length;
  const rest = [
    ...otherWords(found.ofOthers, noun),
    ...splitWords(split, noun),
    ...furtherWords(found, noun),
    ...openWords(open, noun),
  ];
  const reference = isDecided ? [] : ["the reference doesn't decide it"];
  switch (state) {
    case 'each':
      return [`${on(noun)} each of ${counted(formatCount(all), noun)}`, ...rest].join('; ');
    case 'deciding':
    case 'further':
    case 'alone': {
      const same =
        agree.length === 0
          ? `one ${noun} alone`
          : `${formatCount(1 + agree.length)} of ${counted(formatCount(all), noun)}`;
      return [`${on(noun)} ${same}`, ...rest].join('; ');
    }
    case 'differs': {
      const otherwise =
        contradict.length === 0 ? [] : [`otherwise ${on(noun)} ${named(contradict, noun)}`];
      return `differs by ${noun}: ${[...otherwise, ...rest, ...reference].join('; ')}`;
    }
    case 'undecided':
      return [...reference, ...rest].join('; ');
  }
}

/** "of other contestants on machine 3"; nothing where all tell of the same. */
function otherWords(ofOthers: readonly number[], noun: SessionNoun): string[] {
  return ofOthers.length === 0 ? [] : [`of other contestants ${on(noun)} ${named(ofOthers, noun)}`];
}

/** "machines 3 and 4 decide it, and not alike"; nothing where none does. */
function splitWords(split: readonly number[], noun: SessionNoun): string[] {
  return split.length === 0 ? [] : [`${named(split, noun)} decide it, and not alike`];
}

/** "machine 3 says more", "machines 3 and 4 say more"; nothing where none does. */
function furtherWords({ further, isDecided }: Replicated, noun: SessionNoun): string[] {
  if (further.length === 0) return [];
  const [one, several] = isDecided ? ['says more', 'say more'] : ['does', 'do'];
  return [`${named(further, noun)} ${further.length === 1 ? one : several}`];
}

/** "machine 3 can't decide it", "12 machines can't decide it"; nothing where all can. */
function openWords(open: readonly number[], noun: SessionNoun): string[] {
  return open.length === 0 ? [] : [`${named(open, noun)} can't decide it`];
}

/** "machine 3", "machines 3 and 5", "12 machines": by their numbers in the list of machines, in which the reference is the first. */
function named(places: readonly number[], noun: SessionNoun): string {
  if (places.length > MOST_NAMED) return counted(formatCount(places.length), noun);
  const numbers = places.map((place) => formatCount(place + 2));
  const list = listedWith(numbers, (text) => text).join('');
  return `${places.length === 1 ? noun : `${noun}s`} ${list}`;
}

/** On a machine, in a session. */
export const on = (noun: SessionNoun): string => (noun === 'machine' ? 'on' : 'in');
