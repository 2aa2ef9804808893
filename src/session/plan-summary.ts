import { duration } from '../measure/progress.ts';
import { colours } from '../measure/colours.ts';
import type { PlannedCase } from '../plan/cases.ts';
import { estimateSeconds, isTimed } from '../plan/eta.ts';
import { scheduleSteps, stepName } from '../plan/schedule.ts';
import type { StoredSession } from '../store/read.ts';
import type { Output } from '../terminal/output.ts';

/** What is about to be measured, for people and for programs. */
export interface PlanSummary {
  /** The interrupted session that is gone on with. */
  readonly session: string | undefined;
  readonly profile: string;
  readonly invocations: number;
  readonly seconds: number;
  /** Whether some of it was never measured, so that nobody knows how long it takes. */
  readonly isGuess: boolean;
  readonly cases: readonly {
    readonly case: string;
    readonly rounds: number;
    readonly contestants: readonly string[];
  }[];
  /** Contestants that can't run here, by reason. */
  readonly unavailable: Readonly<Record<string, readonly string[]>>;
}

export interface PlanParts {
  /** The interrupted session that is gone on with. */
  readonly earlier: StoredSession | undefined;
  readonly profile: string;
  readonly seed: string | undefined;
  readonly cases: readonly PlannedCase[];
  readonly samplesMemory: boolean;
  readonly typicalSeconds: ReadonlyMap<string, number>;
}

export function summarisePlan(parts: PlanParts): PlanSummary {
  const { earlier, profile, cases, samplesMemory, typicalSeconds } = parts;
  const isUnavailable = unavailableIn(cases);
  const entries = cases.map((each) => each.entry);
  // Of a new session without a seed only the order is unknown yet, not how much there is to do.
  const seed = earlier?.session.seed ?? parts.seed ?? '';
  const steps = scheduleSteps(entries, seed, isUnavailable, samplesMemory);
  const results = earlier?.records.filter(({ outcome }) => outcome !== 'no-result');
  const done = new Set(results?.map(stepName));
  const left = steps.filter(
    (step) => !done.has(stepName(step)) && !isUnavailable(step.case, step.contestant),
  );
  return {
    session: earlier?.session.id,
    profile,
    invocations: left.length,
    seconds: Math.round(estimateSeconds(left, entries, typicalSeconds, () => false)),
    isGuess: left.some((step) => !isTimed(step, typicalSeconds)),
    cases: cases.map(({ entry, unavailable }) => ({
      case: entry.id,
      rounds: entry.rounds,
      contestants: entry.contestants.map(({ id }) => id).filter((id) => !unavailable.has(id)),
    })),
    unavailable: reasonsIn(cases),
  };
}

/** Prints the plan and how long it takes. */
export function showPlan(plan: PlanSummary, output: Output): void {
  const start = plan.session === undefined ? 'A new session' : `Going on with ${plan.session}`;
  const amount = `${countOf(plan.cases.length, 'case')} of the ${plan.profile} profile, ${countOf(plan.invocations, 'invocation')}, about ${duration(plan.seconds)}${plan.isGuess ? ' (a guess: some of it never ran)' : ''}`;
  output.say(`${colours.bold(start)}: ${amount}.`);
  for (const each of plan.cases) {
    output.say(
      `  ${each.case.padEnd(24)} ${countOf(each.rounds, 'round').padStart(9)}  ${each.contestants.join(', ')}`,
    );
  }
  sayUnavailable(plan.unavailable, output);
}

/** Prints who can't run here, and why. */
function sayUnavailable(reasons: PlanSummary['unavailable'], output: Output): void {
  for (const [reason, contestants] of Object.entries(reasons))
    output.warn(`Not here: ${contestants.join(', ')}. ${reason}`);
}

/** Prints that there is nothing to measure, and who of the cases can't run here. */
export function showFresh(cases: readonly PlannedCase[], profile: string, output: Output): void {
  output.say(`Fresh: ${countOf(cases.length, 'case')} of the ${profile} profile. 0 invocations.`);
  sayUnavailable(reasonsIn(cases), output);
}

/** "1 case", "2 cases". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whether a contestant can't run here, by case. */
export function unavailableIn(
  cases: readonly PlannedCase[],
): (aCase: string, contestant: string) => boolean {
  const byId = new Map(cases.map((each) => [each.entry.id, each.unavailable]));
  return (aCase, contestant) => byId.get(aCase)?.has(contestant) ?? false;
}

/** Who can't run here, by reason. */
export function reasonsIn(cases: readonly PlannedCase[]): Record<string, string[]> {
  const reasons: Record<string, string[]> = {};
  for (const { unavailable } of cases) {
    for (const [contestant, reason] of unavailable) {
      const contestants = (reasons[reason] ??= []);
      if (!contestants.includes(contestant)) contestants.push(contestant);
    }
  }
  return reasons;
}
