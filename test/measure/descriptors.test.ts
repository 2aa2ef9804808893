import { expect, test } from 'vitest';
import { descriptorCheck } from '../../src/measure/descriptors.ts';

test('two descriptors a worker are enough', () => {
  expect(descriptorCheck(10_000, 20_000)).toBeUndefined();
});

test('one fewer is not, and the reason names the limit and the remedy', () => {
  const reason = descriptorCheck(10_000, 19_999);
  expect(reason).toContain('10000 workers need 20000 open files, the hard limit is 19999');
  expect(reason).toContain('ulimit -Hn 20000');
});
