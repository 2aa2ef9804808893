import { describe, expect, it } from 'vitest';
import {
  caseId,
  claimId,
  contestantId,
  measuredCaseId,
  measureId,
  reportId,
  scenarioId,
  sessionId,
  webAddress,
} from '../../src/store/ids.ts';

const names = {
  session: sessionId,
  case: caseId,
  'measured case': measuredCaseId,
  scenario: scenarioId,
  contestant: contestantId,
  measure: measureId,
  report: reportId,
  claim: claimId,
  address: webAddress,
};
type Kind = keyof typeof names;

/** Of no name at all: empty, with a space, a line break, a mark or a way out of a folder. */
const never = ['', ' ', 'a b', ' a', 'a ', 'a\n', '\na', '../a', '<b>', '@a', 'a!', 'ä'];
const lowerCase = ['A', 'aB', '1a', '-a', 'a_b', 'a.b', 'a/b'];
const cases = ['a', 'a/', '/1', 'A/1', '1a/1', '-a/1', 'a/-1', 'a/B', 'a/1B', 'a_b/1', 'a//1'];

describe('the name of a', () => {
  it.each<[Kind, string[], string[]]>([
    ['session', ['a', 'A_1-b', '2026-11-24-full', '_', '-'], ['a.b', 'a/b', '..']],
    ['case', ['io/1', 'i/a', 'i-o2/ab-1'], [...cases, 'a/1/b', ' a/1', 'a/1 ', 'a/1\n']],
    [
      'measured case',
      ['io/1', 'i/a', 'i-o2/ab-1', 'i/1/a', 'i/a/1', 'io/1/a-b2'],
      [...cases, 'a/1/', 'a/1/-b', 'a/1/B', 'a/1/bB', 'a/1/b/c', 'a/1/b ', 'a/1/b\n', ' a/1/b'],
    ],
    ['scenario', ['a', 'io-tls2'], lowerCase],
    ['contestant', ['a', 'io-tls2'], lowerCase],
    ['measure', ['w', 'peakTree2'], ['Wall', '2wall', '-a', 'a-b', 'a_b', 'a.b', 'a/b']],
    ['report', ['a', 'A', '1', 'duso-vs-python', 'A_1.b'], ['.a', '-a', '_a', 'a/b']],
    ['claim', ['a', '2', '2-cores', 'on-2'], ['A', 'aB', '-a', 'a_b', 'a.b', 'a/b']],
  ])('%s may be one of %j, and none of %j', (kind, may, mayNot) => {
    for (const one of may) expect(names[kind].safeParse(one).success, one).toBe(true);
    for (const one of [...mayNot, ...never])
      expect(names[kind].safeParse(one).success, JSON.stringify(one)).toBe(false);
  });

  it.each(Object.keys(names).filter((kind) => !/case|address/.test(kind)) as Kind[])(
    '%s has 100 characters at most',
    (kind) => {
      expect(names[kind].safeParse('a'.repeat(100)).success).toBe(true);
      expect(names[kind].safeParse('a'.repeat(101)).success).toBe(false);
    },
  );
});

describe('an address for a reader', () => {
  it.each(['http://localhost:8080/', 'https://example.org/a?b#c'])('may be %s', (address) => {
    expect(webAddress.safeParse(address).success).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'shttp://example.org/',
    'httpsx://example.org/',
    'example.org',
    '',
  ])('may not be %j', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false);
  });
});
