import { constants } from 'node:os';
import { z } from 'astro/zod';
import type { Launcher } from './launcher.ts';
import type { Output } from './output.ts';
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

type End =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  /** Nothing is known of the program: the harness or the machine failed. */
  | { readonly kind: 'no-result'; readonly error: string };

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
  /** Version of Landlock that kept it to the folders it may write into; 0: none did. */
  readonly confined?: number;
  readonly stdout?: Output;
  readonly stderr?: Output;
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

const count = z.int().nonnegative();
const runSchema = z.union([
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
    confined: count,
  }),
]);
const streamSchema = z.strictObject({ bytes: count, kept: count, xxh64: z.string() });
const resultSchema = z.strictObject({
  run: runSchema.nullable(),
  stdout: streamSchema,
  stderr: streamSchema,
});

/** "SIGKILL" for 9; "signal 99" for one that the system doesn't name. */
export function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found?.[0] ?? `signal ${String(number)}`;
}

function noResult(error: string): Launched {
  return { end: { kind: 'no-result', error }, timedOut: false };
}

function describeRun(run: z.infer<typeof runSchema>): Launched {
  if ('error' in run) return noResult(run.error);
  const end: End =
    run.signal === undefined
      ? { kind: 'exited', exitCode: run.exitCode ?? 0 }
      : { kind: 'signalled', signal: signalName(run.signal) };
  return {
    end,
    timedOut: run.timedOut,
    wallNs: run.wallNs,
    cpuNs: run.userNs + run.sysNs,
    maxRssBytes: run.maxRssBytes,
    descriptors: run.nofile,
    cores: run.cores,
    confined: run.confined,
  };
}

/** The first line of an answer; undefined while it isn't whole. */
function readHead(
  answer: Uint8Array,
): { head: z.infer<typeof resultSchema>; length: number } | undefined {
  const length = answer.indexOf(NEWLINE) + 1;
  if (length === 0) return undefined;
  const line = Buffer.from(answer.buffer, answer.byteOffset, length).toString('utf8');
  return { head: resultSchema.parse(JSON.parse(line)), length };
}

const NEWLINE = 10;

/** An answer is a line of JSON, then the kept bytes of both streams. */
function isWhole(answer: Buffer): boolean {
  const read = readHead(answer);
  if (read === undefined) return false;
  const { head, length } = read;
  return answer.length >= length + head.stdout.kept + head.stderr.kept;
}

function parseAnswer(answer: Uint8Array): Launched {
  const { head, length } = readHead(answer)!;
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  const outputOf = (stream: z.infer<typeof streamSchema>, from: number): Output => ({
    bytes: stream.bytes,
    kept: bytes.subarray(from, from + stream.kept).toString('utf8'),
    xxh64: stream.xxh64,
  });
  const wrote = {
    stdout: outputOf(head.stdout, length),
    stderr: outputOf(head.stderr, length + head.stdout.kept),
  };
  if (head.run === null) return { ...noResult('its stopwatch was killed'), ...wrote };
  return { ...describeRun(head.run), ...wrote };
}

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
