import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { type LaunchOptions, type LaunchRequest, GRACE_MS } from './launch.ts';
import type { Launched } from './launched.ts';
import { keepEnd } from './output.ts';
import { after } from './timer.ts';
import { newTree } from './tree.ts';

/** For what the program wrote last to come through its pipes. */
const LAST_WORDS_MS = 20;

/**
 * Starts a program without the launcher, where there is no compiler. Wall time only, and that
 * 1–3 ms too long: Node's own spawning is in it. No affinity, no cgroup, no memory. Its tree ends
 * with it, as far as the system shows who belongs to it.
 */
export async function spawnPlainly(
  request: LaunchRequest,
  options: LaunchOptions,
): Promise<Launched> {
  const [program, ...args] = request.command;
  const tree = newTree();
  const started = process.hrtime.bigint();
  const running = execa(program, args, {
    cwd: request.cwd,
    env: { ...request.environment, ...tree.mark },
    extendEnv: false,
    reject: false,
    buffer: false,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  tree.begin(running.pid);
  const stdout = keepEnd(running.stdout);
  const stderr = keepEnd(running.stderr);
  const result = running.pid === undefined ? undefined : once(running.nodeChildProcess, 'exit');
  const error = running.pid === undefined ? (await running).originalMessage : undefined;
  let timedOut = false;
  const stopTimer = after(request.timeoutMs, () => {
    timedOut = true;
    void endGently(running.pid, tree.end);
  });
  const onAbort = (): void => void tree.end();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  if (running.pid !== undefined) options.onStart?.(running.pid);
  const [exitCode, signal] = ((await result) ?? [null, null]) as [number | null, string | null];
  const wallNs = Number(process.hrtime.bigint() - started);
  stopTimer();
  options.signal?.removeEventListener('abort', onAbort);
  await tree.end();
  await sleep(LAST_WORDS_MS);
  const wrote = { stdout: stdout(), stderr: stderr() };
  if (error !== undefined) {
    return { end: { kind: 'no-result', error: `can't start the program: ${error}` }, timedOut };
  }
  if (signal !== null) return { end: { kind: 'signalled', signal }, timedOut, wallNs, ...wrote };
  return { end: { kind: 'exited', exitCode: exitCode ?? 0 }, timedOut, wallNs, ...wrote };
}

/** SIGTERM to the group, and an end by force a little later. */
async function endGently(pid: number | undefined, end: () => Promise<void>): Promise<void> {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
    await sleep(GRACE_MS, undefined, { ref: false });
  } catch {
    // The group has ended.
  }
  await end();
}
