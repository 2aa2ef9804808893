/** A pull request that is closed, or gets a newer commit, while what its build handed over is being checked. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageWith, unchanged, writeArtifact } from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';
import { fileOn, filesOn } from './repository.ts';

const first = 'c'.repeat(40);
const second = 'd'.repeat(40);

let host: Host;
let pull: FakePull;
beforeEach(async () => {
  host = new Host();
  await host.start();
  const head = { repository: 'contributor/steelyard', branch: 'faster', commit: first };
  pull = { number: 12, ...head, state: 'open', files: ['content/a/index.mdx'] };
  host.github.pulls.push(pull);
  await host.deployHere(artifactOf(first), pull);
});
afterEach(() => host.stop());

function artifactOf(commit: string): string {
  return writeArtifact(join(host.folder, 'artifact.zip'), {
    'site/index.html': pageWith(`The page of ${commit}`),
    'comparison.json': JSON.stringify(unchanged(commit)),
  });
}

/** Does something when GitHub is asked which files are touched: after the first question whether it is open. */
function whileChecking(act: () => void): void {
  host.github.before = ({ path }) => {
    if (path === '/pulls/12/files') act();
    return undefined;
  };
}
const deployedPage = (): string => fileOn(host.repository, 'gh-pages', 'pr-12/index.html');

it('has its preview where it is still open', async () => {
  pull.commit = second;
  await host.deployHere(artifactOf(second), pull);
  expect(deployedPage()).toContain(`The page of ${second}`);
});

it('gets no preview once it is closed, and loses the one before', async () => {
  pull.commit = second;
  whileChecking(() => (pull.state = 'closed'));
  const ended = await host.deploy(artifactOf(second), pull);
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toContain('it was closed, or has a newer commit. Nothing was deployed.');
  expect(filesOn(host.repository, 'gh-pages')).toEqual(['.nojekyll']);
  expect(host.comments()[0]).toContain('The preview of commit ddddddd could not be shown');
});

it('keeps the preview before where a newer commit came', async () => {
  const built = { ...pull, commit: second };
  pull.commit = second;
  whileChecking(() => (pull.commit = 'e'.repeat(40)));
  await expect(host.deployHere(artifactOf(second), built)).rejects.toThrow('has a newer commit');
  expect(deployedPage()).toContain(`The page of ${first}`);
});

it('loses its preview by the deploy that took the place of its closing', async () => {
  pull.state = 'closed';
  const ended = await host.deploy(artifactOf(first), pull);
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toContain("Removed previews of pull requests that aren't open: pr-12");
  expect(filesOn(host.repository, 'gh-pages')).toEqual(['.nojekyll']);
});
