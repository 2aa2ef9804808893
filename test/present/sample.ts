/** The synthetic reference as a document, for tests of what pages show. */
import { analyse } from '../../src/analyse/analyse.ts';
import type { CaseView, DocumentView, MeasuredCase } from '../../src/present/document.ts';
import { reportSchema, type Report } from '../../src/present/report.ts';
import { loadScenarios } from '../../src/scenario/load.ts';
import { local, reference } from '../fixtures/make-site-data.ts';
import { first } from '../fixtures/projects.ts';
import { syntheticRecords } from '../fixtures/site-records.ts';
import { sourcesOf, syntheticSession, type Plan } from '../fixtures/site-session.ts';

const { runners } = first;
const scenarios = await loadScenarios(runners);

const report: Report = {
  id: 'sample',
  ...reportSchema.parse({
    title: 'Sample',
    description: 'A sample.',
    subject: 'duso',
    others: 'Python',
    contestants: [
      { id: 'duso', slot: 1, worker: 'a script' },
      { id: 'duso-parallel', slot: 1, hollow: true },
      { id: 'python-threads', slot: 2 },
      { id: 'python-threads-http-client', slot: 2, hollow: true },
      { id: 'python-asyncio', slot: 3 },
      { id: 'python-processes', slot: 4 },
    ],
    cases: { 'io/100': { title: 'I/O, 100 workers' }, 'io/5': { title: 'I/O, 5 workers' } },
    verdicts: [
      { case: 'io/100', measure: 'wall', as: 'time', section: 'io' },
      { case: 'io/1000', measure: 'peakTree', as: 'memory', section: 'io' },
    ],
  }),
};

/** The report bound to a synthetic session; cases that it lacks are absent. */
function sampleView(plan: Plan): DocumentView {
  const session = syntheticSession(plan, scenarios, runners);
  const records = syntheticRecords(plan, session);
  const results = analyse(session, records);
  const sources = sourcesOf(session, runners);
  const cases = new Map<string, CaseView>();
  for (const definition of session.cases) {
    const { id } = definition;
    const result = results.cases.find((one) => one.case === id)!;
    const title = report.cases[id]?.title ?? id;
    cases.set(id, {
      state: 'measured',
      id,
      title,
      session,
      definition,
      result,
      records: records.filter((one) => one.case === id),
    });
  }
  for (const [id, { title }] of Object.entries(report.cases)) {
    if (!cases.has(id))
      cases.set(id, { state: 'absent', id, title, why: { kind: 'not-in-this-session' } });
  }
  const growth = new Map(results.growth.map((one) => [`${one.scenario} ${one.measure}`, one]));
  const source = (sha256: string): string => sources.get(sha256)!;
  return {
    report,
    place: 'reference',
    path: '/sample/',
    sessions: [session],
    cases,
    growth,
    source,
  };
}

/** The view with every lead of a case left open: it is shown, and it may not matter. */
export function withOpenLeads(view: DocumentView, id: string): DocumentView {
  const aCase = measured(view, id);
  const comparisons = aCase.result.comparisons.map((one) => {
    const { verdict } = one;
    const isLead = verdict.kind === 'less' || verdict.kind === 'more';
    return isLead ? { ...one, verdict: { ...verdict, matters: 'open' as const } } : one;
  });
  const open = { ...aCase, result: { ...aCase.result, comparisons } };
  return { ...view, cases: new Map([...view.cases, [id, open]]) };
}

export const referenceView = sampleView(reference);
export const localView = sampleView(local);

export function measured(view: DocumentView, id: string): MeasuredCase {
  const found = view.cases.get(id);
  if (found?.state !== 'measured') throw new Error(`${id} isn't measured in the sample`);
  return found;
}
