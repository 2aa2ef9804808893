/** One process started, measured, ended: one record. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceReport } from '../store/record-schema.ts';
import type { CheckedAnswer } from './answer.ts';
import { commonEnvironment } from './environment.ts';
import type { Invocation, MeasuredInvocation } from './invocation.ts';
import { judge, type Judged } from './judge.ts';
import { throwIfAborted } from './launch.ts';
import { watchLoad } from './load.ts';
import { decideOutcome } from './outcome.ts';
import { programRequest, stepRequest, type Setting } from './request.ts';
import { residentPid } from './resident.ts';
import { isSampled, runProgram, type Seen } from './run-program.ts';
import { runStep, StepError } from './run-step.ts';
import { lastStderrLines, scrubPaths } from './scrub.ts';
import { ServiceError, startService, type RunningService } from './service.ts';
import { canCap } from './tree-memory.ts';
import { lookAtFiles } from './tree-of-files.ts';
import { copyFiles, makeWorkplace, type Workplace } from './workplace.ts';
import type { World } from './world.ts';

export type { Invocation, MeasuredInvocation } from './invocation.ts';
export { prepareWorld, type World } from './world.ts';

/** A build ends long before it. */
const BUILD_MS = 600_000;

/** Of what did not end well, which is what its outcome says. */
const NOT_JUDGED: Judged = { right: true, measures: {} };

interface ServiceSide {
  readonly problems: readonly string[];
  readonly service?: ServiceReport;
  readonly serviceError?: string;
}

async function askService(service: RunningService | undefined): Promise<ServiceSide> {
  if (service === undefined) return { problems: [] };
  try {
    return await service.report();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { problems: [], serviceError: error.message };
  }
}

/** Sizes and how it ended; times too, unless sampling disturbed them. */
function figures({ launched, peakTree }: Seen, sampled: boolean): Partial<MeasuredInvocation> {
  const { end, wallNs, cpuNs, maxRssBytes, stdout, stderr } = launched;
  return {
    ...(wallNs === undefined || sampled ? {} : { wallNs }),
    ...(cpuNs === undefined || sampled ? {} : { cpuNs }),
    ...(peakTree !== undefined && 'bytes' in peakTree ? { peakTreeBytes: peakTree.bytes } : {}),
    ...(peakTree !== undefined && 'lack' in peakTree ? { noPeakTree: peakTree.lack } : {}),
    ...(maxRssBytes === undefined ? {} : { peakProcessBytes: maxRssBytes }),
    ...(end.kind === 'exited' ? { exitCode: end.exitCode } : {}),
    ...(end.kind === 'signalled' ? { signal: end.signal } : {}),
    ...(stdout === undefined ? {} : { stdoutBytes: stdout.bytes }),
    ...(stdout?.xxh64 === undefined ? {} : { stdoutXxh64: stdout.xxh64 }),
    ...(stderr === undefined ? {} : { stderrBytes: stderr.bytes }),
  };
}

function reportedMeasures(answer: CheckedAnswer, sampled: boolean): Partial<MeasuredInvocation> {
  if (!answer.right || sampled || Object.keys(answer.measures).length === 0) return {};
  return { measures: answer.measures };
}

function describe(
  { invocation, world }: Setting,
  names: Readonly<Record<string, string>>,
  seen: Seen,
  answer: Judged,
  side: ServiceSide,
): Omit<MeasuredInvocation, 'at'> {
  const sampled = isSampled(invocation, world);
  const { launched } = seen;
  const stderr = lastStderrLines(launched.stderr?.kept ?? '', names);
  const { outcome, reason } = decideOutcome({
    launched,
    answer,
    timeoutMs: invocation.timeoutMs,
    exitCodes: invocation.exitCodes,
    oomKills: seen.oomKills,
    peakTreeBytes: figures(seen, sampled).peakTreeBytes,
    memoryCapBytes: canCap(world.tree) ? invocation.memoryCapBytes : undefined,
    floorNs: invocation.floorNs,
    problems: side.problems,
    serviceError: side.serviceError,
  });
  return {
    outcome,
    ...(reason === undefined ? {} : { reason: scrubPaths(reason, names) }),
    ...figures(seen, sampled),
    ...reportedMeasures(answer, sampled),
    ...(answer.gave === undefined || outcome !== 'measured' ? {} : { gave: answer.gave }),
    ...(invocation.binaryBytes === undefined ? {} : { binaryBytes: invocation.binaryBytes }),
    ...(side.service === undefined ? {} : { service: side.service }),
    ...(stderr === undefined ? {} : { stderr }),
  };
}

async function startItsService(
  invocation: Invocation,
  world: World,
  workplace: Workplace,
  signal: AbortSignal | undefined,
): Promise<RunningService | undefined> {
  const { service } = invocation;
  if (service === undefined) return undefined;
  const shared = join(world.scratch, 'services');
  await mkdir(shared, { recursive: true });
  const environment = { ...service.environment, ...workplace.serviceEnvironment() };
  return startService({ ...service, environment }, world.launcher, shared, signal);
}

/** Builds its program anew, in its workplace, to see how long that takes. */
async function timeBuild(
  { invocation, world, workplace }: Setting,
  signal: AbortSignal | undefined,
): Promise<{ buildNs?: number }> {
  if (invocation.build === undefined) return {};
  const { command, program } = invocation.build;
  const cwd = copyFiles(program, join(workplace.folder, 'build'));
  const environment = { ...commonEnvironment, ...workplace.environment };
  const request = { command, cwd, environment, timeoutMs: BUILD_MS, cores: world.affinity };
  const wallNs = await runStep(world, request, signal);
  return wallNs === undefined ? {} : { buildNs: wallNs };
}

/** Whether there is a work to judge: it ended, and as it should. */
function endedWell({ exitCodes }: Invocation, { end, timedOut }: Seen['launched']): boolean {
  return end.kind === 'exited' && !timedOut && exitCodes.includes(end.exitCode);
}

/**
 * Runs one program once, in a workplace of its own, with a fresh service where it needs one, and says
 * what came of it. A mistake of the program is an outcome, never an exception. What the harness, the
 * service, a step before it or the machine got wrong is `no-result`; a service that can't start is
 * `not-attempted`.
 *
 * @returns the record, without its place in the session
 * @throws AbortError after an abort, when nothing of the invocation is left running
 */
export async function invoke(
  invocation: Invocation,
  world: World,
  signal?: AbortSignal,
): Promise<MeasuredInvocation> {
  throwIfAborted(signal);
  const at = new Date().toISOString();
  const workplace = makeWorkplace(world.scratch, invocation.program, invocation.writesOut);
  const names = { ...workplace.names, [world.scratch]: '<scratch>' };
  let service: RunningService | undefined;
  try {
    service = await startItsService(invocation, world, workplace, signal);
    const setting = { invocation, world, workplace, service };
    const build = await timeBuild(setting, signal);
    if (invocation.prepare) await runStep(world, stepRequest(invocation.prepare, setting), signal);
    const loadUntilNow = watchLoad(world.affinity, {
      launcher: world.launcher.method === 'launcher' ? residentPid(world.launcher.path) : undefined,
      service: service?.pid,
    });
    const own = { ...programRequest(setting), writes: workplace.writes };
    const seen = await runProgram(invocation, world, own, signal);
    const load = loadUntilNow(seen.launched.cpuNs);
    const side = await askService(service);
    const judged = endedWell(invocation, seen.launched)
      ? await judge(setting, seen.launched, signal)
      : NOT_JUDGED;
    const out = workplace.out && { outBytes: lookAtFiles(workplace.out).bytes };
    if (invocation.cleanup) await runStep(world, stepRequest(invocation.cleanup, setting), signal);
    throwIfAborted(signal);
    return { at, ...describe(setting, names, seen, judged, side), ...build, ...out, ...load };
  } catch (error) {
    throwIfAborted(signal);
    if (error instanceof ServiceError)
      return { at, outcome: 'not-attempted', reason: scrubPaths(error.message, names) };
    if (error instanceof StepError)
      return { at, outcome: 'no-result', reason: scrubPaths(error.message, names) };
    throw error;
  } finally {
    await service?.stop();
    workplace.remove();
  }
}
