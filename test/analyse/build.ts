/** Sessions and records for tests, as short as a test can state them. */
import { analyse } from '../../src/analyse/analyse.ts';
import type { CaseResult, Comparison } from '../../src/analyse/types.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type {
  Session,
  SessionCase,
  SessionContestant,
  SessionMeasure,
} from '../../src/store/schema.ts';

const HASH = 'a'.repeat(64);

export const wall: SessionMeasure = {
  id: 'wall',
  title: 'Wall time',
  unit: 'ns',
  source: { from: 'launcher' },
  matters: { ratio: 1.02 },
};

export const overhead: SessionMeasure = {
  id: 'overhead',
  title: 'Time above the floor',
  unit: 'ns',
  source: { from: 'floor' },
  matters: { difference: 50e6 },
};

export const peakTree: SessionMeasure = {
  id: 'peakTree',
  title: 'Peak memory',
  unit: 'bytes',
  source: { from: 'launcher' },
  matters: { ratio: 1.05 },
};

export function contestant(
  id: string,
  changes: Partial<SessionContestant> = {},
): SessionContestant {
  const files = [{ path: `programs/${id}`, sha256: HASH }];
  return { id, runtime: 'engine', tuned: false, once: false, key: HASH, files, ...changes };
}

export function aCase(changes: Partial<SessionCase> = {}): SessionCase {
  return {
    id: 'io/100',
    scenario: 'io',
    parameters: { workers: 100 },
    rounds: 10,
    blocks: 1,
    timeoutS: 60,
    measures: [wall],
    verdicts: true,
    contestants: [contestant('first'), contestant('second')],
    ...changes,
  };
}

export function session(cases: SessionCase[], changes: Partial<Session> = {}): Session {
  return {
    schema: 1,
    id: '20260101T000000Z-test-0001',
    profile: 'full',
    seed: 'seed',
    startedAt: '2026-01-01T00:00:00Z',
    resumedAt: [],
    harness: { version: '0.1.0', commit: 'none', dirty: false },
    launcher: { method: 'launcher', sha256: HASH, metric: 1 },
    machine: {
      key: HASH,
      cpu: 'test',
      usableCores: 2,
      affinity: [0, 1],
      memoryGiB: 8,
      architecture: 'x64',
      os: 'Test 1',
      kernel: '1',
      treeMemory: 'cgroup-v2',
      descriptors: 1024,
      settings: {},
    },
    environment: {},
    runtimes: [],
    cases,
    growth: [],
    ...changes,
  };
}

export function record(changes: Partial<InvocationRecord> = {}): InvocationRecord {
  return {
    case: 'io/100',
    contestant: 'first',
    block: 1,
    round: 1,
    position: 1,
    at: '2026-01-01T00:00:00Z',
    outcome: 'measured',
    ...changes,
  };
}

/** One record a round from wall times in ms; `null` is a run that was stopped after 60 s. */
export function walls(
  id: string,
  valuesMs: readonly (number | null)[],
  changes: Partial<InvocationRecord> = {},
): InvocationRecord[] {
  return valuesMs.map((valueMs, index) => {
    const place = { contestant: id, round: index + 1, ...changes };
    if (valueMs === null)
      return record({
        ...place,
        outcome: 'timed-out',
        reason: 'timed out after 60 s',
        wallNs: 60e9,
      });
    return record({ ...place, wallNs: valueMs * 1e6, cpuNs: valueMs * 1e6 });
  });
}

/** n values around a centre, spread by ±1% in a fixed pattern without a trend. */
export function around(centre: number, n: number): number[] {
  const pattern = [0.3, -0.8, 1, -0.4, 0.6, -1, 0.1, 0.8, -0.6, -0.1];
  return Array.from(
    { length: n },
    (_, index) => centre * (1 + (pattern[index % pattern.length] ?? 0) / 100),
  );
}

/** What `analyse` says of a session with this case alone. */
export function resultOf(
  theCase: SessionCase,
  records: readonly InvocationRecord[],
  changes: Partial<Session> = {},
): CaseResult {
  const [result] = analyse(session([theCase], changes), records).cases;
  if (result === undefined) throw new Error('the session has no case');
  return result;
}

export function firstComparison(result: CaseResult): Comparison {
  const [comparison] = result.comparisons;
  if (comparison === undefined) throw new Error('the case has no comparison');
  return comparison;
}
