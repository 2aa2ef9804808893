import { join } from 'node:path';
import { serviceParameters, type PlannedCase } from '../plan/cases.ts';
import { estimateSeconds } from '../plan/eta.ts';
import { isSampled, stepName, type Step } from '../plan/schedule.ts';
import { expectedAnswer } from '../scenario/expected.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { InvocationRecord, Session } from '../store/schema.ts';
import { descriptorCheck } from './descriptors.ts';
import { invoke, type Invocation, type MeasuredInvocation } from './invoke.ts';
import type { Progress } from './progress.ts';
import { canCap } from './tree-memory.ts';
import type { World } from './world.ts';

/** A session that is to be measured, or to be gone on with. */
export interface SessionRun {
  readonly session: Session;
  readonly cases: ReadonlyMap<string, PlannedCase>;
  readonly steps: readonly Step[];
  /** What earlier runs of this session finished. */
  readonly records: readonly InvocationRecord[];
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly runners: string;
  /** What every program gets; a runtime may add to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Command that starts a TypeScript service. */
  readonly serviceCommand: readonly [string, ...string[]];
  readonly typicalSeconds: ReadonlyMap<string, number>;
  /** Called before each invocation: throws when what is measured was edited meanwhile. */
  readonly checkSources: (step: Step) => void;
  /** Where each record goes, before the next invocation starts. */
  readonly append: (record: InvocationRecord) => void;
}

export interface Limits {
  readonly signal: AbortSignal;
  /** No invocation starts after this time (ms since the epoch). */
  readonly stopAt?: number;
}

/**
 * Makes the invocations that are left, one after the other.
 *
 * @returns `finished`, or `cut` when the budget ran out first
 * @throws the signal's reason when it is aborted: what is finished has been appended
 */
export async function runSession(run: SessionRun, world: World, limits: Limits, progress: Progress): Promise<'finished' | 'cut'> {
  const done = new Set(run.records.map(stepName));
  const left = run.steps.filter((step) => !done.has(stepName(step)));
  const failures = new Map<string, string>();
  for (const record of run.records) noteFailure(failures, record, run);
  for (const [index, step] of left.entries()) {
    if (limits.stopAt !== undefined && Date.now() >= limits.stopAt) return 'cut';
    limits.signal.throwIfAborted();
    showStep(run, left, index, progress);
    const at = new Date().toISOString();
    const measured = await attempt(run, step, world, failures, limits.signal);
    const record: InvocationRecord = { ...step, at, ...measured };
    run.append(record);
    noteFailure(failures, record, run);
    if (isNews(record)) progress.note(newsOf(record));
  }
  return 'finished';
}

type Attempted = Omit<MeasuredInvocation, 'at'>;

async function attempt(run: SessionRun, step: Step, world: World, failures: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Attempted> {
  const planned = known(run.cases.get(step.case), step.case);
  const unavailable = planned.unavailable.get(step.contestant);
  if (unavailable !== undefined) return { outcome: 'unavailable', reason: unavailable };
  const earlier = failures.get(stretchName(step));
  if (earlier !== undefined) return { outcome: 'not-attempted', reason: earlier };
  const obstacle = whyNotAttempted(planned, step, world);
  if (obstacle !== undefined) return { outcome: 'not-attempted', reason: obstacle };
  run.checkSources(step);
  return invoke(invocationOf(run, planned, step), world, signal);
}

/** Limits of this machine that would make the invocation unfair or unsafe. */
function whyNotAttempted(planned: PlannedCase, step: Step, world: World): string | undefined {
  const workers = workersOf(planned);
  if (workers === undefined) return undefined;
  const contestant = planned.scenario.contestants.find((each) => each.id === originalOf(planned, step.contestant));
  const capFrom = contestant?.needsCapFrom;
  if (capFrom !== undefined && workers >= capFrom && !canCap(world.tree)) {
    return 'no memory cap here: a cgroup is needed, so that it can only end itself';
  }
  return planned.scenario.service ? descriptorCheck(workers, world.descriptors) : undefined;
}

function invocationOf(run: SessionRun, planned: PlannedCase, step: Step): Invocation {
  const { scenario, entry } = planned;
  const original = originalOf(planned, step.contestant);
  const contestant = known(scenario.contestants.find((each) => each.id === original), original);
  const runtime = run.runtimes.get(contestant.runtime);
  if (runtime?.available !== true) throw new Error(`${contestant.runtime} vanished during the session`);
  const folder = join(run.runners, 'runtimes', contestant.runtime);
  return {
    command: [...runtime.command, join(folder, contestant.program)],
    parameters: entry.parameters,
    cwd: folder,
    environment: { ...run.environment, ...runtime.environment },
    timeoutMs: entry.timeoutS * 1000,
    expected: expectedAnswer(scenario.answer, entry.parameters),
    programMeasures: scenario.measures.filter((measure) => measure.source.from === 'program').map((measure) => measure.id),
    samplePss: isSampled(step, entry),
    ...(entry.memoryCapBytes === undefined ? {} : { memoryCapBytes: entry.memoryCapBytes }),
    ...(entry.floorNs === undefined ? {} : { floorNs: entry.floorNs }),
    ...(scenario.service === undefined
      ? {}
      : {
          service: {
            command: [...run.serviceCommand, join(run.runners, 'services', scenario.service.program)],
            parameters: { ...entry.parameters, ...serviceParameters(scenario, planned.settings) },
            environment: run.environment,
          },
        }),
  };
}

/** A contestant that fails in the first round of a block is not attempted again in that block. */
function noteFailure(failures: Map<string, string>, record: InvocationRecord, run: SessionRun): void {
  const failed = !['measured', 'not-attempted', 'unavailable'].includes(record.outcome);
  if (!failed || record.round === 0 || !isFirstOfBlock(record, run)) return;
  failures.set(stretchName(record), `did not finish in this block's first round: ${record.reason ?? record.outcome}`);
}

function isFirstOfBlock(record: InvocationRecord, run: SessionRun): boolean {
  return !run.steps.some(
    (step) => step.case === record.case && step.block === record.block && step.round < record.round && step.round > 0,
  );
}

function stretchName(step: Pick<Step, 'case' | 'contestant' | 'block'>): string {
  return `${step.case} ${step.contestant} ${step.block}`;
}

function workersOf(planned: PlannedCase): number | undefined {
  const parameter = planned.scenario.scale?.parameter;
  const value = parameter === undefined ? undefined : planned.entry.parameters[parameter];
  return typeof value === 'number' ? value : undefined;
}

function originalOf(planned: PlannedCase, contestant: string): string {
  return planned.entry.contestants.find((entry) => entry.id === contestant)?.controlOf ?? contestant;
}

function showStep(run: SessionRun, left: readonly Step[], index: number, progress: Progress): void {
  const step = known(left[index], 'step');
  const entries = run.session.cases;
  const isUnavailable = (each: Step): boolean => run.cases.get(each.case)?.unavailable.has(each.contestant) ?? false;
  progress.at({
    case: step.case,
    contestant: step.contestant,
    round: step.round,
    rounds: Math.max(step.round, entries.find((entry) => entry.id === step.case)?.rounds ?? 0),
    done: run.steps.length - left.length + index,
    total: run.steps.length,
    secondsLeft: estimateSeconds(left.slice(index), entries, run.typicalSeconds, isUnavailable),
  });
}

function isNews(record: InvocationRecord): boolean {
  return record.outcome !== 'measured' && record.outcome !== 'unavailable' && record.outcome !== 'not-attempted';
}

function newsOf(record: InvocationRecord): string {
  const round = record.round === 0 ? 'the warm-up' : `round ${record.round}`;
  return `${record.contestant} in ${record.case}: ${record.outcome} in ${round}. ${record.reason ?? ''}`.trim();
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`"${name}" is not in the plan`);
  return value;
}
