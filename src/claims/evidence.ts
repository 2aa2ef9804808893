/** What claims are decided from: a document's cases and slopes, whatever sessions feed them. */
import type { CaseResult, ContestantResult, GrowthResult, Results } from '../analyse/types.ts';
import type { Session, SessionCase, SessionMeasure } from '../store/schema.ts';
import type { AbsentReason, ClaimReason } from './reasons.ts';

export interface MeasuredEvidence {
  readonly state: 'measured';
  readonly id: string;
  readonly session: Session;
  readonly definition: SessionCase;
  readonly result: CaseResult;
}

export interface AbsentEvidence {
  readonly state: 'absent';
  readonly id: string;
  readonly why: AbsentReason;
  readonly command?: string;
}

export type CaseEvidence = MeasuredEvidence | AbsentEvidence;

export interface Evidence {
  readonly cases: ReadonlyMap<string, CaseEvidence>;
  /** By `scenario measure`; each from one session. */
  readonly growth: ReadonlyMap<string, GrowthResult>;
}

/** The evidence of one session. */
export function evidenceOf(session: Session, results: Results): Evidence {
  const cases = session.cases.flatMap((definition): [string, CaseEvidence][] => {
    const result = results.cases.find((one) => one.case === definition.id);
    if (result === undefined) return [];
    return [[definition.id, { state: 'measured', id: definition.id, session, definition, result }]];
  });
  const growth = results.growth.map((one) => [`${one.scenario} ${one.measure}`, one] as const);
  return { cases: new Map(cases), growth: new Map(growth) };
}

export function measureIn(place: MeasuredEvidence, id: string): SessionMeasure | undefined {
  return place.definition.measures.find((measure) => measure.id === id);
}

export function contestantIn(place: MeasuredEvidence, id: string): ContestantResult | undefined {
  return place.result.contestants.find((one) => one.id === id && one.controlOf === undefined);
}

/** Runtime of each contestant of a case. */
export function runtimesIn(place: MeasuredEvidence): Readonly<Record<string, string>> {
  return Object.fromEntries(place.definition.contestants.map((one) => [one.id, one.runtime]));
}

/** The name that people read; the id where the session doesn't know the runtime. */
export function runtimeTitleIn(place: MeasuredEvidence, runtime: string): string {
  return place.session.runtimes.find((one) => one.id === runtime)?.title ?? runtime;
}

/** Why a contestant has no runs at all: its runtime isn't here, or what the records say. */
export function whyNotRun(place: MeasuredEvidence, result: ContestantResult): ClaimReason {
  const missing = missingRuntime(place, runtimesIn(place)[result.id] ?? '');
  if (missing !== undefined) return missing;
  const [because] = result.reasons;
  const notRun = { kind: 'not-run', contestant: result.id } as const;
  return because === undefined ? notRun : { ...notRun, because };
}

/** The reason, where the machine doesn't have the runtime. */
export function missingRuntime(place: MeasuredEvidence, runtime: string): ClaimReason | undefined {
  const found = place.session.runtimes.find((one) => one.id === runtime);
  return found?.available === false ? { kind: 'runtime-missing', title: found.title } : undefined;
}
