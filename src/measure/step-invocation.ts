import { join } from 'node:path';
import type { PlannedCase } from '../plan/cases.ts';
import { serviceParameters, variablesOf } from '../plan/contestants.ts';
import { roundNumber, withRoundNumber } from '../plan/round-number.ts';
import { isSampled, type Step } from '../plan/schedule.ts';
import { expectedAnswer } from '../scenario/expected.ts';
import { filesOf, folderOf } from '../scenario/schema.ts';
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
  const runtime = run.runtimes.get(contestant.runtime);
  if (runtime?.available !== true)
    throw new Error(`${contestant.runtime} vanished during the session`);
  const folder = join(run.runners, folderOf(contestant));
  return {
    command: runtime.command,
    program: { folder, files: filesOf(contestant) },
    ...(contestant.prepare === undefined ? {} : { prepare: contestant.prepare }),
    ...(contestant.cleanup === undefined ? {} : { cleanup: contestant.cleanup }),
    exitCodes: contestant.exitCodes,
    parameters: entry.parameters,
    environment: withRoundNumber(
      { ...commonEnvironment, ...variablesOf(contestant, runtime) },
      roundNumber(run.session.seed, step),
    ),
    timeoutMs: entry.timeoutS * 1000,
    expected: expectedAnswer(scenario.answer, entry.parameters),
    programMeasures: scenario.measures
      .filter((measure) => measure.source.from === 'program')
      .map(({ id, unit }) => ({ id, unit })),
    samplePss: isSampled(step, entry),
    ...(entry.memoryCapBytes === undefined ? {} : { memoryCapBytes: entry.memoryCapBytes }),
    ...(entry.floorNs === undefined ? {} : { floorNs: entry.floorNs }),
    ...(scenario.service === undefined
      ? {}
      : {
          service: {
            command: [
              ...run.serviceCommand,
              join(run.runners, 'services', scenario.service.program),
            ],
            parameters: { ...entry.parameters, ...serviceParameters(scenario, planned.settings) },
            environment: commonEnvironment,
          },
        }),
  };
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
