import { execa } from 'execa';

export interface AttachedOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Shows what it said only when it fails. */
  readonly quiet: boolean;
}

/** Runs a command whose output goes to this process' standard error. Resolves with its exit code. */
export async function runAttached(
  command: string,
  args: readonly string[],
  options: AttachedOptions,
): Promise<number> {
  const result = await execa(command, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdin: 'inherit',
    stdout: options.quiet ? 'pipe' : process.stderr,
    stderr: options.quiet ? 'pipe' : process.stderr,
    reject: false,
  });
  if (options.quiet && result.exitCode !== 0) {
    process.stderr.write(`${result.stdout ?? ''}\n${result.stderr ?? ''}\n`);
  }
  return result.exitCode ?? 1;
}
