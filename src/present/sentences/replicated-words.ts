/** How a claim fares over several machines, in words. */
import type { Replicated } from '../../claims/replicated.ts';
import { formatCount } from '../format/value.ts';
import { counted, listedWith } from './pieces.ts';

/** More machines than this are counted, and not named. */
const MOST_NAMED = 3;

/** What the sessions are of: as many machines as there are sessions, or some of one kind. */
export type SessionNoun = 'machine' | 'session';

/**
 * "on each of 4 machines", "differs by machine: otherwise on machine 3", "on 3 of 4 machines, 1 can't decide it".
 *
 * @param noun "session" where some are of machines that can't be told apart
 */
export function replicatedWords(
  { state, agree, contradict, open }: Replicated,
  noun: SessionNoun,
): string {
  const all = 1 + agree.length + contradict.length + open.length;
  switch (state) {
    case 'each':
      return `${on(noun)} each of ${counted(formatCount(all), noun)}`;
    case 'deciding':
      return `${on(noun)} ${formatCount(1 + agree.length)} of ${counted(formatCount(all), noun)}; ${undecidedWords(open, noun)}`;
    case 'alone':
      return `${on(noun)} one ${noun} alone; ${undecidedWords(open, noun)}`;
    case 'differs': {
      const otherwise = `differs by ${noun}: otherwise ${on(noun)} ${named(contradict, noun)}`;
      return open.length === 0 ? otherwise : `${otherwise}; ${undecidedWords(open, noun)}`;
    }
    case 'undecided':
      return `the reference doesn't decide it`;
  }
}

/** "machine 3 can't decide it", "12 machines can't decide it". */
function undecidedWords(open: readonly number[], noun: SessionNoun): string {
  return `${named(open, noun)} can't decide it`;
}

/** "machine 3", "machines 3 and 5", "12 machines": by their numbers in the list of machines, in which the reference is the first. */
function named(places: readonly number[], noun: SessionNoun): string {
  if (places.length > MOST_NAMED) return counted(formatCount(places.length), noun);
  const numbers = places.map((place) => formatCount(place + 2));
  const list = listedWith(numbers, (text) => text).join('');
  return `${places.length === 1 ? noun : `${noun}s`} ${list}`;
}

const on = (noun: SessionNoun): string => (noun === 'machine' ? 'on' : 'in');
