import type { FileHandle } from 'node:fs/promises';
import { execa } from 'execa';
import { descriptor } from './files.ts';
import type { Launched, LaunchOptions, LaunchRequest } from './launch.ts';

/** Kills a process group; one that has ended is no mistake. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/**
 * Starts a program without the launcher, where there is no compiler. Wall time only, and that
 * 1–3 ms too long: Node's own spawning is in it. No affinity, no cgroup.
 */
export async function spawnPlainly(
  request: LaunchRequest,
  stdout: FileHandle,
  stderr: FileHandle,
  options: LaunchOptions,
): Promise<Launched> {
  const [program, ...args] = request.command;
  const started = process.hrtime.bigint();
  const running = execa(program, args, {
    cwd: request.cwd,
    env: { ...request.environment },
    extendEnv: false,
    reject: false,
    // A group of its own, so that the whole of it can be killed.
    detached: true,
    stdio: ['ignore', descriptor(stdout), descriptor(stderr)],
  });
  let timedOut = false;
  const end = (): void => {
    killGroup(running.pid);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, request.timeoutMs);
  options.signal?.addEventListener('abort', end, { once: true });
  if (running.pid !== undefined) options.onStart?.(running.pid);
  const result = await running;
  const wallNs = Number(process.hrtime.bigint() - started);
  clearTimeout(timer);
  options.signal?.removeEventListener('abort', end);
  end();
  if (result.exitCode !== undefined) {
    return { end: { kind: 'exited', exitCode: result.exitCode }, timedOut, wallNs };
  }
  if (result.signal !== undefined) {
    return { end: { kind: 'signalled', signal: result.signal }, timedOut, wallNs };
  }
  const error = `can't start the program: ${result.originalMessage ?? 'unknown reason'}`;
  return { end: { kind: 'not-started', error }, timedOut };
}
