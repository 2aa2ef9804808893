/** What the launcher answers: a line of JSON, then the kept bytes of the program's two streams. */
import { constants } from 'node:os';
import { z } from 'astro/zod';
import { noResult, type End, type Launched } from './launched.ts';
import type { Output } from './output.ts';

const NEWLINE = 10;

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

/** Whether all of an answer has come. */
export function isWhole(answer: Buffer): boolean {
  const read = readHead(answer);
  if (read === undefined) return false;
  const { head, length } = read;
  return answer.length >= length + head.stdout.kept + head.stderr.kept;
}

/** What a whole answer says of the run. */
export function parseAnswer(answer: Uint8Array): Launched {
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
