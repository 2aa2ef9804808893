/** One line of records.jsonl: what came of an invocation. Units are in the names; absent means not measured. */
import { z } from 'astro/zod';
import { contestantId, measuredCaseId } from './ids.ts';

const utc = z.iso.datetime();
const count = z.int().nonnegative();

export const outcomes = [
  'measured',
  'wrong-answer',
  'failed',
  'timed-out',
  'out-of-memory',
  'killed',
  'unavailable',
  'not-attempted',
  /** The harness, the service or the machine failed: nothing is known of the program. Made again. */
  'no-result',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What the service saw from its side. */
export const serviceReportSchema = z.strictObject({
  requests: count,
  connections: count,
  handshakes: count,
  /** Most requests in flight at once. */
  peakConcurrent: count,
  /** Shortest and longest time between a request's arrival and its answer. */
  shortestNs: count,
  longestNs: count,
  cpuNs: count,
  /** New listen overflows while the invocation ran; absent where the system doesn't tell. */
  listenOverflows: count.optional(),
});
export type ServiceReport = z.infer<typeof serviceReportSchema>;

/** One invocation: one line of records.jsonl. */
export const recordSchema = z.strictObject({
  case: measuredCaseId,
  contestant: contestantId,
  /** 1-based; the warm-up has block 0 and round 0. */
  block: count,
  round: count,
  /** Place in the round's shuffled order, from 1. */
  position: count,
  /** The round's number: length of the padding, seed of hashes. Absent in records of before. */
  roundNumber: count.optional(),
  at: utc,
  outcome: z.enum(outcomes),
  /** Why it isn't `measured`. */
  reason: z.string().optional(),
  wallNs: count.optional(),
  /** User and system time of the whole tree. */
  cpuNs: count.optional(),
  peakTreeBytes: count.optional(),
  /** Why there is no peakTreeBytes where it was looked for. */
  noPeakTree: z.string().optional(),
  peakProcessBytes: count.optional(),
  exitCode: z.int().optional(),
  signal: z.string().optional(),
  /** What the program reported, by measure, in the measure's unit. */
  measures: z.record(z.string(), z.number().nonnegative()).optional(),
  service: serviceReportSchema.optional(),
  /** All that it wrote; the checksum XXH64 of it, hexadecimal, where the launcher read it. */
  stdoutBytes: count.optional(),
  stdoutXxh64: z.string().optional(),
  stderrBytes: count.optional(),
  /** Of all files that it wrote into its empty folder. */
  outBytes: count.optional(),
  /** What building its program took in this round, and how large the result is. */
  buildNs: count.optional(),
  binaryBytes: count.optional(),
  /** Hash of what it gave, made alike as the scenario says, and how that begins: all have to give the same. */
  gave: z.strictObject({ sha256: z.string(), begins: z.string() }).optional(),
  /** Last lines of standard error, shown but not judged. */
  stderr: z.string().optional(),
  /** The system's load of the last minute, in records of before. */
  load1: z.number().nonnegative().optional(),
  /** What others used of the program's cores, and the time that there was on them; see measure/load.ts. */
  foreignCpuMs: z.int().optional(),
  coresMs: count.optional(),
  stealMs: count.optional(),
  mhz: count.optional(),
});
export type InvocationRecord = z.infer<typeof recordSchema>;
