/**
 * Four pull requests from the branch to the comment, without GitHub: a bare repository, a server
 * that plays GitHub's interface, and the commands that the workflows run.
 */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/store/canonical.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession } from '../../src/store/read.ts';
import { Repository } from '../commands/repository.ts';
import { reference } from '../fixtures/make-site-data.ts';
import { testFolder } from '../site/render.ts';
import { siteOf, writeArtifact } from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';
import { filesOn, git } from './repository.ts';

let host: Host;
let own: Repository;

beforeAll(async () => {
  host = new Host();
  await host.start();
  own = new Repository();
  const loop = 'i=0; while [ $i -lt 8000 ]; do i=$((i+1)); done';
  own.edit('runtimes/shell/count.sh', "echo 'Counting …'", `${loop}\necho 'Counting …'`);
  own.commit('A program that computes');
  // A runner has no sessions of its own.
  renameSync(join(own.data, 'local'), measuredElsewhere());
  push('main');
});
afterAll(async () => {
  own.remove();
  await host.stop();
});

const measuredElsewhere = (): string => join(own.folder, 'tmp', 'elsewhere');

interface Shown {
  readonly number: number;
  readonly comment: string;
  readonly compareExit: number | null;
  readonly deployExit: number | null;
}

/** Opens a pull request with this change and does what `preview` and `preview-deploy` do. */
async function pullRequest(number: number, branch: string, edit: () => void): Promise<Shown> {
  own.git('switch', '--quiet', '--create', branch, 'main');
  edit();
  own.commit(branch);
  push(branch);
  const pull: FakePull = {
    number,
    repository: 'contributor/steelyard',
    branch,
    commit: git(own.folder, 'rev-parse', 'HEAD'),
    state: 'open',
    files: git(own.folder, 'diff', '--name-only', 'main...HEAD').split('\n'),
  };
  host.github.pulls.push(pull);
  host.github.mergeBase = git(own.folder, 'merge-base', 'main', 'HEAD');
  const compared = await own.compare('--skip', 'shell-tuned', '--budget', '5m');
  const artifact = writeArtifact(join(host.folder, 'artifact.zip'), {
    ...(await drawnPages(number)),
    'comparison.json': JSON.stringify(compared.comparison),
  });
  const deployed = await host.deploy(artifact, pull);
  expect(deployed.stderr).toContain(`Pull request ${number}: the comment was created.`);
  own.git('switch', '--quiet', 'main');
  rmSync(join(own.data, 'results', 'comparisons'), { recursive: true, force: true });
  const comment = host.github.comments.find((one) => one.number === number)?.body ?? '';
  return { number, comment, compareExit: compared.exitCode, deployExit: deployed.exitCode };
}

/** The pages; none where a claim of the reference has lost its support. */
async function drawnPages(number: number): Promise<Record<string, Uint8Array>> {
  // Inside the project, where the pages find their packages.
  const dist = join(testFolder('rehearsal'), 'dist');
  rmSync(dist, { recursive: true, force: true });
  const env = { STEELYARD_OUT: dist, STEELYARD_BASE: `/pr-${number}/` };
  const { exitCode, stderr } = await own.run(['render'], env);
  if (exitCode !== 0) expect(stderr).toContain("the data doesn't carry the claim");
  return exitCode === 0 ? siteOf(dist) : {};
}

function push(branch: string): void {
  own.git('push', '--quiet', host.repository, branch);
}

describe('a pull request', () => {
  it('that changes text only measures nothing, and has a preview', async () => {
    const { comment, deployExit } = await pullRequest(1, 'text-only', () =>
      own.write(own.page, `${readFileSync(own.page, 'utf8')}\nOne more line of text.\n`),
    );
    expect(deployExit).toBe(0);
    expect(comment).toMatch(/No program, scenario or data changed: all \d+ numbers identical\./);
    expect(comment).toContain('(https://maintainer.example/steelyard/pr-1/index.html)');
    expect(comment).toContain('Nothing was timed.');
  });

  // Ten times as much to do: no other program on the machine makes as much of it. How small a
  // difference is found is what `npm run bench:compare` is for.
  it('that makes a program ten times as slow is found out, on the machine that built it', async () => {
    const { comment } = await pullRequest(2, 'slower', () =>
      own.edit('runtimes/shell/count.sh', '-lt 8000', '-lt 80000'),
    );
    expect(comment).toMatch(/`count\/5` `shell-count` CPU time \|.*\| \*\*changed: more\*\* \|/);
    expect(comment).toMatch(/Repeat it: `npm run compare -- --base [0-9a-f]{12}/);
  });

  it('whose program answers wrongly is told so, though its build failed', async () => {
    const { comment, compareExit, deployExit } = await pullRequest(3, 'wrong', () =>
      own.edit('runtimes/node/count.mjs', 'answer: { things,', 'answer: { things: things + 1,'),
    );
    expect([compareExit, deployExit]).toEqual([1, 0]);
    expect(comment).toContain('**A wrong answer** from `count/5` `node-count`');
  });

  it('that turns a result round is told which claims fall, and has no preview', async () => {
    const { comment } = await pullRequest(4, 'flipped', () => {
      const id = acceptFlipped('io/100', 'python-asyncio', 'python-processes');
      own.write(own.page, readFileSync(own.page, 'utf8').replace(reference.id, id));
    });
    expect(comment).toContain('`asyncio-waits` loses its support (found: more-that-matters)');
    expect(comment).toMatch(/`asyncio-waits` \*\*flipped\*\*: “python-asyncio takes .* less .* → /);
    expect(comment).not.toContain('https://maintainer.example');
  });
});

/** Adds a sealed session in which two contestants have changed places in one case; returns its id. */
function acceptFlipped(caseId: string, one: string, other: string): string {
  const names: Readonly<Record<string, string>> = { [one]: other, [other]: one };
  const id = reference.id.replace('aaaaaa', 'ffffff');
  const accepted = join(own.data, 'sessions', reference.id);
  const { session, records } = readSession(accepted);
  const folder = join(own.data, 'sessions', id);
  cpSync(accepted, folder, { recursive: true });
  const flipped = records.map((record) =>
    record.case === caseId
      ? { ...record, contestant: names[record.contestant] ?? record.contestant }
      : record,
  );
  const lines = flipped.map((record) => `${JSON.stringify(record)}\n`).join('');
  const seal = { records: flipped.length, sha256: sha256Of(lines) };
  writeFileSync(join(folder, 'records.jsonl'), lines);
  writeFileSync(join(folder, 'session.json'), prettyJson({ ...session, id, seal }));
  return id;
}

describe('after them', () => {
  it('each has one comment of at most 25 lines', () => {
    expect(host.github.comments.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    // The first line is the mark by which the comment is found again.
    for (const comment of host.comments())
      expect(comment.trim().split('\n').length).toBeLessThanOrEqual(26);
    if (process.env['SHOW_COMMENTS'] !== undefined) console.log(host.comments().join('\n\n'));
  });

  it('the pages branch has the previews that could be drawn', () => {
    const folders = filesOn(host.repository, 'gh-pages').map((file) => file.split('/')[0]);
    expect([...new Set(folders)]).toEqual(['.nojekyll', 'pr-1', 'pr-2', 'pr-3']);
    expect(filesOn(host.repository, 'gh-pages')).toContain('pr-3/report/index.html');
  });

  it('closing them leaves nothing of them', async () => {
    for (const number of [1, 2, 3, 4])
      expect(await host.close(number)).toMatchObject({ exitCode: 0 });
    expect(filesOn(host.repository, 'gh-pages')).toEqual(['.nojekyll']);
  });
});
