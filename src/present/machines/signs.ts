/** One sign a machine, the reference first, so that agreement is seen at a glance. The words stand beside them. */
import type { Replicated } from '../../claims/replicated.ts';

/** Of more machines the words alone are shown. */
const MOST_SIGNS = 12;

export const MACHINE_SIGNS = {
  agrees: '●',
  contradicted: '≠',
  further: '+',
  open: '○',
} as const;

/** What each sign says, for those who don't see it. */
export const SIGN_WORDS = {
  agrees: 'says it',
  contradicted: 'says the opposite',
  further: 'decides what the reference leaves open',
  open: 'can’t decide it',
} as const;

export type MachineSign = keyof typeof SIGN_WORDS;

/** Below the signs; a session that shows no difference agrees with a reference that shows none. */
export const SIGN_LEGEND =
  `${MACHINE_SIGNS.agrees} says it, in its own words where it says it of other contestants; ${MACHINE_SIGNS.contradicted} says the opposite, ` +
  `of the reference or of another; ${MACHINE_SIGNS.further} decides what the reference leaves open; ${MACHINE_SIGNS.open} can’t ` +
  'decide it: it lacks the case, or shows no difference where the reference does.';

/** What one of the further sessions does. */
export function signOf(found: Replicated, place: number): MachineSign {
  if (found.agree.includes(place)) return 'agrees';
  if (found.contradict.includes(place) || found.split.includes(place)) return 'contradicted';
  return found.further.includes(place) ? 'further' : 'open';
}

/** "●●○≠"; empty for many machines. */
export function replicatedSigns(found: Replicated): string {
  const { agree, contradict, further, open, split } = found;
  const count = [agree, contradict, further, open, split].flat().length;
  if (count >= MOST_SIGNS) return '';
  const signs = Array.from({ length: count }, (_, place) => MACHINE_SIGNS[signOf(found, place)]);
  return [found.isDecided ? MACHINE_SIGNS.agrees : MACHINE_SIGNS.open, ...signs].join('');
}
