import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadClaims } from '../../src/claims/load.ts';
import { Problem } from '../../src/scenario/problem.ts';
import { FILE } from './build.ts';

const fixture = new URL('../fixtures/claims/report/claims.yaml', import.meta.url);

function problem(text: string): Problem {
  try {
    loadClaims(text, FILE);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was loaded');
}

describe('claims.yaml', () => {
  it('is told apart into kinds by its fields, each claim with its line', () => {
    const claims = loadClaims(readFileSync(fixture, 'utf8'), FILE);
    expect(claims.map(({ id, kind, line }) => `${line} ${id} ${kind}`)).toEqual([
      '2 asyncio-waits compare',
      '4 asyncio-is-light compare',
      '5 who-is-lightest best',
      '6 processes-end finish',
      '7 a-further-worker growth',
      '15 a-worker slope',
      '16 a-number value',
      '17 waiting winner',
      '18 computing winner',
    ]);
  });

  it('may be empty', () => {
    expect(loadClaims('', FILE)).toEqual([]);
    expect(loadClaims('# nothing yet\n', FILE)).toEqual([]);
  });

  it('keeps a side such as "best of engine"', () => {
    const [one] = loadClaims('a: {in: io/100, compare: [x, best of engine], on: wall}', FILE);
    expect(one).toMatchObject({ compare: ['x', 'best of engine'] });
  });
});

describe('a mistake in claims.yaml is one in usage, with file and line', () => {
  const cases: [string, string, string][] = [
    ['YAML that cannot be read', 'a: {in: io/100\nb: {', `${FILE}:2: `],
    ['an id that is used twice', 'a: {in: io/1, of: x}\na: {in: io/1, of: x}', `${FILE}:2: `],
    ['an id that is no id', 'A b: {in: io/1, of: x}', `${FILE}:1: "A b" is no id for a claim`],
    ['a claim of no kind', '\na: {in: io/1}', `${FILE}:2: claim "a" is of no kind.`],
    ['a claim that is no mapping', 'a: yes', `${FILE}:1: claim "a" is of no kind.`],
    ['a list', '- a', `${FILE}:1: the file has to be a list of "id: {…}"`],
    [
      'an unknown field',
      'a: {in: io/1, of: x, unless: y}',
      `${FILE}:1: claim "a": Unrecognized key: "unless"`,
    ],
    ['a missing field', 'a: {in: io/1, compare: [x, y]}', `${FILE}:1: claim "a": on: `],
    [
      'a wrong case',
      'a:\n  in: io\n  of: x',
      `${FILE}:2: claim "a": in: name a case as "scenario/parameters"`,
    ],
    [
      'a wrong expectation',
      'a:\n  in: io/1\n  of: x\n  expect: less',
      `${FILE}:4: claim "a": expect: `,
    ],
    [
      'a comparison of one',
      'a: {in: io/1, compare: [x], on: wall}',
      `${FILE}:1: claim "a": compare`,
    ],
  ];
  for (const [what, text, beginning] of cases) {
    it(`such as ${what}`, () => {
      const { kind, message } = problem(text);
      expect(kind).toBe('usage');
      expect(message).toContain(beginning);
    });
  }

  it('and shows the kinds of claim that there are', () => {
    expect(problem('a: {in: io/1}').message).toContain('{in: <case>, best: <measure>}');
  });
});
