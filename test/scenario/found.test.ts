import { describe, expect, it } from 'vitest';
import { askRuntime } from '../../src/scenario/found.ts';
import { Problem } from '../../src/scenario/problem.ts';
import type { RuntimeDefinition } from '../../src/scenario/runtime.ts';
import { foundRuntime } from '../plan/plan.ts';
import { fakeHost } from './fake-host.ts';

const ask = (find: () => unknown) =>
  askRuntime({ id: 'one', find: find as RuntimeDefinition['find'] }, fakeHost());

describe('what a runtime says of itself', () => {
  it.each([foundRuntime(), { available: false, reason: 'It is not there.' }])(
    'goes on as it is',
    async (found) => {
      expect(await ask(() => Promise.resolve(found))).toBe(found);
    },
  );

  it.each<[string, () => unknown, RegExp]>([
    ['nothing', () => undefined, /expected object/],
    ['no reason', () => ({ available: false }), /→ at reason/],
    ['no version', () => foundRuntime({ version: '' }), /→ at version/],
    ['no command', () => ({ ...foundRuntime(), command: [] }), /→ at command/],
    ['no facts', () => ({ ...foundRuntime(), facts: undefined }), /→ at facts/],
  ])('is a mistake in its file if it gives %s', async (_, find, expected) => {
    const said = ask(() => Promise.resolve(find()));
    await expect(said).rejects.toThrow(expected);
    await expect(said).rejects.toThrow(/find\(\) of runtimes\/one\/runtime\.ts/);
    await expect(said).rejects.toMatchObject({ kind: 'usage' });
  });

  it.each([
    [
      'at once',
      () => {
        throw new Error('boom');
      },
    ],
    ['later', () => Promise.reject(new Error('boom'))],
  ])('is a mistake in its file if it fails %s', async (_, find) => {
    await expect(ask(find)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringMatching(
        /find\(\) of runtimes\/one\/runtime\.ts failed: boom\. /,
      ) as string,
    });
  });

  it('may be a problem of its own', async () => {
    const problem = new Problem('interrupted', 'Interrupted.');
    await expect(ask(() => Promise.reject(problem))).rejects.toBe(problem);
  });
});
