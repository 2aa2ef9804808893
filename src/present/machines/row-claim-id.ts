import type { VerdictRowChoice } from '../report.ts';

/** Name of what a row says; of a ranking, of what it says of one contestant against the first. */
export function rowClaimId({ case: id, measure }: VerdictRowChoice, contestant?: string): string {
  return ['row', id, ...[measure].flat(), contestant].filter(Boolean).join(' ');
}

/** No claim of an author has a space in its id. */
export const isOfRow = (id: string): boolean => id.includes(' ');
