/** Many deploys at once, into one repository: each finds the branch moved by another one, again and again. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageWith, unchanged, writeArtifact } from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';
import { fileOn, git } from './repository.ts';

let host: Host;
beforeEach(async () => {
  host = new Host();
  await host.start();
});
afterEach(() => host.stop());

const numbers = [1, 2, 3, 4, 5, 6, 7, 8];

function pullOf(number: number): FakePull {
  const commit = String(number).repeat(40);
  const head = { repository: 'contributor/steelyard', branch: `change-${number}`, commit };
  return { number, ...head, state: 'open', files: ['content/a/index.mdx'] };
}

it('eight previews that are deployed at once are all there', async () => {
  const pulls = numbers.map(pullOf);
  host.github.pulls.push(...pulls);
  const artifacts = new Map(
    pulls.map((pull) => [
      pull,
      writeArtifact(join(host.folder, `artifact-${pull.number}.zip`), {
        'site/index.html': pageWith(`The page of ${pull.number}`),
        'comparison.json': JSON.stringify(unchanged(pull.commit)),
      }),
    ]),
  );
  await host.deployAtOnce(artifacts);
  for (const number of numbers)
    expect(fileOn(host.repository, 'gh-pages', `pr-${number}/index.html`)).toContain(
      `The page of ${number}`,
    );
  expect(git(host.repository, 'rev-list', '--count', 'gh-pages')).toBe('8');
});
