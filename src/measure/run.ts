import { execa } from 'execa';
import type { CommandOutput } from '../scenario/runtime.ts';

export interface RunOptions {
  /** Added to this process' environment; what is undefined is taken out of it. */
  readonly env?: Record<string, string | undefined>;
  readonly timeoutS?: number;
}

/**
 * Runs a helper command to its end and collects what it said. Not for anything timed.
 * A command that can't be started, was killed or ran into its timeout has `exitCode` undefined,
 * and the reason at the end of `stderr`. Never throws.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<CommandOutput> {
  const result = await execa(command, [...args], {
    reject: false,
    stdin: 'ignore',
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.timeoutS === undefined ? {} : { timeout: options.timeoutS * 1000 }),
  });
  const stderr =
    result.exitCode === undefined
      ? `${result.stderr}\n${result.shortMessage ?? ''}`.trim()
      : result.stderr;
  return { exitCode: result.exitCode, stdout: result.stdout, stderr };
}
