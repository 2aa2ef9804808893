import { describe, expect, it } from 'vitest';
import { checkTouched, touchedBesides } from '../../src/publish/touched.ts';

const nothing = { runners: false, data: false, harness: false };
const denyAll = (...names: string[]): void => checkTouched({ names, isWhole: true }, nothing);

describe('a comparison that says that nothing changed', () => {
  it.each([
    ['runners/scenarios/cpu.ts', 'runners'],
    ['data/sessions/a/records.jsonl', 'data'],
    ['src/cli.ts', 'harness'],
    ['package.json', 'harness'],
    ['package-lock.json', 'harness'],
  ])('is refused for %s', (file, part) => {
    expect(() => denyAll('README.md', file, `${file}/further`)).toThrow(
      `comparison.json: says that nothing of the ${part} changed, but ${file} did`,
    );
  });

  it('is refused by its file where GitHub lists no more', () => {
    expect(() => checkTouched({ names: [], isWhole: false }, nothing)).toThrow(
      'comparison.json: says that nothing of the runners changed, but more files did than the 3000 that GitHub lists. Split the pull request.',
    );
  });

  it.each([
    ['test/runners/a.ts', 'runners.md', 'runners-of-old/a.ts'],
    ['test/data/sessions/a', 'data/sessions.md', 'data/README.md'],
    ['test/src/a.ts', 'src.md', 'srcs/a.ts'],
    ['test/package.json', 'package.json5', 'package-json', 'package-lock-json'],
  ])('is believed for %j and the like', (...names) => {
    expect(() => denyAll(...names)).not.toThrow();
  });
});

describe('what a pull request changes beside what is compared', () => {
  it.each([
    [['runners/scenarios/cpu.ts', 'data/sessions/a/b', 'src/cli.ts'], undefined],
    [['package.json', 'package-lock.json'], undefined],
    [['content/a/index.mdx'], 'texts'],
    [['.github/workflows/check.yml', 'content/a.mdx'], 'texts, workflows'],
    [['test/a.test.ts'], 'tests'],
    [['README.md'], 'documentation'],
    [['docs/images/page.svg'], 'documentation'],
    [['data/README.md'], 'other data'],
    [['data/bench/pages.json'], 'other data'],
    [['data/sessions-of-old/a'], 'other data'],
    [['bin/steelyard.mjs'], 'settings'],
    [['.ci/run'], 'settings'],
    [['astro.config.mjs'], 'settings'],
    [['README.mdx'], 'settings'],
    [['readme-md', 'readmemd'], 'settings'],
    [['package.json5'], 'settings'],
    [['package-json'], 'settings'],
    [['new-package.json'], 'settings'],
  ])('of %j is %s', (names, words) => {
    expect(touchedBesides({ names, isWhole: true })).toBe(words);
  });

  it.each(['content', '.github', 'test', 'docs', 'data', 'bin', '.ci'])(
    'is nothing for a folder like %s elsewhere, or one that only begins like it',
    (folder) => {
      const names = [`src/${folder}/a.ts`, `${folder}s/a.ts`, `runners/${folder}.md`];
      expect(touchedBesides({ names, isWhole: true })).toBeUndefined();
    },
  );

  it('is no file of a folder whose name has another character for the dot', () => {
    const names = ['_github/a.yml', '_ci/run'];
    expect(touchedBesides({ names, isWhole: true })).toBeUndefined();
  });

  it('may be more than is known', () => {
    const more = 'more files than the 3000 that GitHub lists';
    expect(touchedBesides({ names: [], isWhole: false })).toBe(more);
    expect(touchedBesides({ names: ['docs/a.md'], isWhole: false })).toBe(`documentation, ${more}`);
  });
});
