/** However the checking of a commit's build ends, the comment is of that commit. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageWith, slower, writeArtifact } from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';

const first = 'c'.repeat(40);
const second = 'd'.repeat(40);
const pull: FakePull = {
  number: 12,
  repository: 'contributor/steelyard',
  branch: 'faster',
  commit: first,
  state: 'open',
  files: ['runners/runtimes/a/b.sh', 'content/a/index.mdx'],
};

let host: Host;
let zip: string;
beforeEach(async () => {
  host = new Host();
  await host.start();
  zip = join(host.folder, 'artifact.zip');
  host.github.pulls.push(pull);
  pull.commit = first;
  await host.deployHere(artifactOf(first), pull);
  pull.commit = second;
});
afterEach(() => host.stop());

function artifactOf(commit: string): string {
  const comparison = JSON.stringify(slower(commit));
  return writeArtifact(zip, { 'site/index.html': pageWith('x'), 'comparison.json': comparison });
}

const comment = (): string => host.comments()[0] ?? '';

describe('the comment', () => {
  it('names the commit, its base, and what else it changes', () => {
    expect(comment()).toContain(
      '### What pull request 12 changes at `cccccccccccc` against `aaaaaaaaaaaa`',
    );
    expect(comment()).toContain('It changes as well: texts.');
  });

  it.each<[string, () => string, RegExp]>([
    ['without an artifact', () => join(host.folder, 'nothing.zip'), /was refused.*is missing/s],
    ['without a name of one', () => '', /was refused.*is missing/s],
    ['with something that is no zip', noZip, /was refused.*is no zip/s],
    ['with another commit’s comparison', () => artifactOf(first), /was refused/],
  ])('is of the new commit when its build ends %s', async (_, make, says) => {
    await expect(host.deployHere(make(), pull)).rejects.toThrow();
    expect(comment()).toMatch(says);
    expect(comment()).toContain('The preview of commit ddddddd');
    expect(comment()).not.toContain('What pull request 12 changes');
  });

  it('is of the new commit when the pages can’t be pushed', async () => {
    const artifact = artifactOf(second);
    rmSync(host.repository, { recursive: true });
    await expect(host.deployHere(artifact, pull)).rejects.toThrow();
    expect(comment()).toContain('The preview of commit ddddddd could not be shown');
    expect(comment()).not.toContain('ccccccc');
  });

  it('is of the new commit from the first moment, should the checking be killed', async () => {
    const artifact = artifactOf(second);
    await host.deployHere(artifact, pull);
    const [pending] = host.github.bodies.slice(-2);
    expect(pending).toContain('Commit ddddddd is built');
    expect(pending).not.toContain('ccccccc');
  });
});

function noZip(): string {
  writeFileSync(zip, 'PK and nothing else');
  return zip;
}
