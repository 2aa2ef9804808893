import { describe, expect, it } from 'vitest';
import { lintDocument } from '../../../src/claims/lint/document.ts';
import { namesOf } from '../../../src/claims/lint/names.ts';
import { isSize, sizesOf } from '../../../src/claims/lint/sizes.ts';

const names = namesOf({
  runtimes: [{ id: 'lua', title: 'Lua' }],
  reports: [
    {
      subject: 'lua',
      others: 'the rest',
      contestants: [],
      cases: {
        'count/large': { title: 'Count', parameters: { bytes: 50_000_000 } },
        'compress/100mb': { title: 'Compress', parameters: { file: 'words.txt' } },
        'serve/busy': { title: 'Serve', parameters: { rate: 2000, writes: 0.1, load: '90%' } },
        'wait/5s': { title: 'Wait', parameters: { delayNs: 5e9 } },
      },
    },
  ],
});
const findings = (source: string): string[] =>
  lintDocument(source, 'mdx', names).map(({ rule, words }) => `${rule}: ${words}`);

/** A text in each place of a title. */
const inTitles = (title: string): string[] => [
  `---\ntitle: ${title}\n---\n`,
  `---\ncases: { count/large: { title: ${title} } }\nwhich: [{ words: ${title}, case: count/large }]\n---\n`,
  `<Section id="a" title="${title}">\n\n<Figure case="count/large" title="${title}" />\n\n</Section>\n`,
  `## ${title}\n`,
];

describe('a title', () => {
  it.each([
    'Count in 50 MB',
    'Count in 50,000 kB',
    'Count in 50 000 kB',
    'Sort 1 million lines',
    'Compress 100 MB',
    'p99 at 2000 requests/s',
    'p99 at 2000 requests per second',
    'p99 with 10% of writes',
    'p99 with 90 % of reads',
    'Wait for 5 s',
    'Wait for 5000 ms',
  ])('may say how large the work is: %j', (title) => {
    expect(inTitles(title).map(findings)).toEqual([[], [], [], []]);
  });

  it.each([
    ['Count in 51 MB', 'number: 51 MB'],
    ['Compress 100 MB in 7 s', 'number: 7 s'],
    ['Count: 50 times as many', 'number: 50 times as'],
    ['Lua is 3 times faster', 'number: 3 times faster'],
    ['Compress 100×', 'number: 100×'],
    ['p99 with 11%', 'number: 11%'],
    ['Lua is faster', 'comparative: faster'],
  ])('may say nothing that only runs can: %j', (title, finding) => {
    expect(new Set(inTitles(title).flatMap(findings))).toEqual(new Set([finding]));
  });
});

it('a sentence may not say how large the work is, since nobody can tell it from what came of it', () => {
  expect(findings('It holds 50 MB.')).toEqual(['number: 50 MB']);
  expect(findings('---\ndescription: It holds 50 MB.\n---\n')).toEqual(['number: 50 MB']);
});

it('the name of a case is no number with a unit', () => {
  const verdicts = '[{ case: wait/5s, measure: [wall, in5s], as: time, section: wait-5s }]';
  const which = '[{ words: Wait, case: wait/5s, time: in5s, memory: at-5s }]';
  expect(findings(`---\nverdicts: ${verdicts}\nwhich: ${which}\n---\n`)).toEqual([]);
});

it('a size is the number of a parameter in any of its units', () => {
  const sizes = sizesOf({ 'a/1': { bytes: 2 * 1024 ** 3, seconds: 120 } });
  expect(sizes).toEqual([1, 2_147_483_648, 120]);
  expect(
    ['2 GiB', '2 minutes', '120 s', '0.12 ks', '1 MB'].map((one) => isSize(one, sizes)),
  ).toEqual([true, true, true, true, true]);
  expect(['2.1 GB', '3 minutes', '12 s'].map((one) => isSize(one, sizes))).toEqual([
    false,
    false,
    false,
  ]);
  expect(isSize('1 MB', [])).toBe(false);
});
