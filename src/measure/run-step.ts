import { basename } from 'node:path';
import { launch, type LaunchRequest } from './launch.ts';
import type { Launched } from './launched.ts';
import { lastStderrLines } from './scrub.ts';
import { uncaughtError } from '../scenario/uncaught.ts';
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
  const launched = await launch(world.launcher, { ...request, join: [], writes: [] }, { signal });
  const { end, timedOut, stderr, wallNs } = launched;
  if (end.kind === 'exited' && end.exitCode === 0 && !timedOut) return wallNs;
  const [command, first = command] = request.command;
  const file = basename(request.command.find((word) => word.startsWith(request.cwd)) ?? first);
  const how = howItEnded(launched, request.timeoutMs);
  const said = stderr?.kept ?? '';
  const words = uncaughtError(said) ?? lastStderrLines(said);
  throw new StepError(`the step ${file}: ${how}${words === undefined ? '' : `: ${words}`}`);
}

/** "exit code 2", "ended by SIGSEGV", "not finished after 10 s". */
export function howItEnded(
  { end, timedOut }: Pick<Launched, 'end' | 'timedOut'>,
  timeoutMs: number,
): string {
  if (timedOut) return `not finished after ${timeoutMs / 1000} s`;
  switch (end.kind) {
    case 'exited':
      return `exit code ${end.exitCode}`;
    case 'signalled':
      return `ended by ${end.signal}`;
    case 'no-result':
      return end.error;
  }
}
