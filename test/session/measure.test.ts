import { readFileSync, readdirSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureOutcome } from '../../src/session/measure.ts';
import { stepName } from '../../src/plan/schedule.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { committed, local } from '../fixtures/make-site-data.ts';
import { Bench, type Ended } from '../commands/bench.ts';

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => bench.remove());

const outcomeOf = (ended: Ended): MeasureOutcome => JSON.parse(ended.stdout) as MeasureOutcome;

/** A session that was measured on another machine, as text. */
const anySession = readFileSync(join(committed, 'local', local.id, 'session.json'), 'utf8');

/** What the plan says with these flags; nothing is measured. */
async function plan(...args: readonly string[]): Promise<NonNullable<MeasureOutcome['plan']>> {
  const ended = await bench.run(['measure', '--plan', '--json', ...args]);
  expect([ended.exitCode, ended.stderr]).toEqual([0, expect.stringContaining('A new session')]);
  return outcomeOf(ended).plan!;
}

describe('measuring', () => {
  let first: Ended;
  beforeAll(async () => {
    first = await bench.measure('--only', 'count', '--seed', 'a seed', '--json');
  });

  it('ends well, and says what it did, to people and to programs', () => {
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toContain('A new session: 1 case of the smoke profile, 8 invocations');
    expect(first.stderr).toContain('Not here: absent-count. There is no "absent" on PATH.');
    expect(outcomeOf(first)).toMatchObject({
      state: 'finished',
      session: bench.sessions()[0]!.session.id,
      invocations: 8,
      outcomes: { measured: 8, unavailable: 1 },
    });
  });

  it('writes one finished session with the seed, the plan and the runtimes', () => {
    const stored = bench.sessions();
    expect(stored).toHaveLength(1);
    const { session } = stored[0]!;
    expect(session).toMatchObject({
      profile: 'smoke',
      seed: 'a seed',
      resumedAt: [],
      finishedAt: expect.any(String) as string,
    });
    expect(session.cases.map(({ id, rounds }) => [id, rounds])).toEqual([['count/2', 3]]);
    expect(session.runtimes.map(({ id, available }) => [id, available])).toEqual([
      ['absent', false],
      ['node', true],
      ['shell', true],
    ]);
    expect(session.runtimes[2]).toMatchObject({ environment: { SHELL_FIXTURE: 'set' } });
  });

  it('writes one record for each contestant and round, and one for what is not here', () => {
    const names = bench.sessions()[0]!.records.map(stepName);
    const rounds = ['shell-count', 'node-count'].flatMap((id) =>
      [0, 1, 2, 3].map((round) => `count/2 ${id} ${round}`),
    );
    expect(names.toSorted()).toEqual([...rounds, 'count/2 absent-count 1'].toSorted());
  });

  it('keeps the source of each program under its hash', () => {
    const [{ folder, session }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
    const kept = readdirSync(join(folder, 'programs'));
    const shell = readFileSync(join(bench.runners, 'runtimes/shell/count.sh'));
    expect(kept).toContain(sha256Of(shell));
    const wanted = session.cases.flatMap(({ contestants }) =>
      contestants.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
    );
    expect(kept.toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('records no host name, no home and no folder of this machine', () => {
    const { folder } = bench.sessions()[0]!;
    const text = ['session.json', 'records.jsonl']
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    const folders = [bench.folder, join(import.meta.dirname, '..'), homedir()];
    for (const secret of folders.filter((folder) => folder !== '/'))
      expect(text).not.toContain(secret);
    // A machine may be called what a session of any machine says.
    if (!anySession.includes(hostname())) expect(text).not.toContain(hostname());
  });

  it('makes 0 invocations the second time', async () => {
    const second = await bench.measure('--only', 'count', '--json');
    expect(outcomeOf(second)).toEqual({ state: 'fresh', invocations: 0, outcomes: {} });
    expect(second.stderr).toContain('0 invocations');
    expect(bench.sessions()).toHaveLength(1);
  });

  it('makes none for an edited sentence, and all of them again with --fresh', async () => {
    bench.edit('scenarios/count.ts', "title: 'Counting'", "title: 'Counting things'");
    expect(outcomeOf(await bench.measure('--only', 'count', '--json')).state).toBe('fresh');
    expect((await plan('--profile', 'smoke', '--only', 'count', '--fresh')).invocations).toBe(8);
  });

  it('makes them again for an edited program', async () => {
    bench.edit('runtimes/shell/count.sh', 'Counting …', 'Counting again …');
    expect((await plan('--profile', 'smoke', '--only', 'count')).invocations).toBe(8);
  });
});

describe('the plan', () => {
  it('has the default profile, and the A/A control where the scenario names one', async () => {
    const { profile, cases } = await plan('--only', 'count');
    expect(profile).toBe('quick');
    expect(cases).toEqual([
      {
        case: 'count/5',
        rounds: 3,
        contestants: ['shell-count', 'node-count', 'shell-count-again'],
      },
    ]);
  });

  it('leaves out what --skip names, and has the rounds that --rounds names', async () => {
    const { cases } = await plan(
      '--profile',
      'smoke',
      '--skip',
      'count,trouble,hang,wait',
      '--skip',
      'shell-wrong',
      '--rounds',
      '5',
    );
    expect(cases).toEqual([
      { case: 'ask/3', rounds: 5, contestants: ['node-ask'] },
      { case: 'wrong/2', rounds: 5, contestants: ['shell-right'] },
    ]);
  });

  it('measures nothing', () => {
    expect(bench.sessions()).toHaveLength(1);
  });
});

describe('a session with trouble', () => {
  it('is finished whatever its programs do, and says what they did', async () => {
    const ended = await bench.measure('--only', 'trouble,hang');
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain(
      'shell-failing in trouble/small: failed in round 1. exit code 3',
    );
    expect(ended.stderr).toContain(
      'shell-hanging in hang/small: timed-out in round 1. not finished after 1 s',
    );
    const { session, records } = bench.sessions().at(-1)!;
    expect(session.finishedAt).toBeDefined();
    const outcomes = (id: string): string[] =>
      records.filter(({ contestant }) => contestant === id).map(({ outcome }) => outcome);
    expect(outcomes('shell-fine')).toEqual(['measured', 'measured', 'measured', 'measured']);
    expect(outcomes('shell-failing')).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(new Set(outcomes('shell-hanging'))).toEqual(new Set(['timed-out']));
    expect(records.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      exitCode: 3,
      stderr: 'no more paper',
    });
  });

  it('ends with 1 for a wrong answer, and --quiet still names it and says nothing else', async () => {
    const { exitCode, stderr, stdout } = await bench.measure('--only', 'wrong', '--quiet');
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    // The project may be an archive that knows no commit.
    const said = stderr.replace(/^! The session won't say .*\n/, '').trim();
    expect(said.split('\n')).toEqual([
      'shell-wrong in wrong/2: wrong-answer in the warm-up. expected things = 2, found 1',
      'shell-wrong in wrong/2: wrong-answer in round 1. expected things = 2, found 1',
    ]);
  });

  it('ends with 3 when nothing of it can run here', async () => {
    const ended = await bench.measure('--only', 'absent-count');
    expect(ended.exitCode).toBe(3);
    expect(ended.stderr).toContain('npm run doctor');
  });
});

describe('a scenario with a service', () => {
  it("records what the service saw and what the program timed, and keeps the service's source", async () => {
    expect((await bench.measure('--only', 'ask')).exitCode).toBe(0);
    const { session, records, folder } = bench.sessions().at(-1)!;
    expect(records).toHaveLength(2);
    for (const record of records) {
      expect(record).toMatchObject({ outcome: 'measured', service: { requests: 3 } });
      expect(record.measures!['allDone']).toBeLessThan(record.wallNs!);
    }
    const [service] = session.cases[0]!.service!;
    expect(readdirSync(join(folder, 'programs'))).toContain(service!.sha256);
  });
});
