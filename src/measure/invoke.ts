/** One process started, measured, ended: one record. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceReport } from '../store/schema.ts';
import { checkAnswer, type CheckedAnswer } from './answer.ts';
import { readTail } from './files.ts';
import type { Invocation, MeasuredInvocation } from './invocation.ts';
import { throwIfAborted } from './launch.ts';
import { loadSince, systemLoad } from './load.ts';
import { decideOutcome } from './outcome.ts';
import { isSampled, runProgram, type Seen } from './run-program.ts';
import { lastStderrLines, scrubPaths } from './scrub.ts';
import { ServiceError, startService, type RunningService } from './service.ts';
import { canCap } from './tree-memory.ts';
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
function figures(seen: Seen, sampled: boolean): Partial<MeasuredInvocation> {
  const { end, wallNs, cpuNs, maxRssBytes } = seen.launched;
  return {
    ...(wallNs === undefined || sampled ? {} : { wallNs }),
    ...(cpuNs === undefined || sampled ? {} : { cpuNs }),
    ...(seen.peakTreeBytes === undefined ? {} : { peakTreeBytes: seen.peakTreeBytes }),
    ...(maxRssBytes === undefined ? {} : { peakProcessBytes: maxRssBytes }),
    ...(end.kind === 'exited' ? { exitCode: end.exitCode } : {}),
    ...(end.kind === 'signalled' ? { signal: end.signal } : {}),
  };
}

function reportedMeasures(answer: CheckedAnswer, sampled: boolean): Partial<MeasuredInvocation> {
  if (!answer.right || sampled || Object.keys(answer.measures).length === 0) return {};
  return { measures: answer.measures };
}

async function describe(
  invocation: Invocation,
  world: World,
  folder: string,
  seen: Seen,
  side: ServiceSide,
): Promise<Omit<MeasuredInvocation, 'at'>> {
  const names = { [world.scratch]: '<scratch>' };
  const sampled = isSampled(invocation, world);
  const stdout = await readTail(join(folder, 'stdout'));
  const stderr = lastStderrLines(await readTail(join(folder, 'stderr')), names);
  const answer = checkAnswer(stdout, {
    answer: invocation.expected,
    measures: invocation.programMeasures,
    wallNs: seen.launched.wallNs,
  });
  const { outcome, reason } = decideOutcome({
    launched: seen.launched,
    answer,
    timeoutMs: invocation.timeoutMs,
    oomKills: seen.oomKills,
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
  signal: AbortSignal | undefined,
): Promise<RunningService | undefined> {
  if (invocation.service === undefined) return undefined;
  const shared = join(world.scratch, 'services');
  await mkdir(shared, { recursive: true });
  return startService(invocation.service, shared, signal);
}

/**
 * Runs one program once, with a fresh service where it needs one, and says what came of it.
 * A mistake of the program is an outcome, never an exception; a service that can't start is
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
  const folder = await mkdtemp(join(world.scratch, 'invocation-'));
  let service: RunningService | undefined;
  try {
    service = await startItsService(invocation, world, signal);
    const before = await systemLoad();
    const seen = await runProgram(invocation, world, folder, service, signal);
    const load = loadSince(before, await systemLoad());
    const side = await askService(service);
    throwIfAborted(signal);
    return { at, ...(await describe(invocation, world, folder, seen, side)), ...load };
  } catch (error) {
    throwIfAborted(signal);
    if (!(error instanceof ServiceError)) throw error;
    return { at, outcome: 'not-attempted', reason: scrubPaths(error.message) };
  } finally {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
