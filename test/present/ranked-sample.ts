/** Reports without sides, bound to invented runs. */
import { analyse } from '../../src/analyse/analyse.ts';
import type { CaseView, DocumentView } from '../../src/present/document.ts';
import { reportSchema, withLooks, type Report } from '../../src/present/report.ts';
import { rankedSession, type InventedCase } from '../fixtures/ranked-session.ts';

/** The rows that a front matter may choose. */
type Choices = Partial<Pick<Report, 'verdicts' | 'answer' | 'which' | 'cases'>>;

/**
 * A document of these cases; a case that the choices name and nothing was invented for is absent.
 *
 * @param names under which the runs of a contestant are filed, where that isn't its own
 */
export function rankedView(
  invented: readonly InventedCase[],
  choices: Choices = {},
  names: Readonly<Record<string, string>> = {},
): DocumentView {
  const { session, records: all } = rankedSession('2026-03-04T050607Z-ranked-cccccc', invented);
  const records = all.map((one) => ({
    ...one,
    contestant: names[one.contestant] ?? one.contestant,
  }));
  const results = analyse(session, records);
  const front = reportSchema.parse({
    title: 'Ranked',
    description: 'A sample.',
    contestants: [{ id: 'amber', slot: 1 }],
    cases: {},
    ...choices,
  });
  const cases = new Map<string, CaseView>(
    Object.keys(front.cases).map((id) => [
      id,
      { state: 'absent', id, title: id, why: { kind: 'not-in-this-session' } },
    ]),
  );
  for (const definition of session.cases) {
    const { id } = definition;
    const result = results.cases.find((one) => one.case === id)!;
    const own = records.filter((one) => one.case === id);
    cases.set(id, { state: 'measured', id, title: id, session, definition, result, records: own });
  }
  const measured = session.cases.flatMap(({ contestants }) => contestants);
  return {
    report: withLooks({ id: 'ranked', ...front }, measured),
    place: 'reference',
    path: '/ranked/',
    sessions: [session],
    cases,
    growth: new Map(),
    source: () => '',
  };
}
