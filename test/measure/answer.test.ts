import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../src/measure/answer.ts';

const expectation = { answer: { sum: 45, name: 'a' }, measures: ['allDone'], wallNs: 2000 };
const line = (answer: object, measures?: object): string =>
  `${JSON.stringify({ steelyard: 1, answer, ...(measures === undefined ? {} : { measures }) })}\n`;
const right = { sum: 45, name: 'a' };

describe('a right last line', () => {
  test('gives the measures', () => {
    const checked = checkAnswer(`working…\n${line(right, { allDone: { ns: 2000 } })}`, expectation);
    expect(checked).toEqual({ right: true, measures: { allDone: 2000 } });
  });

  test('needs no measures where none are declared', () => {
    const checked = checkAnswer(line({}), { answer: {}, measures: [] });
    expect(checked).toEqual({ right: true, measures: {} });
  });

  test('may report bytes, which have no wall to exceed', () => {
    const checked = checkAnswer(line(right, { allDone: { bytes: 9e9 } }), expectation);
    expect(checked).toEqual({ right: true, measures: { allDone: 9e9 } });
  });
});

describe('a wrong last line says what was expected and what was found', () => {
  const measures = { allDone: { ns: 1 } };
  test.each([
    ['nothing', '', 'expected a last line {"steelyard":1,…}, found an empty output'],
    ['other text', 'done\n', 'expected a last line {"steelyard":1,…}, found done'],
    [
      'a line after it',
      `${line(right, measures)}bye\n`,
      'expected a last line {"steelyard":1,…}, found bye',
    ],
    [
      'another version',
      '{"steelyard":2,"answer":{}}',
      'expected a last line {"steelyard":1,…}, found {"steelyard":2,"answer":{}}',
    ],
    [
      'a field too few',
      line({ sum: 45 }, measures),
      'expected name = a in the answer, found no name',
    ],
    [
      'a field too many',
      line({ ...right, more: 1 }, measures),
      'expected no more in the answer, found 1',
    ],
    ['a wrong number', line({ ...right, sum: 44 }, measures), 'expected sum = 45, found 44'],
    ['a number as text', line({ ...right, sum: '45' }, measures), 'expected sum = 45, found 45'],
    ['no measure', line(right), 'expected the measure allDone, found none'],
    [
      'a measure too many',
      line(right, { ...measures, x: { ns: 1 } }),
      'expected no measure x, found {"ns":1}',
    ],
    ['a negative measure', line(right, { allDone: { ns: -1 } }), 'expected allDone ≥ 0, found -1'],
    [
      'a measure over the wall',
      line(right, { allDone: { ns: 2001 } }),
      'expected allDone ≤ the wall time of 2000 ns, found 2001 ns',
    ],
  ])('%s', (_what, stdout, reason) => {
    expect(checkAnswer(stdout, expectation)).toEqual({ right: false, reason });
  });

  test('a measure with two units, or none, is not a measure', () => {
    expect(checkAnswer(line(right, { allDone: { ns: 1, bytes: 1 } }), expectation).right).toBe(
      false,
    );
    expect(checkAnswer(line(right, { allDone: 1 }), expectation).right).toBe(false);
  });

  test('a long line is cut', () => {
    const checked = checkAnswer('x'.repeat(1000), expectation);
    expect(checked.right ? '' : checked.reason).toHaveLength(
      'expected a last line {"steelyard":1,…}, found '.length + 161,
    );
  });
});
