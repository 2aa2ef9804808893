import { basename } from 'node:path';
import { launch, type LaunchRequest } from './launch.ts';
import { lastStderrLines } from './scrub.ts';
import type { World } from './world.ts';

/** What is run before or after a program failed: nothing is known of the program then. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

/**
 * Runs a step before or after the program to its end, outside of everything that is measured.
 *
 * @returns its wall time in ns, where the launcher tells
 * @throws StepError when it doesn't end with exit code 0
 */
export async function runStep(
  world: World,
  request: Omit<LaunchRequest, 'join' | 'writes'>,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const { end, timedOut, stderr, wallNs } = await launch(
    world.launcher,
    { ...request, join: [], writes: [] },
    { signal },
  );
  if (end.kind === 'exited' && end.exitCode === 0 && !timedOut) return wallNs;
  const [command, first = command] = request.command;
  const file = basename(request.command.find((word) => word.startsWith(request.cwd)) ?? first);
  const how = timedOut
    ? `not finished after ${request.timeoutMs / 1000} s`
    : end.kind === 'exited'
      ? `exit code ${end.exitCode}`
      : end.kind === 'signalled'
        ? `ended by ${end.signal}`
        : end.error;
  const words = lastStderrLines(stderr?.kept ?? '');
  throw new StepError(`the step ${file}: ${how}${words === undefined ? '' : `: ${words}`}`);
}
