import { join } from 'node:path';
import type { PlannedCase } from '../plan/cases.ts';
import { serviceParameters, variablesOf } from '../plan/contestants.ts';
import { roundNumber, withRoundNumber } from '../plan/round-number.ts';
import { isSampled, type Step } from '../plan/schedule.ts';
import { expectedAnswer } from '../scenario/expected.ts';
import type { FoundRuntime } from '../scenario/runtime.ts';
import {
  filesOf,
  folderOf,
  kindOf,
  timesBuild,
  writesOut,
  type Contestant,
  type Scenario,
} from '../scenario/schema.ts';
import type { ProgramMeasure } from './answer.ts';
import { buildCommand } from './build.ts';
import { descriptorCheck } from './descriptors.ts';
import { commonEnvironment } from './environment.ts';
import type { Invocation } from './invocation.ts';
import { known, type SessionRun } from './session-run.ts';
import { canCap } from './tree-memory.ts';
import type { World } from './world.ts';

/** Limits of this machine that would make the invocation unfair or unsafe. */
export function whyNotAttempted(
  planned: PlannedCase,
  contestantId: string,
  world: World,
): string | undefined {
  const workers = workersOf(planned);
  if (workers === undefined) return undefined;
  const contestant = planned.scenario.contestants.find(
    (each) => each.id === originalOf(planned, contestantId),
  );
  const capFrom = contestant?.needsCapFrom;
  if (capFrom !== undefined && workers >= capFrom && !canCap(world.tree)) {
    return 'no memory cap here: a cgroup is needed, so that it can only end itself';
  }
  return planned.scenario.service ? descriptorCheck(workers, world.descriptors) : undefined;
}

/** What is started for a step. */
export function invocationOf(run: SessionRun, planned: PlannedCase, step: Step): Invocation {
  const { scenario, entry } = planned;
  const original = originalOf(planned, step.contestant);
  const contestant = known(
    scenario.contestants.find((each) => each.id === original),
    original,
  );
  const runtime = foundIn(run, contestant.runtime);
  const { args, prepare, cleanup, stdin } = contestant;
  return {
    ...startOf(run, planned, contestant, runtime),
    ...(args !== undefined && { args }),
    ...(prepare !== undefined && { prepare }),
    ...(cleanup !== undefined && { cleanup }),
    ...(stdin !== undefined && { stdin: known(planned.inputs.get(stdin), stdin).path }),
    ...judgingOf(run, planned),
    inputs: Object.fromEntries([...planned.inputs].map(([name, { path }]) => [name, path])),
    writesOut: writesOut(scenario),
    exitCodes: contestant.exitCodes,
    parameters: entry.parameters,
    environment: withRoundNumber(
      { ...commonEnvironment, ...variablesOf(contestant, runtime) },
      roundNumber(run.session.seed, step),
    ),
    timeoutMs: entry.timeoutS * 1000,
    ...(scenario.answer && { expected: expectedAnswer(scenario.answer, entry.parameters) }),
    programMeasures: measuresFrom('program', scenario),
    samplePss: isSampled(step, entry),
    ...(entry.memoryCapBytes === undefined ? {} : { memoryCapBytes: entry.memoryCapBytes }),
    ...(entry.floorNs === undefined ? {} : { floorNs: entry.floorNs }),
    ...serviceOf(run, planned),
  };
}

type Started = Pick<Invocation, 'command' | 'program' | 'alone' | 'build' | 'binaryBytes'>;

/** What is started for a contestant: a file of its runtime, what was built, or the tool alone. */
function startOf(
  run: SessionRun,
  planned: PlannedCase,
  contestant: Contestant,
  { command }: FoundRuntime,
): Started {
  const folder = join(run.runners, folderOf(contestant));
  const files = filesOf(contestant);
  if (kindOf(contestant) !== 'built')
    return { command, program: { folder, files }, alone: contestant.program === undefined };
  const built = known(planned.built.get(contestant.id), contestant.id);
  return {
    command: [built.path],
    // What it is built from isn't there when it runs.
    program: { folder, files: contestant.helpers },
    alone: true,
    binaryBytes: built.bytes,
    ...(timesBuild(planned.scenario) && {
      build: { command: buildCommand(contestant, command), program: { folder, files } },
    }),
  };
}

/** What judges the work, where not only the last line does. */
function judgingOf(
  run: SessionRun,
  { scenario }: PlannedCase,
): Pick<Invocation, 'judging' | 'judge' | 'judgeMeasures'> {
  const { check: judging } = scenario;
  if (judging?.files === undefined) return judging ? { judging } : {};
  const { program, helpers, runtime } = judging.files;
  const command = runtime === undefined ? run.serviceCommand : foundIn(run, runtime).command;
  const files = [program, ...helpers];
  return {
    judging,
    judge: { command, program: { folder: join(run.runners, 'checks'), files } },
    judgeMeasures: measuresFrom('check', scenario),
  };
}

function serviceOf(
  run: SessionRun,
  { scenario, entry, settings }: PlannedCase,
): Pick<Invocation, 'service'> {
  if (scenario.service === undefined) return {};
  return {
    service: {
      command: [...run.serviceCommand, join(run.runners, 'services', scenario.service.program)],
      parameters: { ...entry.parameters, ...serviceParameters(scenario, settings) },
      environment: commonEnvironment,
    },
  };
}

function measuresFrom(from: 'program' | 'check', { measures }: Scenario): ProgramMeasure[] {
  return measures
    .filter((measure) => measure.source.from === from)
    .map(({ id, unit }) => ({ id, unit }));
}

function foundIn({ runtimes }: SessionRun, id: string): FoundRuntime {
  const runtime = runtimes.get(id);
  if (runtime?.available !== true) throw new Error(`${id} vanished during the session`);
  return runtime;
}

function workersOf(planned: PlannedCase): number | undefined {
  const parameter = planned.scenario.scale?.parameter;
  const value = parameter === undefined ? undefined : planned.entry.parameters[parameter];
  return typeof value === 'number' ? value : undefined;
}

function originalOf(planned: PlannedCase, contestant: string): string {
  return (
    planned.entry.contestants.find((entry) => entry.id === contestant)?.controlOf ?? contestant
  );
}
