import { expect, test } from 'vitest';
import { toArguments } from '../../src/measure/parameters.ts';

test('parameters keep their names and their order', () => {
  expect(toArguments({ workers: 1000, delayMs: 5, mode: 'plain' })).toEqual([
    '--workers=1000',
    '--delayMs=5',
    '--mode=plain',
  ]);
});
