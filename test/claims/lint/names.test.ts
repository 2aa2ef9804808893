import { describe, expect, it } from 'vitest';
import { namesOf, ownWords } from '../../../src/claims/lint/names.ts';
import { measuredNumber } from '../../../src/claims/lint/numbers.ts';
import { suggestClaim } from '../../../src/claims/lint/suggest.ts';
import { yamlBlocks } from '../../../src/claims/lint/yaml-blocks.ts';

const runtimes = ['go', 'lua', 'lua-jit'].map((id) => ({ id, title: id }));
const report = {
  subject: 'lua',
  others: 'go',
  contestants: [
    { id: 'lua' },
    { id: 'lua-threads', worker: 'green fibre' },
    { id: 'go-pool', label: 'C++ (fast)' },
  ],
  cases: {
    'io/10': { title: 'Ten requests' },
    'io/1000': { title: 'A thousand requests' },
    'memory/1000': { title: 'Held workers' },
  },
  verdicts: [
    { case: 'memory/1000', measure: 'peakTree', as: 'memory' },
    { case: 'memory/1000', measure: 'wall', as: 'time' },
  ],
};
const context = { reports: [report], runtimes };

describe('the names of a report', () => {
  const { strong, weak } = namesOf(context);

  it('have three letters or more, the longest first, whatever stands in them', () => {
    expect(strong.exec('we go on')).toBeNull();
    expect(strong.exec('Lua is')?.[0]).toBe('Lua');
    expect(strong.exec('lua-jit is')?.[0]).toBe('lua-jit');
    expect(strong.exec('luau is')).toBeNull();
    expect(strong.exec('so C++ (fast) is')?.[0]).toBe('C++ (fast)');
  });

  it('are those of contestants and runtimes where a report has no sides', () => {
    const { subject: _, others: __, ...without } = report;
    const names = namesOf({ reports: [without], runtimes });
    expect(names.strong.exec('so C++ (fast) is')?.[0]).toBe('C++ (fast)');
    expect(names.strong.exec('nothing of undefined')).toBeNull();
  });

  it('are common words where a contestant is made of them', () => {
    expect(weak.exec('many fibres')?.[0]).toBe('fibres');
    expect(weak.exec('threads')?.[0]).toBe('threads');
    expect(weak.exec('green')).toBeNull();
  });

  it.each(['count', 'time', 'memory', 'fast'])(
    'are not the name of a scenario, such as %j',
    (id) => {
      const contestants = [{ id }, { id: `lua-${id}` }, { id: `go-${id}-pool` }];
      const cases = { [`${id}/1`]: { title: 'Once' } };
      const { strong, weak } = namesOf({
        runtimes,
        reports: [{ subject: 'lua', others: 'the rest', contestants, cases }],
      });
      expect([strong.exec(`the ${id} is`), weak.exec(`the ${id} is`)]).toEqual([null, null]);
      expect(strong.exec(`the lua-${id} is`)?.[0]).toBe(`lua-${id}`);
      expect(weak.exec(`a ${id} pool is`)?.[0]).toBe(`${id} pool`);
    },
  );

  it('are ids and titles of runtimes, subject and others, and ids as they are spoken', () => {
    const { strong, weak } = namesOf({
      runtimes: [{ id: 'cpp', title: 'C++' }],
      reports: [
        {
          subject: 'left side',
          others: 'right side',
          contestants: [
            { id: 'cpp-very-big-pool', worker: 'big green process' },
            { id: 'zig', worker: 'fibre' },
          ],
          cases: {},
        },
      ],
    });
    const names = [
      'cpp',
      'C++',
      'left side',
      'right side',
      'cpp-very-big-pool',
      'cpp very big pool',
    ];
    for (const name of names) expect(strong.exec(`so ${name} is`)?.[0]).toBe(name);
    for (const name of ['very big pools', 'process', 'processes', 'fibre'])
      expect(weak.exec(`so ${name} is`)?.[0]).toBe(name);
    for (const other of ['xcpp', 'un-cpp', 'cppx', 'big green'])
      expect(strong.exec(`so ${other} is`) ?? weak.exec(`so ${other} is`)).toBeNull();
  });

  it('without any match nothing', () => {
    expect(namesOf({ reports: [], runtimes: [] }).strong.exec('')).toBeNull();
  });

  it('add to that of the runtime what stands behind its hyphen', () => {
    expect(ownWords('go-worker-pool', runtimes)).toBe('worker pool');
    expect(ownWords('go-very-big-pool', runtimes)).toBe('very big pool');
    expect(ownWords('go', runtimes)).toBe('');
    expect(ownWords('lua-jit', runtimes)).toBe('');
    expect(ownWords('lua-jit-pool', runtimes)).toBe('pool');
    expect(ownWords('goal-pool', runtimes)).toBe('');
    expect(ownWords('other-pool', runtimes)).toBe('');
  });
});

describe('the first number of a sentence that only runs can give', () => {
  it.each([
    ['It takes 12% of 3 s.', '12%'],
    ['It takes 3 s, 12% of all.', '3 s'],
    ['It is 3.2 times as long as 5 ms.', '3.2 times as'],
    ['A 95% interval holds 7 MB.', '7 MB'],
    ['In the 1990s it was 3 × 7.', undefined],
  ])('in %j is %j', (sentence, found) => {
    expect(measuredNumber(sentence)).toBe(found);
  });
});

describe('a suggested claim', () => {
  const suggested = (sentence: string) => suggestClaim(sentence, context)?.yaml;

  it('is about the case that shares most words, else the first', () => {
    expect(suggested('A thousand requests are quick.')).toContain('in: io/1000,');
    expect(suggested('Held workers, 1000 of them.')).toContain('in: memory/1000,');
    expect(suggested('With 1,000 of them it is quick.')).toContain('in: io/1000,');
    expect(suggested('It is quick.')).toContain('in: io/10,');
  });

  it('is about memory where the words are, by the measure of the verdict table', () => {
    expect(suggested('Held workers are light.')).toBe(
      'memory-1000-peak-tree: {in: memory/1000, compare: [lua, go-pool], on: peakTree}',
    );
    expect(suggested('Held workers are quick.')).toContain('on: wall}');
    expect(suggested('Ten requests take 7 MB.')).toContain('on: peakTree}');
  });

  it('names those that the sentence does, then the subject and another', () => {
    expect(suggested('The go pool is quick.')).toContain('[go-pool, lua]');
    expect(suggested('Lua threads beat the go pool.')).toContain('[lua-threads, go-pool]');
    expect(suggested('Lua is quick.')).toContain('[lua, go-pool]');
    expect(suggestClaim('x', { reports: [], runtimes })).toBeUndefined();
  });
});

describe('the strings of a YAML text', () => {
  it('stand at their lines and columns, those that are wanted', () => {
    const text = 'title: A\ncases:\n  io/1: { title: "B c", as: D }\n';
    expect(yamlBlocks(text, 2, (key) => key === 'title')).toEqual([
      [{ text: 'A', line: 2, column: 8, isTitle: true }],
      [{ text: 'B c', line: 4, column: 18, isTitle: true }],
    ]);
    expect(yamlBlocks(text, 1).map(([piece]) => piece!.text)).toEqual(['A', 'B c', 'D']);
    expect(yamlBlocks('- 1\n- a', 1)).toEqual([[{ text: 'a', line: 2, column: 3 }]]);
  });
});
