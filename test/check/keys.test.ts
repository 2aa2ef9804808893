/** Whether a pinned session is of the programs that are there, on a real one with many contestants. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkKeys, type Found, type KeySources } from '../../src/check/keys.ts';
import { findPlaces, type Places } from '../../src/places.ts';
import { loadScenarios } from '../../src/scenario/load.ts';
import { nothingMade } from '../../src/scenario/made.ts';
import type { FoundRuntime } from '../../src/scenario/runtime.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { first } from '../fixtures/projects.ts';

const REPORT = 'duso-vs-python';
const scenarios = await loadScenarios(first.runners);
const folder = mkdtempSync(join(tmpdir(), 'steelyard-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const places: Places = { ...findPlaces({}), ...first };
const makeInputs = () => Promise.resolve(nothingMade);
const nothingHere = (): Promise<Found> => Promise.resolve(new Map());

/** As the runtime would be found on another machine, with its packages. */
const withLock = (lockSha256: string): FoundRuntime => ({
  available: true,
  version: '9.9.9',
  binary: '/bin/x',
  binarySha256: 'f'.repeat(64),
  command: ['/bin/x'],
  words: ['<binary>'],
  dependencies: {},
  missing: {},
  facts: {},
  lockSha256,
});
const python = (sha256: string) => (): Promise<Found> =>
  Promise.resolve(
    new Map(
      ['python', 'python-3-14', 'python-free-threaded'].map(
        (id) => [id, withLock(sha256)] as const,
      ),
    ),
  );
/** sha256 of the lock that the session was measured with. */
const LOCK = 'c556995ac04b812b142078f6c20b9986228189beb58ba1e34d9e7398fd813c85';

const look = (sources: Partial<KeySources>, where = places) =>
  checkKeys(REPORT, { scenarios, find: nothingHere, makeInputs, ...sources }, where);

/** The scenarios with one of them changed. */
const changed = (id: string, change: (scenario: Scenario) => Scenario): Scenario[] =>
  scenarios.map((one) => (one.id === id ? change(one) : one));

describe('the keys of a session with more than a hundred contestants', () => {
  it('are those of the programs that are there, on a machine with other versions too', async () => {
    expect(await look({ find: python(LOCK) })).toMatchObject({ state: 'right', findings: [] });
  });

  it('can’t all be told where the runtimes aren’t here: whose packages count', async () => {
    const { state, findings, notes } = await look({});
    expect([state, findings]).toEqual(['untold', []]);
    const needing = scenarios.flatMap(({ contestants }) =>
      contestants
        // That build was missing when it was measured, and so no packages of it counted.
        .filter(({ runtime, needs }) => needs.length > 0 && runtime !== 'python-free-threaded')
        .map(({ id }) => id),
    );
    expect(notes.map((note) => /^(\S+) of /.exec(note)?.[1]).sort()).toEqual(
      [...new Set(needing)].sort(),
    );
  });

  it('differ where the packages are others', async () => {
    const { state, findings } = await look({ find: python('0'.repeat(64)) });
    expect(state).toBe('wrong');
    expect(findings.join('\n')).toContain(
      'its answer, its packages or the way it is started changed',
    );
    expect(findings.join('\n')).not.toMatch(/^duso /m);
  });

  it('differ in every case whose program was edited, which is told in one line', async () => {
    const runners = join(folder, 'runners');
    cpSync(first.runners, runners, { recursive: true });
    writeFileSync(join(runners, 'runtimes', 'duso', 'cpu_worker.du'), '// another one\n');
    const { findings } = await look({ find: python(LOCK) }, { ...places, runners });
    expect(findings).toEqual([
      expect.stringMatching(
        /^duso of cpu\/20, cpu\/100, cpu\/1000 is not what 2026\S+ measured: runners\/runtimes\/duso\/cpu_worker\.du changed\. Put it back, or measure again/,
      ),
    ]);
  });

  it('differ for all contestants where the answer of a scenario is another one', async () => {
    const other = changed('cpu', (one) => ({ ...one, answer: { sum: { is: 'a' } } }));
    const { findings } = await look({ scenarios: other, find: python(LOCK) });
    const cpu = scenarios.find(({ id }) => id === 'cpu')!;
    expect(findings).not.toEqual([]);
    for (const finding of findings) expect(finding).toMatch(/ of cpu\/\S+/);
    const named = findings.map((finding) => finding.split(' ')[0]);
    // Of what no runtime runs here nothing is sure.
    const here = cpu.contestants.filter(({ runtime }) => runtime !== 'duso');
    expect(named.sort()).toEqual(here.map(({ id }) => id).sort());
  });

  it('lack what was added since, and hold what is gone', async () => {
    const renamed = (id: string): string => (id === 'python' ? 'python-bare' : id);
    const other = changed('startup', (one) => ({
      ...one,
      contestants: one.contestants.map((each) => ({ ...each, id: renamed(each.id) })),
      cases: one.cases.map((each) => ({
        ...each,
        ...(each.contestants && { contestants: each.contestants.map(renamed) }),
      })),
    }));
    const { findings } = await look({ scenarios: other, find: python(LOCK) });
    expect(findings).toEqual([
      expect.stringMatching(
        /^python of startup\/hello is not what 2026\S+ measured: it takes no part in the case any more/,
      ),
      expect.stringMatching(
        /^python-bare of startup\/hello is not what 2026\S+ measured: it is new there/,
      ),
    ]);
  });
});
