/** One sign a machine, the reference first, so that agreement is seen at a glance. The words stand beside them. */
import type { Replicated } from '../../claims/replicated.ts';

/** Of more machines the words alone are shown. */
const MOST_SIGNS = 12;

export const MACHINE_SIGNS = {
  reference: '●',
  agrees: '●',
  contradicted: '≠',
  open: '○',
} as const;

/** "●●○≠"; empty for many machines. */
export function replicatedSigns({ agree, contradict, open }: Replicated): string {
  const count = agree.length + contradict.length + open.length;
  if (count >= MOST_SIGNS) return '';
  const signs = Array.from({ length: count }, (_, place) => {
    if (agree.includes(place)) return MACHINE_SIGNS.agrees;
    return contradict.includes(place) ? MACHINE_SIGNS.contradicted : MACHINE_SIGNS.open;
  });
  return [MACHINE_SIGNS.reference, ...signs].join('');
}
