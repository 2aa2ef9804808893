import { describe, expect, it } from 'vitest';
import { joinBlock, placeInBlock, type Block } from '../../../src/claims/lint/block.ts';
import { stringLiterals } from '../../../src/claims/lint/literals.ts';

describe('a place in a block', () => {
  const block: Block = [
    { text: 'ab\ncd', line: 5, column: 3 },
    { text: 'ef', line: 9, column: 7, isCode: true },
  ];

  it.each([
    [0, 5, 3],
    [1, 5, 4],
    [2, 5, 5],
    [3, 6, 1],
    [4, 6, 2],
    [5, 9, 7],
    [6, 9, 8],
    // Behind the end: where the last piece begins.
    [7, 9, 7],
  ])('%i characters in is line %i, column %i of the file', (offset, line, column) => {
    expect(placeInBlock(block, offset)).toEqual({ line, column });
  });

  it('behind the end of three pieces is where the last one begins', () => {
    const three = [...block, { text: 'g', line: 20, column: 4 }];
    expect(placeInBlock(three, 8)).toEqual({ line: 20, column: 4 });
    expect(placeInBlock([block[0]!], 5)).toEqual({ line: 5, column: 3 });
  });

  it('has every line break as a space', () => {
    expect(joinBlock([{ text: 'a\nb\nc', line: 1, column: 1 }])).toEqual({
      text: 'a b c',
      prose: 'a b c',
    });
  });

  it('is the beginning of the file where there is no piece', () => {
    expect(placeInBlock([], 0)).toEqual({ line: 1, column: 1 });
  });

  it('counts alike in its text and in its prose, which has no code', () => {
    expect(joinBlock(block)).toEqual({ text: 'ab cdef', prose: 'ab cd__' });
  });
});

describe('the texts of an expression', () => {
  it('stand where their first letter does', () => {
    expect(stringLiterals(`'ab' + "c"`, 4, 10)).toEqual([
      { text: 'ab', line: 4, column: 11 },
      { text: 'c', line: 4, column: 18 },
    ]);
    expect(stringLiterals("x ?\n 'no' :\n`yes`", 4, 10)).toEqual([
      { text: 'no', line: 5, column: 3 },
      { text: 'yes', line: 6, column: 2 },
    ]);
  });

  it('are not those of a comment, whose lines count', () => {
    expect(stringLiterals(`/* 'a'\n'b' */ 'c'`, 1, 1)).toEqual([{ text: 'c', line: 2, column: 9 }]);
  });

  it('stand between comments, empty ones among them', () => {
    const texts = stringLiterals(`/* 'a' */ 'b' /**/ 'c' /* 'd' */`, 1, 1);
    expect(texts.map(({ text }) => text)).toEqual(['b', 'c']);
  });

  it('may be empty', () => {
    expect(stringLiterals(`'' + "a"`, 1, 1).map(({ text }) => text)).toEqual(['', 'a']);
  });

  it('go on behind an escaped quote', () => {
    expect(stringLiterals(String.raw`'it\'s' + 'b'`, 1, 1).map(({ text }) => text)).toEqual([
      String.raw`it\'s`,
      'b',
    ]);
  });
});
