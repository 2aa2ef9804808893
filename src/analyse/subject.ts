import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase, SessionContestant } from '../store/schema.ts';
import type { ServiceTrouble } from './reasons.ts';
import { countedRecords, ran, runsOf, type Run } from './runs.ts';
import { concurrencyOf, isSaturated, serviceTroubleOf, type Concurrency } from './service.ts';

/** A contestant with all that was recorded of it in one case. */
export interface Subject {
  readonly contestant: SessionContestant;
  /** Counted records, in order of running. */
  readonly records: readonly InvocationRecord[];
  readonly runs: readonly Run[];
  /** Invocations that were started, and those of them with the right answer in time. */
  readonly attempted: number;
  readonly finished: number;
  readonly concurrency: Concurrency | undefined;
}

/** A case with its contestants and what holds for all of them. */
export interface Setting {
  readonly aCase: SessionCase;
  /** How the programs were started: without the launcher, short times are uncertain. */
  readonly method: 'launcher' | 'spawn';
  readonly subjects: readonly Subject[];
  /** Rounds of which there is any record. */
  readonly roundsSeen: number;
  readonly saturated: boolean;
  readonly serviceTrouble: ServiceTrouble | undefined;
}

/** Sorts the records of a case by contestant. Records of other cases are left out. */
export function settingOf(
  aCase: SessionCase,
  method: 'launcher' | 'spawn',
  all: readonly InvocationRecord[],
): Setting {
  const records = countedRecords(all.filter((record) => record.case === aCase.id));
  const byContestant = Map.groupBy(records, (record) => record.contestant);
  const subjects = aCase.contestants.map((contestant) =>
    subjectOf(contestant, byContestant.get(contestant.id) ?? [], aCase),
  );
  return {
    aCase,
    method,
    subjects,
    roundsSeen: new Set(records.map((record) => record.round)).size,
    saturated: isSaturated(subjects.map((subject) => subject.concurrency)),
    serviceTrouble: serviceTroubleOf(records),
  };
}

/** Whether it finished every counted round of the case. One that runs `once` never does. */
export function finishedAllRounds(subject: Subject, setting: Setting): boolean {
  if (subject.contestant.once || setting.roundsSeen === 0) return false;
  return subject.finished === setting.roundsSeen && !hasFailed(subject);
}

/** Whether any of its runs did not finish. */
export function hasFailed(subject: Subject): boolean {
  return subject.finished < subject.attempted;
}

function subjectOf(
  contestant: SessionContestant,
  records: readonly InvocationRecord[],
  aCase: SessionCase,
): Subject {
  return {
    contestant,
    records,
    runs: runsOf(records),
    attempted: records.filter((record) => ran(record.outcome)).length,
    finished: records.filter((record) => record.outcome === 'measured').length,
    concurrency: concurrencyOf(records, aCase),
  };
}
