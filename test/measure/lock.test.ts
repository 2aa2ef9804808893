import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock } from '../../src/measure/lock-file.ts';
import { takeLock, whoMeasures } from '../../src/measure/lock.ts';
import { temporaryFolder } from './make-world.ts';

const lockFile = fileURLToPath(new URL('../../src/measure/lock.ts', import.meta.url));

beforeEach(() => {
  process.env['STEELYARD_LOCK'] = `steelyard-test-${randomBytes(8).toString('hex')}`;
});
afterEach(() => {
  delete process.env['STEELYARD_LOCK'];
});

/** A process that takes the lock, says so, and stays. */
async function startHolder(prefix: readonly string[] = []) {
  const script = `import { takeLock } from ${JSON.stringify(lockFile)}; await takeLock(); console.log('taken'); setInterval(() => {}, 1000);`;
  const command = [...prefix, process.execPath, '--input-type=module', '-e', script];
  const holder = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

describe('the measuring lock', () => {
  it('is free until it is taken, and again when it is given back', async () => {
    expect(await whoMeasures()).toBeUndefined();
    const giveBack = await takeLock();
    await expect(takeLock()).rejects.toThrow('Another measuring run');
    await giveBack();
    await (
      await takeLock()
    )();
  });

  it('is not given to a second run while the first lives, and says who holds it and what to do', async () => {
    const holder = await startHolder();
    await expect(takeLock()).rejects.toThrow(
      new RegExp(`process ${holder.pid}.*Wait for it, or end it`),
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (
      await takeLock()
    )();
  });

  it('is one whatever temporary folder a run has', async () => {
    const holder = await startHolder(['env', 'TMPDIR=/nowhere']);
    await expect(takeLock()).rejects.toThrow('Another measuring run');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  const canUnshare =
    process.platform === 'linux' && spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;
  it.skipIf(!canUnshare)(
    'is no number of a process: in a container all of them are process 2',
    async () => {
      const inContainer = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];
      const holder = await startHolder(inContainer);
      await expect(takeLock()).rejects.toThrow(/Another measuring run \(process \d,/);
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      await expect.poll(whoMeasures).toBeUndefined();
      (await startHolder(inContainer)).kill('SIGKILL');
    },
  );
});

describe('a lock that is a file', () => {
  it.each<[string, (file: string) => unknown]>([
    ['a pipe', (file) => spawnSync('sh', ['-c', 'mkfifo "$0"', file])],
    ['a link to a file', (file) => symlinkSync(`${file}-target`, file)],
    ['a folder', (file) => mkdirSync(file)],
  ])('is not taken by way of %s in its place', (_, put) => {
    const file = join(temporaryFolder(), 'lock');
    writeFileSync(`${file}-target`, 'kept');
    put(file);
    expect(() => tryLock(file)).toThrow(/lock is no lock of Steelyard’s, and in its place/);
    expect(readFileSync(`${file}-target`, 'utf8')).toBe('kept');
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['lock', 'lock-target']);
  });

  it('says who holds it, and is taken over from one that has ended', () => {
    const file = join(temporaryFolder(), 'lock');
    writeFileSync(file, String(process.pid));
    expect(tryLock(file)).toEqual({ holder: process.pid });
    writeFileSync(file, String(spawnSync('true').pid));
    expect(tryLock(file)).toHaveProperty('giveBack');
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  });
});
