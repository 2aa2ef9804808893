import type { InvocationRecord } from './record-schema.ts';
import type { Session } from './schema.ts';

/**
 * What keeps the records from being a whole session: an invocation that stands there twice or
 * belongs to no case, a contestant without all its rounds.
 *
 * @returns a sentence about the first lack that is found; undefined when the session is whole
 */
export function findLack(
  session: Session,
  records: readonly InvocationRecord[],
): string | undefined {
  const results = records.filter(({ outcome }) => outcome !== 'no-result');
  return strayRecord(session, results) ?? missingRound(session, results);
}

function strayRecord(session: Session, records: readonly InvocationRecord[]): string | undefined {
  const contestants = new Set(
    session.cases.flatMap((aCase) => aCase.contestants.map(({ id }) => `${id} in ${aCase.id}`)),
  );
  const seen = new Set<string>();
  for (const record of records) {
    const contestant = contestantOf(record);
    if (!contestants.has(contestant))
      return `there is a record of ${contestant}, which was not planned`;
    const invocation = `round ${record.round} of ${contestant}`;
    if (seen.has(invocation)) return `${invocation} stands there twice`;
    seen.add(invocation);
  }
  return undefined;
}

function missingRound(session: Session, records: readonly InvocationRecord[]): string | undefined {
  const rounds = Map.groupBy(
    records.filter(({ round }) => round > 0),
    contestantOf,
  );
  for (const aCase of session.cases) {
    for (const { id, once } of aCase.contestants) {
      const own = rounds.get(`${id} in ${aCase.id}`) ?? [];
      // One record says that a contestant isn't here: it has no other rounds.
      const needed = once || own[0]?.outcome === 'unavailable' ? 1 : aCase.rounds;
      if (own.length < needed) return `${id} in ${aCase.id} has ${own.length} of ${needed} rounds`;
    }
  }
  return undefined;
}

const contestantOf = (record: InvocationRecord): string => `${record.contestant} in ${record.case}`;
