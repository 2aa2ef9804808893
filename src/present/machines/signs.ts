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
export function replicatedSigns(found: Replicated): string {
  const { agree, contradict, further, open } = found;
  const count = agree.length + contradict.length + further.length + open.length;
  if (count >= MOST_SIGNS) return '';
  const signs = Array.from({ length: count }, (_, place) => {
    if (agree.includes(place)) return MACHINE_SIGNS.agrees;
    if (contradict.includes(place)) return MACHINE_SIGNS.contradicted;
    return further.includes(place) ? MACHINE_SIGNS[furtherKind(found)] : MACHINE_SIGNS.open;
  });
  return [MACHINE_SIGNS.reference, ...signs].join('');
}

/** Those that decide what the reference leaves open, and not alike, are opposites as others are. */
export function furtherKind({ isSplit }: Replicated): 'contradicted' | 'further' {
  return isSplit ? 'contradicted' : 'further';
}
