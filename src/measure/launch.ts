import { noResult, type Launched } from './launched.ts';
import { isWhole, parseAnswer } from './launcher-answer.ts';
import type { Launcher } from './launcher.ts';
import { askLauncher, type Words } from './resident.ts';
import { spawnPlainly } from './spawn.ts';

export interface LaunchRequest {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment: nothing is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** CPU numbers to run on; empty: as they are. */
  readonly cores: readonly number[];
  /** `cgroup.procs` files to join. */
  readonly join: readonly string[];
  /** Folders, the only ones it may write into, where the kernel can see to that; none: wherever it may. */
  readonly writes: readonly string[];
}

export interface LaunchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the launcher's process id once it runs: its descendants are the program's tree. */
  readonly onStart?: (pid: number) => void;
}

/** From the SIGTERM at a timeout to the end by force; stands in launcher/stopwatch.c too. */
export const GRACE_MS = 2000;
/** What ending thousands of processes may take; after it the launcher itself is held up. */
const LATE_MS = 60_000;

async function askForRun(
  launcher: string,
  request: LaunchRequest,
  options: LaunchOptions,
): Promise<Launched> {
  const { command, cwd, environment, timeoutMs, cores, join, writes } = request;
  const texts = [...command, ...Object.entries(environment).flat(), cwd];
  if (texts.some((text) => text.includes('\0')))
    return noResult('a parameter or a variable holds a zero byte');
  const words: Words = [
    ['timeout', String(Math.ceil(timeoutMs))],
    ['folder', cwd],
    ...(cores.length > 0 ? [['cores', cores.join(',')] as const] : []),
    ...join.map((procs) => ['join', procs] as const),
    ...writes.map((folder) => ['writes', folder] as const),
    ...Object.entries(environment).map(([name, value]) => ['env', `${name}=${value}`] as const),
    ...command.map((word) => ['arg', word] as const),
  ];
  const limitMs = timeoutMs + GRACE_MS + LATE_MS;
  const answer = await askLauncher(launcher, words, isWhole, { ...options, limitMs });
  if ('lack' in answer) return noResult(`the launcher gave no result: ${answer.lack}`);
  return parseAnswer(answer);
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
  const launched =
    launcher.method === 'launcher'
      ? await askForRun(launcher.path, request, options)
      : await spawnPlainly(request, options);
  throwIfAborted(options.signal);
  return launched;
}

/** Runs a shell that does nothing, to see what launching is like here. */
export function launchNothing(
  launcher: Launcher,
  { join = [], writes = [] }: Partial<Pick<LaunchRequest, 'join' | 'writes'>> = {},
): Promise<Launched> {
  return launch(launcher, {
    command: ['/bin/sh', '-c', ':'],
    cwd: '/',
    environment: {},
    timeoutMs: 10_000,
    cores: [],
    join,
    writes,
  });
}

/** Throws an AbortError, whatever reason the abort was given. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new DOMException('The measuring was stopped.', 'AbortError');
}
