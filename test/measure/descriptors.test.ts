import { expect, test } from 'vitest';
import { descriptorCheck } from '../../src/measure/descriptors.ts';

test('two descriptors a worker and some for the rest are enough', () => {
  expect(descriptorCheck(10_000, 20_064)).toBeUndefined();
});

test('one fewer is not, and the reason names the limit and the remedy', () => {
  const reason = descriptorCheck(10_000, 20_063);
  expect(reason).toContain('10000 workers need 20000 open files, the hard limit is 19999');
  expect(reason).toContain('ulimit -Hn 20000');
});
