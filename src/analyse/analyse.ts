import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session } from '../store/schema.ts';
import { caseResult } from './case.ts';
import { growthResult } from './growth.ts';
import { settingOf } from './subject.ts';
import type { Results } from './types.ts';

/**
 * What a session's records say: estimates, comparisons, verdicts, flags and slopes.
 *
 * Pure: the same session and records, in any order, give the same results to the byte.
 * Every number is in its measure's unit and rounded to 12 significant digits.
 *
 * @param session what was planned: cases, contestants, measures, what matters
 * @param records all invocations; those of the warm-up (round 0) are not counted
 */
export function analyse(session: Session, records: readonly InvocationRecord[]): Results {
  const byCase = Map.groupBy(records, (record) => record.case);
  const settings = session.cases.map((aCase) =>
    settingOf(aCase, session.launcher.method, byCase.get(aCase.id) ?? []),
  );
  return {
    schema: 1,
    session: session.id,
    cases: settings.map(caseResult),
    growth: session.growth.map((growth) => growthResult(growth, settings)),
  };
}
