import { execa } from 'execa';

export interface AttachedOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Keeps what the command says, instead of showing it. */
  readonly quiet: boolean;
  /** Ends the command. */
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  readonly exitCode: number;
  /** Both streams of a quiet command; empty otherwise. */
  readonly said: string;
}

/** Runs a command whose output goes to this process' standard error, or is kept. */
export async function runAttached(
  command: string,
  args: readonly string[],
  options: AttachedOptions,
): Promise<Ended> {
  const result = await execa(command, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdin: 'inherit',
    stdout: options.quiet ? 'pipe' : process.stderr,
    stderr: options.quiet ? 'pipe' : process.stderr,
    reject: false,
    ...(options.signal && { cancelSignal: options.signal }),
  });
  const said = options.quiet ? `${result.stdout ?? ''}\n${result.stderr ?? ''}\n` : '';
  return { exitCode: result.exitCode ?? 1, said };
}
