/** One sign a machine, the reference first, so that agreement is seen at a glance. The words stand beside them. */
import type { Replicated } from '../../claims/replicated.ts';

/** Of more machines the words alone are shown. */
const MOST_SIGNS = 12;

export const MACHINE_SIGNS = {
  reference: '●',
  agrees: '●',
  contradicted: '≠',
  further: '+',
  open: '○',
} as const;

/** "●●○≠"; empty for many machines. */
export function replicatedSigns({ agree, contradict, further, open }: Replicated): string {
  const count = agree.length + contradict.length + further.length + open.length;
  if (count >= MOST_SIGNS) return '';
  const signs = Array.from({ length: count }, (_, place) => {
    if (agree.includes(place)) return MACHINE_SIGNS.agrees;
    if (contradict.includes(place)) return MACHINE_SIGNS.contradicted;
    return further.includes(place) ? MACHINE_SIGNS.further : MACHINE_SIGNS.open;
  });
  return [MACHINE_SIGNS.reference, ...signs].join('');
}
