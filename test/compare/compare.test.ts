import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findForgery } from '../../src/analyse/recheck.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { listSessions, readSession } from '../../src/store/read.ts';
import type { Session } from '../../src/store/schema.ts';
import { local, reference } from '../fixtures/make-site-data.ts';
import { end } from '../commands/bench.ts';
import { Gate } from '../commands/gate.ts';
import { changeIn, Repository, type Compared } from '../commands/repository.ts';

let own: Repository;
beforeAll(() => {
  own = new Repository();
  // Of its own, since other tests compare as well, and what is left of this one is looked for.
  own.cache = join(own.folder, 'cache');
  // Something to compute, so that more of it shows.
  own.edit('runtimes/shell/count.sh', "echo 'Counting …'", `${loop(10_000)}\necho 'Counting …'`);
  own.commit('A program that computes');
});
afterAll(() => own.remove());

function loop(times: number): string {
  return `i=0; while [ $i -lt ${times} ]; do i=$((i+1)); done`;
}

const kept = (): string => join(own.data, 'results', 'comparisons');

/** Puts the files back to the base after a test. */
async function onBranch(edit: () => void, work: () => Promise<void>): Promise<void> {
  try {
    edit();
    await work();
  } finally {
    own.git('checkout', '--quiet', '--', '.');
    own.git('clean', '--quiet', '--force', '-d');
    rmSync(kept(), { recursive: true, force: true });
  }
}

describe('a change of text only', () => {
  it('measures nothing, and says that all numbers are identical', async () => {
    const edit = (): void =>
      own.write(own.page, `${readFileSync(own.page, 'utf8')}\nOne more line of text.\n`);
    await onBranch(edit, async () => {
      const { exitCode, markdown, comparison } = await own.compare();
      expect(exitCode).toBe(0);
      const { all, identical } = comparison.numbers;
      expect(all).toBeGreaterThan(0);
      expect(identical).toBe(all);
      expect(markdown).toContain(
        `No program, scenario or data changed: all ${all} numbers identical.`,
      );
      expect(comparison).toMatchObject({ changes: [], data: [], invocations: 0 });
      expect(existsSync(kept())).toBe(false);
    });
  });
});

describe('a change of several programs', () => {
  let compared: Compared;
  beforeAll(async () => {
    const edit = (): void => {
      // Ten times as much: no other program on the machine makes as much of it.
      own.edit('runtimes/shell/count.sh', '-lt 10000', '-lt 100000');
      own.edit('runtimes/node/count.mjs', 'answer: { things,', 'answer: { things: things + 1,');
      own.edit('runtimes/absent/count.txt', 'never', 'still never');
      own.edit('scenarios/ask.ts', 'questions: 3', 'questions: 4');
      own.edit('scenarios/trouble.ts', "id: 'shell-fine'", "id: 'shell-renamed'");
    };
    await onBranch(edit, async () => {
      compared = await own.compare('--skip', 'shell-tuned', '--budget', '5m');
    });
  });

  it('finds the one that became slower, and the same bytes no different', () => {
    const change = changeIn(compared, 'count/5', 'shell-count');
    const cpu = change.state === 'measured' ? change.measures[1] : undefined;
    expect(cpu).toMatchObject({
      measure: { id: 'cpuTime' },
      verdict: 'changed',
      direction: 'more',
    });
    expect(cpu!.ratio.n).toBeGreaterThanOrEqual(8);
    expect(compared.markdown).toContain('**changed: more**');
  });

  it('shows the wrong answer first, and ends with 1', () => {
    expect(changeIn(compared, 'count/5', 'node-count')).toMatchObject({
      state: 'did not finish',
      side: 'head',
      outcome: 'wrong-answer',
    });
    expect(compared.exitCode).toBe(1);
    expect(compared.markdown).toContain('**A wrong answer** from `count/5` `node-count`');
    expect(compared.stderr).toContain('A wrong answer: node-count in count/5');
  });

  it('compares nothing whose parameters changed, and nothing that is not here', () => {
    expect(changeIn(compared, 'ask/3', 'node-ask')).toMatchObject({
      state: 'needs a new reference',
      why: 'its parameters changed',
    });
    expect(changeIn(compared, 'count/5', 'absent-count')).toMatchObject({
      state: 'not measured here',
      why: 'There is no "absent" on PATH.',
    });
  });

  it('lists what is new and what is gone', () => {
    expect(changeIn(compared, 'trouble/small', 'shell-renamed').state).toBe('new');
    expect(changeIn(compared, 'trouble/small', 'shell-fine').state).toBe('removed');
  });

  it('says nothing of what did not change', () => {
    expect(compared.comparison.changes).toHaveLength(6);
  });

  it('holds the values that its estimates and verdicts follow from', () => {
    expect(findForgery(compared.comparison)).toBeUndefined();
  });

  it('leaves no scratch behind', () => {
    expect(readdirSync(own.cache).filter((name) => name.startsWith('compare-'))).toEqual([]);
  });
});

describe('a budget that is too small', () => {
  it('lists what did not fit', async () => {
    const edit = (): void => own.edit('runtimes/shell/count.sh', 'Counting', 'Counting anew');
    await onBranch(edit, async () => {
      const compared = await own.compare('--only', 'shell-count', '--budget', '0.1s');
      expect(compared.exitCode).toBe(0);
      expect(changeIn(compared, 'count/5', 'shell-count')).toMatchObject({
        state: 'not measured here',
        why: expect.stringContaining('did not fit in the budget: 0 of 8 rounds') as string,
      });
    });
  });
});

describe('an interruption', () => {
  it('loses nothing: the same command goes on from there', async () => {
    // Of the head only: it is held in the second of its counted rounds.
    const gate = new Gate(2);
    const edit = (): void =>
      own.edit('runtimes/shell/count.sh', 'for argument', `${gate.line}for argument`);
    const args = ['--only', 'shell-count', '--budget', '5m'];
    await onBranch(edit, async () => {
      const child = own.start(['compare', '--base', 'main', ...args]);
      const ended = end(child);
      await gate.reached();
      child.kill('SIGINT');
      expect((await ended).exitCode).toBe(130);
      gate.open();
      const before = readSession(listSessions(kept())[0]!).records.length;
      expect(before).toBeGreaterThan(0);
      const compared = await own.compare(...args);
      expect(compared.stderr).toContain('Going on with');
      expect(listSessions(kept())).toHaveLength(1);
      const { session, records } = readSession(listSessions(kept())[0]!);
      expect(session.finishedAt).toBeDefined();
      expect(session.resumedAt).toHaveLength(1);
      expect(records.length).toBeGreaterThan(before);
      const names = records.map(({ contestant, round }) => `${contestant} ${round}`);
      expect(new Set(names).size).toBe(names.length);
      expect(changeIn(compared, 'count/5', 'shell-count').state).toBe('measured');
    });
  });
});

describe('other data', () => {
  it('shows the claims that it decides otherwise, with the old sentence and the new', async () => {
    // The local session, committed as if it had been accepted.
    const edit = (): void => {
      const session = join(own.data, 'sessions', local.id);
      cpSync(join(own.data, 'local', local.id), session, { recursive: true });
      own.write(own.page, readFileSync(own.page, 'utf8').replace(reference.id, local.id));
    };
    await onBranch(edit, async () => {
      const { comparison, markdown } = await own.compare();
      const [data] = comparison.data;
      expect(data).toMatchObject({ report: 'report', from: reference.id, to: local.id });
      expect(data!.changed.map(({ id }) => id)).toContain('waiting');
      expect(comparison.claims.lost.map(({ id }) => id)).toContain('waiting');
      expect(markdown).toContain('`waiting` loses its support');
    });
  });
});

describe('a sealed session that was edited', () => {
  it('is told of, though it has the name that it had', async () => {
    const records = join(own.data, 'sessions', reference.id, 'records.jsonl');
    const session = join(own.data, 'sessions', reference.id, 'session.json');
    const edit = (): void => {
      const text = readFileSync(records, 'utf8').replaceAll('"wallNs":5', '"wallNs":9');
      own.write(records, text);
      // The forger seals it anew.
      const value = JSON.parse(readFileSync(session, 'utf8')) as Session;
      const seal = { ...value.seal!, sha256: sha256Of(text) };
      own.write(session, JSON.stringify({ ...value, seal }));
    };
    await onBranch(edit, async () => {
      const { comparison, markdown } = await own.compare();
      expect(comparison.data).toMatchObject([
        { from: reference.id, to: reference.id, rewritten: true },
      ]);
      expect(comparison.numbers.identical).toBeLessThan(comparison.numbers.all);
      expect(markdown).toContain(`**the sealed session \`${reference.id}\` was rewritten**`);
    });
  });
});

describe('a mistake', () => {
  it('in the name of the base ends with 2, and says what to do', async () => {
    const { exitCode, stderr } = await own.run(['compare', '--base', 'nowhere']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Name a commit')]);
  });
});
