import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock, whoMeasures } from '../../src/measure/lock.ts';
import { waitForTurn } from '../../src/session/wait-for-turn.ts';
import type { Output } from '../../src/terminal/output.ts';

const said: string[] = [];
const output = { say: (line: string) => said.push(line) } as unknown as Output;
const { signal } = new AbortController();

beforeEach(() => {
  said.length = 0;
  process.env['STEELYARD_LOCK'] = `steelyard-test-${randomBytes(8).toString('hex')}`;
});
afterEach(() => {
  delete process.env['STEELYARD_LOCK'];
});

describe('a measuring run', () => {
  it('waits for the end of another one where that is asked for, and says for whom', async () => {
    const giveBack = await takeLock();
    const turn = waitForTurn({ wait: true, signal }, output);
    await expect
      .poll(() => said)
      .toEqual([expect.stringMatching(/another measuring run \(process \d+/)]);
    await giveBack();
    const own = await turn;
    expect(await whoMeasures()).toMatch(/process/);
    await own();
  });

  it('is refused at once where it isn’t', async () => {
    const giveBack = await takeLock();
    const refused = waitForTurn({ wait: false, signal }, output);
    await expect(refused).rejects.toThrow('Another measuring run');
    await giveBack();
  });

  it('ends its waiting on Ctrl-C', async () => {
    const giveBack = await takeLock();
    const interruption = new AbortController();
    const turn = waitForTurn({ wait: true, signal: interruption.signal }, output);
    interruption.abort();
    await expect(turn).rejects.toMatchObject({ kind: 'interrupted' });
    await giveBack();
  });
});
