/** Sessions of other machines, gathered by the real command line beside the reference of a report. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reference } from '../fixtures/make-site-data.ts';
import { slowerBy, swapped, writeVariant, type Variant } from '../fixtures/variant.ts';
import { Repository } from './repository.ts';

let own: Repository;
beforeEach(() => {
  own = new Repository();
});
afterEach(() => own.remove());

/** A session as it came from another machine. */
function handed(id: string, variant: Variant = {}): string {
  const folder = join(own.folder, 'tmp', id);
  const usual = { cpu: id, record: slowerBy(id.length) };
  writeVariant(join(own.data, 'sessions', reference.id), folder, { ...usual, ...variant });
  return folder;
}

const page = (): string => readFileSync(own.page, 'utf8');
const unlike = swapped('io/100', ['python-asyncio', 'python-processes']);

describe('gather', () => {
  it('pins what it takes, and says what the claims are over all machines', async () => {
    const folders = [handed('alike'), handed('unlike', { record: unlike })];
    const { exitCode, stdout, stderr } = await own.run(['gather', ...folders, '--json']);
    expect(JSON.parse(stdout)).toEqual({ taken: ['alike', 'unlike'], refused: [] });
    expect(exitCode).toBe(0);
    expect(page()).toContain('replications:\n  - alike\n  - unlike\n');
    expect(readdirSync(join(own.data, 'replications'))).toEqual(['alike', 'unlike']);
    expect(stderr).toMatch(/3 machines: Synthetic fixture, alike and unlike; 2 cores/);
    expect(stderr).toMatch(
      /Of 8 claims 7 are the same on each of 3 machines and 1 differs by machine/,
    );
    expect(stderr).toMatch(/asyncio-waits: differs by machine: otherwise on machine 3\./);
  });

  it('keeps what it has when something is refused, and ends with 1', async () => {
    await own.run(['gather', handed('one')]);
    const { exitCode, stderr } = await own.run(['gather', handed('one'), handed('second')]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Not taken: .*one: it was gathered already: a session counts once\./);
    expect(page()).toContain('replications:\n  - one\n  - second\n');
  });

  it('wants a reference, and something to gather', async () => {
    const nothing = await own.run(['gather', join(own.folder, 'tmp')]);
    expect([nothing.exitCode, nothing.stderr]).toEqual([
      2,
      expect.stringContaining('There is no session in '),
    ]);
    own.write(own.page, page().replace(/^session:.*\n/m, ''));
    const without = await own.run(['gather', handed('one')]);
    expect([without.exitCode, without.stderr]).toEqual([
      2,
      expect.stringContaining('report has no reference yet'),
    ]);
  });
});

describe('a replication', () => {
  it('can be held against the reference by its name', async () => {
    await own.run(['gather', handed('unlike', { record: unlike })]);
    const { stderr } = await own.run(['claims', 'diff', 'reference', 'unlike']);
    expect(stderr).toMatch(/asyncio-waits: less-that-matters → more-that-matters/);
  });

  it('that is pinned and not there is told of, with what to do', async () => {
    await own.run(['gather', handed('one')]);
    rmSync(join(own.data, 'replications', 'one'), { recursive: true });
    const { exitCode, stderr } = await own.run(['gather', handed('second')]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('names the session "one", which is not in'),
    ]);
  });

  it('stays beside a new reference of the same work, and leaves one of another', async () => {
    await own.run(['gather', handed('same'), handed('third')]);
    const other = join(own.data, 'local', 'newer');
    writeVariant(join(own.data, 'sessions', reference.id), other, {
      cpu: 'Newer',
      record: slowerBy(7),
      session: (session) => ({ ...session, harness: { ...session.harness, dirty: false } }),
    });
    const kept = await own.run(['accept', 'newer', '--report', 'report']);
    expect(kept.exitCode).toBe(0);
    expect(page()).toContain('session: newer\n');
    expect(page()).toContain('replications:\n  - same\n  - third\n');
    writeVariant(join(own.data, 'sessions', reference.id), join(own.data, 'local', 'edited'), {
      cpu: 'Newer',
      record: slowerBy(8),
      session: (session) => ({
        ...session,
        cases: session.cases.map((one) => ({ ...one, parameters: { ...one.parameters, more: 1 } })),
      }),
    });
    const left = await own.run(['accept', 'edited', '--report', 'report']);
    expect(left.stderr).toMatch(
      /same is no longer held against the reference: .* the parameters are others/,
    );
    expect(page()).not.toContain('replications:');
  });
});
