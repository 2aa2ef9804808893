import { open, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:os';
import { z } from 'astro/zod';
import { execa } from 'execa';
import { descriptor } from './files.ts';
import type { Launcher } from './launcher.ts';
import { spawnPlainly } from './spawn.ts';

export interface LaunchRequest {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment: nothing is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Files that standard output and error are written to. */
  readonly stdout: string;
  readonly stderr: string;
  /** CPU numbers to run on; empty: as they are. */
  readonly cores: readonly number[];
  /** `cgroup.procs` files to join. */
  readonly join: readonly string[];
}

type End =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly error: string };

/** What a launch took. Absent: this method doesn't measure it. */
export interface Launched {
  readonly end: End;
  readonly timedOut: boolean;
  readonly wallNs?: number;
  /** User and system time of the whole tree. */
  readonly cpuNs?: number;
  /** Peak resident memory of the largest process. */
  readonly maxRssBytes?: number;
  /** Limit of open files that the program had. */
  readonly descriptors?: number;
  /** CPU numbers that the program could use. */
  readonly cores?: readonly number[];
}

export interface LaunchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the launcher's process id once it runs: its descendants are the program's tree. */
  readonly onStart?: (pid: number) => void;
}

/** Where the launcher writes its line; stands in launcher.c too. */
const RESULT_FD = 3;
const LONGEST_END_MS = 30_000;

const count = z.int().nonnegative();
const resultSchema = z.union([
  z.strictObject({ error: z.string() }),
  z.strictObject({
    wallNs: count,
    userNs: count,
    sysNs: count,
    maxRssBytes: count,
    exitCode: count.optional(),
    signal: count.optional(),
    timedOut: z.boolean(),
    nofile: count,
    cores: z.array(count),
  }),
]);

/** "SIGKILL" for 9; "signal 99" for one that the system doesn't name. */
export function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found?.[0] ?? `signal ${String(number)}`;
}

function parseResult(line: string): Launched {
  const result = resultSchema.parse(JSON.parse(line));
  if ('error' in result)
    return { end: { kind: 'not-started', error: result.error }, timedOut: false };
  const end: End =
    result.signal === undefined
      ? { kind: 'exited', exitCode: result.exitCode ?? 0 }
      : { kind: 'signalled', signal: signalName(result.signal) };
  return {
    end,
    timedOut: result.timedOut,
    wallNs: result.wallNs,
    cpuNs: result.userNs + result.sysNs,
    maxRssBytes: result.maxRssBytes,
    descriptors: result.nofile,
    cores: result.cores,
  };
}

async function startLauncher(
  launcher: string,
  request: LaunchRequest,
  stdout: FileHandle,
  stderr: FileHandle,
  options: LaunchOptions,
): Promise<Launched> {
  const cores = request.cores.length > 0 ? ['--cores', request.cores.join(',')] : [];
  const groups = request.join.flatMap((procs) => ['--join', procs]);
  const timeout = ['--timeout-ms', String(Math.ceil(request.timeoutMs))];
  const running = execa(launcher, [...timeout, ...groups, ...cores, '--', ...request.command], {
    cwd: request.cwd,
    env: { ...request.environment },
    extendEnv: false,
    reject: false,
    // Thousands of processes take a while to end; without the launcher they would be orphans.
    forceKillAfterDelay: LONGEST_END_MS,
    // Descriptors, not paths: execa would carry a path's bytes itself, beside the timed program.
    stdio: ['ignore', descriptor(stdout), descriptor(stderr), 'pipe'],
    ...(options.signal === undefined ? {} : { cancelSignal: options.signal }),
  });
  if (running.pid !== undefined) options.onStart?.(running.pid);
  const result = await running;
  const line: unknown = result.stdio[RESULT_FD];
  if (typeof line === 'string' && line !== '') return parseResult(line);
  const how = result.shortMessage ?? `exit code ${String(result.exitCode)}`;
  return {
    end: { kind: 'not-started', error: `the launcher gave no result: ${how}` },
    timedOut: false,
  };
}

/**
 * Starts one program and waits for its end. Standard input is null.
 * An abort kills the whole tree and rejects with an AbortError once it is gone.
 */
export async function launch(
  launcher: Launcher,
  request: LaunchRequest,
  options: LaunchOptions = {},
): Promise<Launched> {
  throwIfAborted(options.signal);
  const stdout = await open(request.stdout, 'w');
  const stderr = await open(request.stderr, 'w');
  try {
    const launched =
      launcher.method === 'launcher'
        ? await startLauncher(launcher.path, request, stdout, stderr, options)
        : await spawnPlainly(request, stdout, stderr, options);
    throwIfAborted(options.signal);
    return launched;
  } finally {
    await stdout.close();
    await stderr.close();
  }
}

/** Throws an AbortError, whatever reason the abort was given. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new DOMException('The measuring was stopped.', 'AbortError');
}
