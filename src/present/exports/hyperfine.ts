/**
 * What `hyperfine --export-json` writes (its src/benchmark/benchmark_result.rs, 1.x): seconds and bytes, an
 * entry a contestant of a case. Only the CPU time of user and system together is measured, so `user` and
 * `system` are null; `steelyard` holds the sum, and what says where the numbers are from.
 */
import { momentsOf } from '../../analyse/moments.ts';
import { medianOf } from '../../analyse/interval.ts';
import type { ContestantResult } from '../../analyse/types.ts';
import type { InvocationRecord } from '../../store/record-schema.ts';
import { prettyJson } from '../../store/files.ts';
import type { MeasuredCase } from '../document.ts';
import { countedRuns } from '../values.ts';
import { leftOutNote, nameIn, type Exported } from './exported.ts';

interface HyperfineResult {
  readonly command: string;
  readonly mean: number;
  readonly stddev: number | null;
  readonly median: number;
  readonly user: null;
  readonly system: null;
  readonly min: number;
  readonly max: number;
  readonly times: readonly number[];
  readonly memory_usage_byte?: readonly number[];
  readonly exit_codes: readonly (number | null)[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly steelyard: {
    readonly session: string;
    readonly attempted: number;
    readonly finished: number;
    /** Mean of user and system time together, in seconds. */
    readonly cpu: number | null;
  };
}

const NS_PER_S = 1e9;

/** Times of finished counted runs alone: how many were attempted stands beside them. */
export function hyperfineExport(cases: readonly MeasuredCase[]): Exported {
  const all = cases.flatMap((aCase) =>
    aCase.result.contestants
      .filter(({ controlOf }) => controlOf === undefined)
      .map((one) => ({ name: nameIn(aCase.id, one.id), one, entry: entryOf(aCase, one) })),
  );
  const results = all.flatMap(({ entry }) => entry ?? []);
  const without = all.filter(({ entry }) => entry === undefined).map(({ name }) => name);
  const partly = all
    .filter(({ entry, one }) => entry !== undefined && one.finished < one.attempted)
    .map(({ name, one }) => `${name} (${one.finished} of ${one.attempted})`);
  return {
    text: prettyJson({ results }),
    notes: [
      ...leftOutNote('since no run finished', without),
      ...(partly.length === 0
        ? []
        : [`Times of the runs that finished alone: ${partly.join(', ')}.`]),
    ],
  };
}

function entryOf(aCase: MeasuredCase, one: ContestantResult): HyperfineResult | undefined {
  const runs = countedRuns(aCase, one.id).filter(({ outcome }) => outcome === 'measured');
  const timed = runs.filter(({ wallNs }) => wallNs !== undefined);
  if (timed.length === 0) return undefined;
  const times = timed.map(({ wallNs = 0 }) => wallNs / NS_PER_S);
  const memory = timed.flatMap(({ peakProcessBytes }) => peakProcessBytes ?? []);
  const { mean, deviation } = momentsOf(times);
  return {
    command: nameIn(aCase.id, one.id),
    mean,
    stddev: deviation,
    median: medianOf(times),
    user: null,
    system: null,
    min: Math.min(...times),
    max: Math.max(...times),
    times,
    // Of the largest process, as hyperfine has it.
    ...(memory.length === timed.length && { memory_usage_byte: memory }),
    exit_codes: timed.map(({ exitCode }) => exitCode ?? null),
    parameters: Object.fromEntries(
      Object.entries(aCase.definition.parameters).map(([name, value]) => [name, `${value}`]),
    ),
    steelyard: {
      session: aCase.session.id,
      attempted: one.attempted,
      finished: one.finished,
      cpu: cpuOf(timed),
    },
  };
}

function cpuOf(runs: readonly InvocationRecord[]): number | null {
  const known = runs.flatMap(({ cpuNs }) => cpuNs ?? []);
  return known.length < runs.length ? null : momentsOf(known).mean / NS_PER_S;
}
