import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import type { Comparison, Estimate, Results } from '../../src/analyse/types.ts';
import { recordSchema, type InvocationRecord } from '../../src/store/record-schema.ts';
import { listSessions } from '../../src/store/read.ts';
import { sessionSchema, type Session } from '../../src/store/schema.ts';
import { first } from '../fixtures/projects.ts';
import { syntheticRecords, syntheticSession } from './synthetic.ts';

type Ends = readonly [number | null, number | null, number | null];
type Recomputed = Readonly<
  Record<string, { estimate: Ends | null; ratio: Ends | null; difference: Ends | null }>
>;

const program = join(import.meta.dirname, 'recompute.py');
/** A real session that stays, and those that this repository's reports have now. */
const committed = [first.sessions, join(import.meta.dirname, '../../data/sessions')];

/** Runs the independent program. Python 3 is required: without it this test fails. */
function recompute(folder: string): Recomputed {
  return JSON.parse(
    execFileSync('python3', [program, folder], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
  ) as Recomputed;
}

function recomputeSynthetic(records: readonly InvocationRecord[]): Recomputed {
  const folder = mkdtempSync(join(tmpdir(), 'recompute-'));
  try {
    writeFileSync(join(folder, 'session.json'), JSON.stringify(syntheticSession));
    writeFileSync(
      join(folder, 'records.jsonl'),
      records.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    return recompute(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One number of the results against the same one, worked by the other program. */
interface Check {
  readonly name: string;
  readonly ours: Ends | null;
  readonly theirs: Ends | null;
}

/** Every estimate, comparison and slope of the results beside what the other program has. */
function checksOf(results: Results, theirs: Recomputed): Check[] {
  const estimate = (name: string, ours: Estimate): Check => ({
    name: `estimate ${name}`,
    ours: endsOf(ours),
    theirs: theirs[name]?.estimate ?? null,
  });
  const comparison = (name: string, { ratio, difference }: Comparison): Check[] => [
    { name: `ratio ${name}`, ours: ratio && endsOf(ratio), theirs: theirs[name]?.ratio ?? null },
    {
      name: `difference ${name}`,
      ours: difference && endsOf(difference),
      theirs: theirs[name]?.difference ?? null,
    },
  ];
  const ofCases = results.cases.flatMap((aCase) => [
    ...aCase.contestants.flatMap(({ id, estimates }) =>
      Object.entries(estimates).map(([measure, ours]) =>
        estimate(`${aCase.case} ${measure} ${id} ${id}`, ours),
      ),
    ),
    ...[...aCase.comparisons, ...aCase.controls]
      .filter(({ pairs }) => pairs > 0)
      .flatMap((ours) => comparison(`${aCase.case} ${ours.measure} ${ours.a} ${ours.b}`, ours)),
  ]);
  const ofGrowth = results.growth.flatMap(({ scenario, measure, contestants, comparisons }) => [
    ...contestants.map(({ id, slope }) => estimate(`${scenario} ${measure} ${id} ${id}`, slope)),
    // Slopes are compared by difference alone.
    ...comparisons
      .filter(({ pairs }) => pairs > 0)
      .flatMap((ours) => comparison(`${scenario} ${measure} ${ours.a} ${ours.b}`, ours).slice(1)),
  ]);
  return [...ofCases, ...ofGrowth];
}

function endsOf({ point, lower, upper }: Estimate): Ends {
  return [point, lower, upper];
}

function agree({ ours, theirs }: Check): boolean {
  if (ours === null || theirs === null) return ours === theirs;
  return ours.every((end, index) => areClose(end, theirs[index] ?? null));
}

function areClose(x: number | null, y: number | null): boolean {
  if (x === null || y === null) return x === y;
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}

describe('a program in another language', () => {
  const records = syntheticRecords(5).map((line) => recordSchema.parse(line));
  const results = analyse(sessionSchema.parse(syntheticSession), records);
  const checks = checksOf(results, recomputeSynthetic(records));

  it('recomputes every estimate, comparison and slope of a session with every difficulty', () => {
    expect(checks.filter((check) => !agree(check))).toEqual([]);
    expect(checks.length).toBeGreaterThan(100);
  });

  it('was given censored ends, ties, ratios of 0 and slopes', () => {
    const ends = checks.flatMap(({ ours }) => ours ?? []);
    expect(ends.filter((end) => end === null).length).toBeGreaterThan(5);
    expect(checks.some(({ name, ours }) => name.startsWith('ratio') && ours?.[1] === 0)).toBe(true);
    expect(checks.some(({ name }) => name.startsWith('difference memory peakTree steady'))).toBe(
      true,
    );
    expect(results.growth[0]?.comparisons.map(({ a, b, from, to }) => [a, b, from, to])).toEqual([
      ['steady', 'flaky', 100, 10_000],
      ['steady', 'dying', 100, 1000],
      ['flaky', 'dying', 100, 1000],
    ]);
  });

  it('would notice a difference of 2e-9', () => {
    const first = checks.find(({ ours }) => typeof ours?.[0] === 'number');
    const [point, lower, upper] = first?.ours ?? [];
    if (first === undefined || typeof point !== 'number') throw new Error('no number to spoil');
    expect(agree({ ...first, ours: [point * (1 + 2e-9), lower ?? null, upper ?? null] })).toBe(
      false,
    );
  });

  const folders = new Map(
    committed.flatMap(listSessions).map((folder) => [basename(folder), folder]),
  );
  it.each([...folders])(
    'recomputes the committed session %s',
    (_, folder) => {
      const session = sessionSchema.parse(
        JSON.parse(readFileSync(join(folder, 'session.json'), 'utf8')),
      ) satisfies Session;
      const lines = readFileSync(join(folder, 'records.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      const ours = analyse(
        session,
        lines.map((line) => recordSchema.parse(JSON.parse(line))),
      );
      const ownChecks = checksOf(ours, recompute(folder));
      expect(ownChecks.length).toBeGreaterThan(0);
      expect(ownChecks.filter((check) => !agree(check))).toEqual([]);
    },
    60_000,
  );
});
