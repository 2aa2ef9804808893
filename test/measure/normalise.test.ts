import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/measure/normalise.ts';

describe('making outputs alike', () => {
  it.each([
    ['nothing', [], 'b \n a\n', 'b \n a\n'],
    ['the ends of the whole', ['trim'], '\n 12\n', '12'],
    ['the ends of lines', ['trim-lines'], ' b \n\ta\n', 'b\na\n'],
    ['the order of lines', ['sort-lines'], 'b\na\n', 'a\nb\n'],
    ['lines that stand twice', ['unique-lines'], 'a\nb\na\n', 'a\nb\n'],
    ['capitals', ['lower-case'], 'Ab\n', 'ab\n'],
    ['all but what is captured', [{ capture: '^\\s*(\\d+)' }], ' 12 a\nx\n3 b\n', '12\n3'],
    ['one after the other', ['sort-lines', 'unique-lines', 'trim'], 'b\na\nb\n', 'a\nb'],
    ['nothing of an empty text', ['sort-lines', 'trim-lines'], '', ''],
  ] as const)('leaves out %s', (_, steps, text, expected) => {
    expect(normalise(text, steps)).toBe(expected);
  });
});
