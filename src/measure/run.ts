import { execa } from 'execa';
import type { CommandOutput } from '../scenario/runtime.ts';
import { after } from './timer.ts';
import { newTree } from './tree.ts';

export interface RunOptions {
  /** Added to this process' environment; what is undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where it runs; absent: in this process' folder. */
  readonly cwd?: string;
  /** Then it is ended, with all that it started; ten minutes unless it is given. */
  readonly timeoutS?: number;
  /** Ends it likewise. */
  readonly signal?: AbortSignal | undefined;
  /** What it leaves running after a good end stays: git has helpers that keep a person's password. */
  readonly leavesHelpers?: boolean;
}

const USUAL_TIMEOUT_S = 600;
/** How long after a command's end somebody else may still write into its output. */
const LAST_WORDS_MS = 200;

/**
 * Runs a helper command to its end and collects what it said. Not for anything timed.
 * Nothing that it started outlives it, unless it `leavesHelpers`: what still runs then is killed.
 * A command that can't be started, was killed or ran into its timeout has `exitCode` undefined,
 * and the reason at the end of `stderr`. Never throws.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<CommandOutput> {
  const { env, cwd, timeoutS = USUAL_TIMEOUT_S, signal, leavesHelpers = false } = options;
  const tree = newTree();
  let ended: string | undefined;
  const end = (why: string): void => {
    ended ??= why;
    void tree.end();
  };
  if (signal?.aborted === true) return { exitCode: undefined, stdout: '', stderr: 'interrupted' };
  const running = execa(command, [...args], {
    reject: false,
    stdin: 'ignore',
    detached: true,
    ...(cwd !== undefined && { cwd }),
    env: { ...env, ...tree.mark },
  });
  tree.begin(running.pid);
  const onAbort = (): void => end('interrupted');
  signal?.addEventListener('abort', onAbort, { once: true });
  const stopWaiting = after(timeoutS * 1000, () =>
    end(`not finished after ${timeoutS} s, and ended`),
  );
  let stopListening = (): void => undefined;
  // It is over when the process has ended, whoever else holds its output open.
  running.nodeChildProcess.once('exit', () => {
    stopListening = after(LAST_WORDS_MS, () => {
      running.stdout.destroy();
      running.stderr.destroy();
    });
  });
  const result = await running;
  stopWaiting();
  stopListening();
  signal?.removeEventListener('abort', onAbort);
  if (leavesHelpers && ended === undefined) tree.forget();
  else await tree.end();
  if (result.exitCode !== undefined && ended === undefined) {
    return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
  }
  const why = ended ?? result.shortMessage ?? '';
  return { exitCode: undefined, stdout: result.stdout, stderr: `${result.stderr}\n${why}`.trim() };
}
