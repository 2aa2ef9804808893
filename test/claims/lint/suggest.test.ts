import { describe, expect, it } from 'vitest';
import type { LintedReport } from '../../../src/claims/lint/names.ts';
import { suggestClaim } from '../../../src/claims/lint/suggest.ts';

const runtimes = [
  { id: 'cpp', title: 'C++' },
  { id: 'lua', title: 'Lua' },
  { id: 'lua-jit', title: 'LuaJIT' },
];
const report: LintedReport = {
  subject: 'lua',
  others: 'cpp',
  contestants: [
    { id: 'cpp-green-ring' },
    { id: 'cpp-fork' },
    { id: 'lua' },
    { id: 'lua-jit-pool' },
    { id: 'zig' },
    { id: 'ada-task-set' },
  ],
  cases: {
    'io/100': { title: '100 workers wait' },
    'big/1000': { title: 'A thousand' },
    'big/1000000': { title: 'Many' },
  },
  verdicts: [
    { case: 'io/100', measure: 'cpuTime', as: 'CPU time' },
    { case: 'io/100', measure: 'peakTreeOfAll', as: 'all memory' },
    { case: 'io/100', measure: 'peakTree', as: 'memory' },
    { case: 'big/1000', measure: 'wall', as: 'time' },
  ],
};
const suggested = (sentence: string, changes: Partial<LintedReport> = {}) =>
  suggestClaim(sentence, { reports: [{ ...report, ...changes }], runtimes })!;
const part =
  (field: 'in' | 'compare' | 'on') =>
  (sentence: string, changes = {}) =>
    new RegExp(`${field}: \\[?(.*?)(?:\\]|, (?:compare|on)|\\})`).exec(
      suggested(sentence, changes).yaml,
    )?.[1];
const caseIn = part('in');
const pairIn = part('compare');
const measureIn = part('on');

describe('the case of a suggested claim', () => {
  it('is the one that shares most words, upper or lower case, and numbers with their separators', () => {
    expect(caseIn('A THOUSAND of them')).toBe('big/1000');
    expect(caseIn('With 1 000 of them')).toBe('big/1000');
    expect(caseIn('With 1\u202f000,000 of them')).toBe('big/1000000');
    const cases = Object.fromEntries(
      ['a/1', 'b/100000', 'c/10', 'd/100'].map((id) => [id, { title: 'x' }]),
    );
    expect(caseIn('With 1,00000', { cases })).toBe('a/1');
    expect(caseIn('With 10,0', { cases })).toBe('c/10');
  });

  it('counts words of three letters and more, and each once', () => {
    const cases = { 'a/1': { title: 'by it' }, 'b/2': { title: 'run' }, 'c/3': { title: 'runs' } };
    expect(caseIn('It runs by it', { cases })).toBe('c/3');
    expect(caseIn('We run by it', { cases })).toBe('b/2');
    expect(caseIn('So far', { cases })).toBe('a/1');
    expect(caseIn('…', { cases })).toBe('a/1');
    const twice = { 'x/1': { title: 'run' }, 'y/2': { title: 'wait and wait' } };
    expect(caseIn('We run and wait: 1', { cases: twice })).toBe('x/1');
  });

  it('is the first where as many words are shared', () => {
    const cases = {
      'b/1': { title: 'waits' },
      'a/2': { title: 'waits' },
      'c/3': { title: 'waits' },
    };
    expect(caseIn('It waits', { cases })).toBe('b/1');
  });

  it('takes no number of a title together with that of the id', () => {
    const cases = { 'a/1': { title: 'One' }, 'io/100': { title: '100 workers' } };
    expect(caseIn('With 100 of them', { cases })).toBe('io/100');
  });

  it('is none where the report has none', () => {
    expect(suggestClaim('It waits', { reports: [{ ...report, cases: {} }], runtimes })).toBe(
      undefined,
    );
  });
});

describe('the measure of a suggested claim', () => {
  it.each([
    'memory',
    'a heap',
    'a footprint',
    'light',
    'lean',
    'heavier',
    'LEANER',
    '7 MB',
    '7kB',
    '7 GiB',
  ])('is the first memory of the case where the sentence says %j', (words) => {
    expect(measureIn(`100 workers: ${words}`)).toBe('peakTreeOfAll');
  });

  it.each(['cheap', 'slightly', 'clean', '7 MBit', 'a webbed', '7 ms'])(
    'is its first other one where the sentence says %j',
    (words) => {
      expect(measureIn(`100 workers: ${words}`)).toBe('cpuTime');
    },
  );

  it('is that of the usual name where the table has none of that kind', () => {
    expect(measureIn('A thousand are light')).toBe('peakTree');
    expect(measureIn('100 workers are light', { verdicts: undefined })).toBe('peakTree');
    expect(measureIn('100 workers are quick', { verdicts: undefined })).toBe('wall');
  });

  it('is in small letters with hyphens in the id of the claim', () => {
    expect(suggested('100 workers are light').id).toBe('io-100-peak-tree-of-all');
  });
});

describe('the contestants of a suggested claim', () => {
  it.each([
    ['so cpp-fork is', 'cpp-fork, lua'],
    ['so CPP Fork is', 'cpp-fork, lua'],
    ['so forks are', 'cpp-fork, lua'],
    ['so green rings are', 'cpp-green-ring, lua'],
    ['so cpp green ring is', 'cpp-green-ring, lua'],
    ['so zig is', 'zig, lua'],
    ['so ada task set is', 'ada-task-set, lua'],
    ['so pools are', 'lua-jit-pool, lua'],
    ['so cpp-fork beats zig', 'cpp-fork, zig'],
    ['zig beats cpp-fork', 'cpp-fork, zig'],
  ])('are those that %j names', (sentence, pair) => {
    expect(pairIn(sentence)).toBe(pair);
  });

  it.each([
    ['so C++ is', 'cpp-green-ring, lua'],
    ['so cpp is', 'cpp-green-ring, lua'],
    ['so LuaJIT is', 'lua-jit-pool, lua'],
    ['so lua is', 'lua, cpp-green-ring'],
    ['C++ beats LuaJIT', 'cpp-green-ring, lua-jit-pool'],
    ['a cpp-fork of C++ beats Lua', 'cpp-fork, lua'],
    ['a cpp-fork of C++ beats LuaJIT', 'cpp-fork, lua-jit-pool'],
  ])('are the usual ones of the runtimes that %j names', (sentence, pair) => {
    expect(pairIn(sentence)).toBe(pair);
  });

  it.each(['nothing at all', 'a pitchfork', 'forksy', 'un-forks', 'fork-like', ' , '])(
    'are the subject and the first of another where %j names none',
    (sentence) => {
      expect(pairIn(sentence)).toBe('lua, cpp-green-ring');
    },
  );

  it('are any two where the subject runs nowhere', () => {
    const only = (...ids: string[]) => ({ contestants: ids.map((id) => ({ id })) });
    expect(pairIn('nothing', only('zig', 'ada'))).toBe('zig, ada');
    expect(pairIn('nothing', only())).toBe('lua, cpp');
    expect(pairIn('nothing', only('lua', 'lua-a', 'lua-b'))).toBe('lua, lua-a');
    expect(pairIn('nothing', only('lua'))).toBe('lua, cpp');
  });

  it('are the first two of a report that has no sides', () => {
    const none = { subject: undefined, others: undefined };
    expect(pairIn('nothing', none)).toBe('cpp-green-ring, cpp-fork');
    expect(pairIn('zig is slow', none)).toBe('zig, cpp-green-ring');
  });

  it('leave out a runtime that none of them is of, and take its own where it is the subject', () => {
    const contestants = ['cpp', 'cpp-fork', 'lua'].map((id) => ({ id }));
    expect(pairIn('C++ beats LuaJIT', { contestants })).toBe('cpp-fork, lua');
    expect(pairIn('C++ beats LuaJIT', { contestants, subject: 'cpp' })).toBe('cpp, lua');
    const without = { contestants: ['lua', 'lua-jit-pool'].map((id) => ({ id })) };
    expect(pairIn('C++ beats LuaJIT', without)).toBe('lua-jit-pool, lua');
  });
});
