import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../src/scenario/check.ts';
import { wall, type ScenarioInput } from '../../src/index.ts';

type Stated = ScenarioInput['contestants'][number];

const scenario = (contestant: Stated, changes: Partial<ScenarioInput> = {}): ScenarioInput => ({
  id: 'some',
  title: 'Some',
  work: 'Work.',
  contestants: [contestant],
  inputs: { text: { file: 'a.txt' } },
  cases: [{ id: '1', parameters: { lines: 1 }, rounds: { quick: 8 }, timeoutS: 1 }],
  check: { agree: {} },
  measures: [wall()],
  ...changes,
});

const mistakeOf = (contestant: Stated, changes?: Partial<ScenarioInput>): string => {
  try {
    checkScenario(scenario(contestant, changes), 'some.ts');
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a contestant', () => {
  it.each<[string, Stated, string]>([
    ['a program', { id: 'a', runtime: 'sh', program: 'a.sh' }, 'sh'],
    ['a tool', { id: 'a', tool: 'rg', args: ['{lines}', '{input:text}', '{cores}'] }, 'rg'],
    ['a version of a tool', { id: 'a', tool: { id: 'rg-14', command: 'rg' } }, 'rg-14'],
    ['what a tool builds', { id: 'a', program: 'a.c', build: ['g++', '{source}', '{out}'] }, 'gpp'],
  ])('may be %s, and its runtime is known', (_, contestant, runtime) => {
    const checked = checkScenario(scenario(contestant), 'some.ts');
    expect(checked.contestants[0]?.runtime).toBe(runtime);
  });

  it.each<[Stated, string]>([
    [{ id: 'a' }, 'runs nothing: give it a "program" of a "runtime", or a "tool" with "args"'],
    [{ id: 'a', program: 'a.c' }, 'has a program and no "runtime" that runs it'],
    [{ id: 'a', tool: 'rg', program: 'a.c' }, 'has a "tool", which is run as it is, and "program"'],
    [{ id: 'a', program: 'a.c', build: ['cc', '{source}'] }, 'put {out} into it'],
    [{ id: 'a', tool: 'rg', args: ['{line}'] }, 'names {line}, which isn’t known here'],
    [{ id: 'a', tool: 'rg', prepare: ['rm', '{input:x}'] }, 'names {input:x}'],
    [{ id: 'a', program: 'a.c', build: ['cc', '{lines}', '{out}'] }, 'names {lines}'],
    [{ id: 'a', tool: 'rg', stdin: 'book' }, 'reads "book" from standard input'],
  ])('%j is told what is wrong', (contestant, mistake) => {
    expect(mistakeOf(contestant)).toContain(mistake);
  });
});

describe('what is right', () => {
  const tool: Stated = { id: 'a', tool: 'rg' };

  it('has to be said, once', () => {
    expect(mistakeOf(tool, { check: undefined })).toContain('nothing says what is right');
    const both = { check: { stdout: { is: 'a' } }, answer: {} };
    expect(mistakeOf(tool, both)).toContain('"answer" and "check.stdout" both judge the output');
    expect(mistakeOf(tool, { check: {} })).toContain('state what is right');
    expect(mistakeOf(tool, { check: { none: 'Times are in it.' } })).toBe('none');
    const contradicting = { check: { none: 'Times are in it.', agree: {} } };
    expect(mistakeOf(tool, contradicting)).toContain('state what is right');
  });

  it.each(['(', 'no group', '(a)(b)'])('can’t be captured by /%s/', (number) => {
    const check = { stdout: { number, is: { is: 1 } } };
    expect(mistakeOf(tool, { check })).toContain('a regular expression with one group');
  });
});

describe('an input', () => {
  it('is made from parameters that every case has', () => {
    const inputs = { text: { generator: 'a.mjs', by: ['words'] } };
    expect(mistakeOf({ id: 'a', tool: 'rg' }, { inputs })).toContain(
      'the input "text" is made by "a.mjs" from "words", which the case "1" hasn’t',
    );
  });

  it('is made of inputs that are stated above it', () => {
    const text = { generator: 'a.mjs', of: ['long'] };
    const long = { generator: 'a.mjs', of: ['text'] };
    const words = (inputs: NonNullable<ScenarioInput['inputs']>): string =>
      mistakeOf({ id: 'a', tool: 'rg', args: [] }, { inputs });
    expect(words({ long: { file: 'a.txt' }, text })).toBe('none');
    expect(words({ text, long })).toContain(
      'the input "text" is made by "a.mjs" of "long", which is no input stated above it',
    );
  });

  it('doesn’t bear the name of a parameter', () => {
    const inputs = { lines: { file: 'a.txt' } };
    expect(mistakeOf({ id: 'a', tool: 'rg' }, { inputs })).toContain(
      'has a parameter "lines", which is an input of the scenario already',
    );
  });
});
