import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../src/present/sentences/stretches.ts';

/** "1a 10b": sizes, each with how it ends. */
const where = (text: string): string[] =>
  stretchesOf(
    text.split(' ').map((one) => ({ size: parseInt(one), end: one.replace(/\d/g, '') })),
    ({ end }) => end,
    'worker',
  ).map((stretch) => `${stretch.members[0]!.end}: ${stretch.where}`);

describe('stretches of sizes', () => {
  it.each([
    ['10a', ['a: with 10 workers']],
    ['1a', ['a: with 1 worker']],
    ['10a 100a', ['a: up to 100 workers']],
    ['10a 100b', ['a: with 10 workers', 'b: with 100']],
    ['10a 100a 500b 1000c 10000c', ['a: up to 100 workers', 'b: with 500', 'c: from 1000 on']],
    ['10a 100b 500b 1000a', ['a: with 10 workers', 'b: from 100 to 500', 'a: with 1000']],
  ])('%j', (text, words) => {
    expect(where(text)).toEqual(words);
  });
});
