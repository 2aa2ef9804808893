import { describe, expect, it } from 'vitest';
import { explainFindings, type FileFinding } from '../../../src/claims/lint/explain.ts';

const finding: FileFinding = {
  file: 'a.mdx',
  line: 3,
  column: 7,
  rule: 'comparative',
  sentence: 'Lua is faster.',
  words: 'faster',
  name: 'Lua',
};
const none = { reports: [], runtimes: [] };
const report = {
  subject: 'lua',
  others: 'zig',
  contestants: [{ id: 'lua' }, { id: 'zig' }],
  cases: { 'io/1': { title: 'One' } },
};
const way = '  What can\'t be measured is <Cited href="…">…</Cited> or <Opinion>…</Opinion>.';

describe('the findings of the lint in words', () => {
  it('say what stands where, and how to say it', () => {
    expect(explainFindings([finding], { reports: [report], runtimes: [] })).toBe(
      [
        'One sentence states what only runs can say.',
        '',
        'a.mdx:3:7: "faster" is a comparison about "Lua", and no run stands behind it:',
        '    Lua is faster.',
        '  Bind it to runs. In claims.yaml:',
        '    io-1-wall: {in: io/1, compare: [lua, zig], on: wall}',
        '  and in the text, in place of the words:',
        '    <Claim id="io-1-wall" />',
        way,
      ].join('\n'),
    );
  });

  it('show no claim where no report has a case', () => {
    const { name: _, ...nameless } = finding;
    const first = { ...nameless, rule: 'number', words: '3 s' } as const;
    expect(explainFindings([first, finding], none)).toBe(
      [
        '2 sentences state what only runs can say.',
        '',
        'a.mdx:3:7: "3 s" is a number that only runs can give, and no run stands behind it:',
        '    Lua is faster.',
        '  Say it with a claim of a report.',
        way,
        '',
        'a.mdx:3:7: "faster" is a comparison about "Lua", and no run stands behind it:',
        '    Lua is faster.',
        '  Say it with a claim of a report.',
        way,
      ].join('\n'),
    );
  });

  it.each([
    ['superlative', 'a superlative'],
    ['verdict', 'a verdict'],
    ['judgement', 'a judgement'],
  ] as const)('call a %s %s', (rule, kind) => {
    expect(explainFindings([{ ...finding, rule }], none)).toContain(`"faster" is ${kind} about`);
  });
});
