/** Which cases of a session were measured with programs that have changed since. */
import type { Session } from '../../store/schema.ts';

export interface StaleCase {
  readonly caseId: string;
  /** Files of its contestants and its service that differ from what was measured, or are gone. */
  readonly files: readonly string[];
}

/**
 * Cases with a file that is not what was measured. Only files are compared: whether another
 * runtime version would be measured today can't be told on a machine that doesn't have it.
 *
 * @param hashNow sha256 of a file under runners/ as it is today; `undefined` where it is gone
 */
export function staleCases(
  session: Session,
  hashNow: (path: string) => string | undefined,
): StaleCase[] {
  return session.cases.flatMap((aCase) => {
    const measured = [...aCase.contestants.flatMap(({ files }) => files), ...(aCase.service ?? [])];
    const changed = measured.filter(({ path, sha256 }) => hashNow(path) !== sha256);
    const files = [...new Set(changed.map(({ path }) => path))];
    return files.length === 0 ? [] : [{ caseId: aCase.id, files }];
  });
}

/** "1 of 7 cases is stale". */
export function staleWords(stale: readonly StaleCase[], session: Session): string {
  const verb = stale.length === 1 ? 'is' : 'are';
  return `${stale.length} of ${session.cases.length} cases ${verb} stale`;
}
