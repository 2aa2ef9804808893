import { describe, expect, it } from 'vitest';
import { judgingWords } from '../../src/present/judging-words.ts';
import { settingPairs } from '../../src/present/setting.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { measured, referenceView } from './sample.ts';

const aCase = measured(referenceView, 'io/100');
const settingWith = (changes: Partial<SessionCase>) =>
  new Map(settingPairs({ ...aCase, definition: { ...aCase.definition, ...changes } }));

describe('what is right in a case', () => {
  const rightWith = (check: SessionCase['check']): string =>
    judgingWords({ ...aCase.definition, parameters: { lines: 20 }, check });

  it('is the answer that the scenario states, where nothing else is', () => {
    expect(settingWith({ check: undefined }).get('right')).toBe(
      'the last line of the output says the answer that the scenario states, field by field',
    );
  });

  it.each([
    [{ is: '42' }, 'the output is "42"'],
    [{ is: 'a'.repeat(60) }, `the output is "${'a'.repeat(39)}…`],
    [{ sha256: 'ab'.repeat(32) }, 'the output has the sha256 abababababab'],
    [
      { number: '(\\d+)', is: { is: 3.14 }, within: 0.01 },
      'a number in the output is 3.14 to within 1%',
    ],
    [{ number: '(\\d+)', is: { times: ['lines', 2] } }, 'a number in the output is 40'],
  ])('is said with its value: %o', (stdout, words) => {
    expect(rightWith({ stdout })).toBe(words);
  });
});

describe('the setting of a case', () => {
  it('names exit codes that are no failure, where they are not 0 alone', () => {
    const [first, ...others] = aCase.definition.contestants;
    const contestants = [{ ...first!, exitCodes: [0, 1] }, ...others];
    expect(settingWith({ contestants }).get('exit codes that are no failure')).toBe(
      `${first!.id} 0 or 1`,
    );
    expect(settingWith({}).has('exit codes that are no failure')).toBe(false);
  });
});
