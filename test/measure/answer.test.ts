import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../src/measure/answer.ts';

const expectation = {
  answer: { sum: 45, name: 'a' },
  measures: [{ id: 'allDone', unit: 'ns' as const }],
  wallNs: 2000,
};
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
    const measures = [{ id: 'heap', unit: 'bytes' as const }];
    const checked = checkAnswer(line(right, { heap: { bytes: 9e9 } }), {
      ...expectation,
      measures,
    });
    expect(checked).toEqual({ right: true, measures: { heap: 9e9 } });
  });
});

describe('a wrong last line says what was expected and what was found', () => {
  const measures = { allDone: { ns: 1 } };
  test.each([
    ['nothing', '', 'expected a last line {"steelyard":1,…}, found an empty output'],
    [
      'other text',
      'done\n',
      'expected a last line {"steelyard":1,…}, found done: it is no JSON (Unexpected token \'d\', "done" is not valid JSON)',
    ],
    [
      'a line after it',
      `${line(right, measures)}bye\n`,
      'expected a last line {"steelyard":1,…}, found bye: it is no JSON (Unexpected token \'b\', "bye" is not valid JSON)',
    ],
    [
      'another version',
      '{"steelyard":2,"answer":{}}',
      'expected a last line {"steelyard":1,…}, found {"steelyard":2,"answer":{}}: its version is 2, and only 1 is known',
    ],
    [
      'a field too few',
      line({ sum: 45 }, measures),
      'expected name = "a" in the answer, found no name',
    ],
    [
      'a field too many',
      line({ ...right, more: 1 }, measures),
      'expected no more in the answer, found 1',
    ],
    ['a wrong number', line({ ...right, sum: 44 }, measures), 'expected sum = 45, found 44'],
    [
      'a number as text',
      line({ ...right, sum: '45' }, measures),
      'expected sum = 45, found "45": a text in place of a number',
    ],
    [
      'a text as number',
      line({ ...right, name: 7 }, measures),
      'expected name = "a", found 7: a number in place of a text',
    ],
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
    [
      'another unit than was declared, which no wall time would hold',
      line(right, { allDone: { bytes: 99e9 } }),
      'expected allDone in ns, found {"bytes":99000000000}',
    ],
    [
      'a field that every object has',
      line({ ...right, toString: 1 }, measures),
      'expected no toString in the answer, found 1',
    ],
  ])('%s', (_what, stdout, reason) => {
    expect(checkAnswer(stdout, expectation)).toEqual({ right: false, reason });
  });

  const start = 'expected a last line {"steelyard":1,…}, found ';
  test.each([
    [
      'an extra field',
      '{"steelyard":1,"answers":{}}',
      'there is a field "answers", and only steelyard, answer, measures are known',
    ],
    ['no version', '{"answer":{}}', 'there is no "steelyard" in it'],
    ['a list', '[1]', 'it is no object'],
    ['null', 'null', 'it is no object'],
    ['a list as answer', '{"steelyard":1,"answer":[1]}', '"answer" is no object'],
    [
      'a yes',
      '{"steelyard":1,"answer":{"sum":true}}',
      '"sum" in the answer is neither a number nor a text',
    ],
    [
      'an object inside',
      '{"steelyard":1,"answer":{"sum":{"a":1}}}',
      '"sum" in the answer is neither a number nor a text',
    ],
    [
      'milliseconds',
      '{"steelyard":1,"measures":{"allDone":{"ms":5}}}',
      'the measure "allDone" is {"ms":5} in place of {"ns":…} or {"bytes":…} or {"count":…}',
    ],
  ])('%s: what differs is said', (_what, stdout, why) => {
    const reason = `${start}${stdout}: ${why}`;
    expect(checkAnswer(stdout, expectation)).toEqual({ right: false, reason });
  });

  test('signs that can not be seen are shown', () => {
    const whole = line(right, measures).trim();
    const reason = (stdout: string): string => {
      const checked = checkAnswer(stdout, expectation);
      return checked.right ? 'right' : checked.reason;
    };
    expect(reason(`\ufeff${whole}`)).toContain('\\ufeff{"steel');
    expect(reason(`\ufeff${whole}`)).toContain('begins with a byte order mark');
    expect(reason(`${whole}\u001b[0m`)).toContain('\\u001b[0m');
    expect(reason(`${whole}\n\u001b[0m\n`)).toContain(`found \\u001b[0m: it is no JSON`);
    expect(reason(line({ ...right, name: 'a\u200b' }, measures))).toBe(
      'expected name = "a", found "a\\u200b"',
    );
  });

  test.each([
    ['9007199254740993', 9007199254740992],
    ['55.00000000000000000001', 55],
    ['1e400', 55],
    ['1e308', 55],
    ['123456789012345678', 123456789012345680],
  ])('the whole number %s, which would be rounded, is not taken for %d', (written, sum) => {
    const checked = checkAnswer(`{"steelyard":1,"answer":{"sum":${written}}}`, {
      answer: { sum },
      measures: [],
    });
    expect(checked.right ? 'right' : checked.reason).toContain(`the number ${written} would be`);
  });

  test.each([
    ['5.5e1', 55],
    ['550e-1', 55],
    ['55.000', 55],
    ['9007199254740991', 9007199254740991],
    ['0.1', 0.1],
    ['0.1000000000000000055511151231257827', 0.1],
    ['-0', 0],
    ['1e22', 1e22],
  ])('%s is %d, however it is written', (written, sum) => {
    const checked = checkAnswer(`{"steelyard":1,"answer":{"sum":${written}}}`, {
      answer: { sum },
      measures: [],
    });
    expect(checked).toEqual({ right: true, measures: {} });
  });

  test('a measure with two units, or none, is not a measure', () => {
    expect(checkAnswer(line(right, { allDone: { ns: 1, bytes: 1 } }), expectation).right).toBe(
      false,
    );
    expect(checkAnswer(line(right, { allDone: 1 }), expectation).right).toBe(false);
  });

  test('a long line is cut', () => {
    const checked = checkAnswer('x'.repeat(1000), expectation);
    expect(checked.right ? '' : checked.reason).toContain(
      `found ${'x'.repeat(160)}…: it is no JSON`,
    );
  });
});
