/** One process started, measured, ended: one record. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceReport } from '../store/record-schema.ts';
import { checkAnswer, type CheckedAnswer } from './answer.ts';
import type { Invocation, MeasuredInvocation } from './invocation.ts';
import { throwIfAborted, type LaunchRequest } from './launch.ts';
import { watchLoad } from './load.ts';
import { decideOutcome } from './outcome.ts';
import { toArguments } from './parameters.ts';
import { residentPid } from './resident.ts';
import { isSampled, runProgram, type Seen } from './run-program.ts';
import { runStep, StepError } from './run-step.ts';
import { lastStderrLines, scrubPaths } from './scrub.ts';
import { ServiceError, startService, type RunningService } from './service.ts';
import { canCap } from './tree-memory.ts';
import { makeWorkplace, type Workplace } from './workplace.ts';
import type { World } from './world.ts';

export type { Invocation, MeasuredInvocation } from './invocation.ts';
export { prepareWorld, type World } from './world.ts';

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
  invocation: Invocation,
  world: World,
  names: Readonly<Record<string, string>>,
  seen: Seen,
  side: ServiceSide,
): Omit<MeasuredInvocation, 'at'> {
  const sampled = isSampled(invocation, world);
  const { launched } = seen;
  const stderr = lastStderrLines(launched.stderr?.kept ?? '', names);
  const answer = checkAnswer(launched.stdout?.kept ?? '', {
    answer: invocation.expected,
    measures: invocation.programMeasures,
    wallNs: launched.wallNs,
  });
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

/** The program in its workplace; the same for what is run before and after it, which is not confined. */
function requestFor(
  file: string,
  invocation: Invocation,
  world: World,
  workplace: Workplace,
  service: RunningService | undefined,
): Omit<LaunchRequest, 'join' | 'writes'> {
  const parameters = { ...invocation.parameters, ...service?.parameters, cores: world.usableCores };
  return {
    command: [...invocation.command, join(workplace.program, file), ...toArguments(parameters)],
    cwd: workplace.program,
    environment: {
      ...invocation.environment,
      ...service?.environment,
      ...workplace.environment,
    },
    timeoutMs: invocation.timeoutMs,
    cores: world.affinity,
  };
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
  const workplace = makeWorkplace(world.scratch, invocation.program);
  const names = { ...workplace.names, [world.scratch]: '<scratch>' };
  let service: RunningService | undefined;
  try {
    service = await startItsService(invocation, world, workplace, signal);
    const request = (file: string): Omit<LaunchRequest, 'join' | 'writes'> =>
      requestFor(file, invocation, world, workplace, service);
    if (invocation.prepare) await runStep(world, request(invocation.prepare), signal);
    const loadUntilNow = watchLoad(world.affinity, {
      launcher: world.launcher.method === 'launcher' ? residentPid(world.launcher.path) : undefined,
      service: service?.pid,
    });
    const own = { ...request(invocation.program.files[0]), writes: workplace.writes };
    const seen = await runProgram(invocation, world, own, signal);
    const load = loadUntilNow(seen.launched.cpuNs);
    const side = await askService(service);
    if (invocation.cleanup) await runStep(world, request(invocation.cleanup), signal);
    throwIfAborted(signal);
    return { at, ...describe(invocation, world, names, seen, side), ...load };
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
