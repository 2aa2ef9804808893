import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesStyles } from '../../src/publish/touched.ts';
import { COMMIT, pageWith, slower, writeArtifact } from './artifact.ts';
import { Host } from './host.ts';
import { fileOn } from './repository.ts';

it.each([
  [['src/styles/base.css'], true],
  [['README.md', 'src/styles/new/print.css'], true],
  [['src/stylesheet.ts', 'docs/src/styles/a.css'], false],
  [[], false],
])('the files %j change styles: %s', (names, expected) => {
  expect(changesStyles({ names, isWhole: true })).toBe(expected);
});

it('files of which not all are known may change styles', () => {
  expect(changesStyles({ names: [], isWhole: false })).toBe(true);
});

describe('the banner of a preview', () => {
  let host: Host;
  beforeAll(async () => {
    host = new Host();
    await host.start();
  });
  afterAll(() => host.stop());

  it.each([
    [1, ['src/styles/base.css'], true],
    [2, ['src/cli.ts'], false],
  ])(
    'says whether style changes are left out, by GitHub’s list: %j',
    async (number, files, says) => {
      const branch = `branch-${number}`;
      const pull = {
        number,
        repository: 'a/b',
        branch,
        commit: COMMIT,
        state: 'open',
        files,
      } as const;
      host.github.pulls.push(pull);
      const touched = { runners: true, data: false, harness: true };
      const artifact = writeArtifact(join(host.folder, 'artifact.zip'), {
        'site/index.html': pageWith('x'),
        'comparison.json': JSON.stringify({ ...slower(COMMIT), touched }),
      });
      await host.deployHere(artifact, pull);
      const page = fileOn(host.repository, 'gh-pages', `pr-${number}/index.html`);
      expect(page.includes('Its changes of style sheets are not shown.')).toBe(says);
    },
  );
});
