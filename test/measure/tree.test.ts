import { expect, test } from 'vitest';
import { launcherTree, newTree } from '../../src/measure/tree.ts';

test.each([
  ['a tree of its own', newTree],
  ['a tree below the launcher', launcherTree],
])('%s can be ended by who was handed its end alone', async (_, make) => {
  const { end, forget } = make();
  await expect(end()).resolves.toBeUndefined();
  forget();
});
