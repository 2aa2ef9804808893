import { describe, expect, it } from 'vitest';
import { fillIn, placeholdersIn } from '../../src/scenario/template.ts';

describe('words with placeholders', () => {
  it('get the values in place, several in a word and numbers too', () => {
    const values = { lines: 10, 'input:text': '/a b/c', out: '/o' };
    expect(fillIn(['-n{lines}', '{input:text}', '{out}/x-{lines}.gz', '-v'], values)).toEqual([
      '-n10',
      '/a b/c',
      '/o/x-10.gz',
      '-v',
    ]);
  });

  it('keep a brace that is doubled, and braces that hold no name', () => {
    expect(fillIn(['{{print $1}', 'a{3}', '{}', '{{lines}'], { lines: 1 })).toEqual([
      '{print $1}',
      'a{3}',
      '{}',
      '{lines}',
    ]);
  });

  it('don’t take a value for a template', () => {
    expect(fillIn(['{a}'], { a: '{b}', b: 'no' })).toEqual(['{b}']);
  });

  it('are a mistake of ours where a value is missing', () => {
    expect(() => fillIn(['{toString}'], {})).toThrow('{toString} has no value');
  });

  it('tell their names once each', () => {
    expect(placeholdersIn(['{a}{b}', '{{c}', '{a} {input:x}'])).toEqual(['a', 'b', 'input:x']);
  });
});
