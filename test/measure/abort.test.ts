import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { fileOfRun, invocationOf, isRunning, makeWorld, nothingExpected } from './make-world.ts';

let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

describe('an abort', () => {
  test('ends the whole tree before it rejects', async () => {
    const stop = new AbortController();
    const parameters = { stay: 1 };
    const running = invoke(
      invocationOf('leaves-children.sh', { ...nothingExpected, parameters }),
      world,
      stop.signal,
    );
    const started = (): number[] => {
      const pids = fileOfRun(world, 'pids');
      return pids === undefined ? [] : readFileSync(pids, 'utf8').trim().split('\n').map(Number);
    };
    await expect.poll(() => started().length).toBeGreaterThanOrEqual(2);
    const before = started();
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    if (process.platform === 'linux') expect(before.filter(isRunning)).toEqual([]);
  });

  test('before the start starts nothing', async () => {
    const running = invoke(invocationOf('right.sh'), world, AbortSignal.abort());
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
