/** A host of its own for a rehearsal: a bare repository, GitHub's interface, and the commands that workflows run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { makeOutput } from '../../src/terminal/output.ts';
import { deployPreview } from '../../src/commands/preview-deploy.ts';
import { ownEnvironment } from '../environment.ts';
import { FakeGitHub, type FakePull } from './fake-github.ts';
import { git } from './repository.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly exitCode: number | null;
  readonly stderr: string;
}

export class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'steelyard-host-'));
  readonly repository = join(this.folder, 'maintainer', 'steelyard.git');
  readonly github = new FakeGitHub();

  /** What a workflow's environment says: the repository is found as on GitHub, by its address. */
  get env(): Record<string, string> {
    return { ...this.github.env, GITHUB_SERVER_URL: `file://${this.folder}` };
  }

  async start(): Promise<void> {
    git(this.folder, 'init', '--quiet', '--bare', '--initial-branch=main', this.repository);
    await this.github.start();
  }

  async stop(): Promise<void> {
    await this.github.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What .github/workflows/preview-deploy.yml runs. */
  deploy(artifact: string, { repository, branch, commit }: FakePull): Promise<Ended> {
    return this.run([
      'preview-deploy',
      `--artifact=${artifact}`,
      `--head-repository=${repository}`,
      `--head-branch=${branch}`,
      `--head-commit=${commit}`,
    ]);
  }

  /** The same in this process: quicker, where it is done many times. */
  deployHere(artifact: string, pull: FakePull): Promise<void> {
    return this.here(() => deployed(artifact, pull));
  }

  /** All of them at once, in this process. */
  async deployAtOnce(artifacts: ReadonlyMap<FakePull, string>): Promise<void> {
    await this.here(async () => {
      await Promise.all([...artifacts].map(([pull, artifact]) => deployed(artifact, pull)));
    });
  }

  /** Does something in this process as if it ran in a workflow. */
  async here(act: () => Promise<void>): Promise<void> {
    for (const [name, value] of Object.entries(this.env)) vi.stubEnv(name, value);
    try {
      await act();
    } finally {
      vi.unstubAllEnvs();
    }
  }

  /** What .github/workflows/preview-close.yml runs. */
  close(number: number): Promise<Ended> {
    return this.run(['preview-close', String(number)]);
  }

  /** What .github/workflows/publish.yml runs after drawing. */
  publish(dist: string): Promise<Ended> {
    return this.run(['publish-pages'], { STEELYARD_OUT: dist });
  }

  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const [command = '', ...rest] = args;
    const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), command, ...rest], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...ownEnvironment(this.folder), ...this.env, ...env },
    });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, stderr: Buffer.concat(chunks).toString() };
  }

  /** The pages branch's files in a folder. */
  checkOutPages(): string {
    const folder = mkdtempSync(join(this.folder, 'pages-'));
    git(this.folder, 'clone', '--quiet', '--branch', 'gh-pages', this.repository, folder);
    return folder;
  }

  /** Hash of the newest commit of the pages branch; undefined before there is one. */
  pagesCommit(): string | undefined {
    const heads = git(
      this.repository,
      'for-each-ref',
      '--format=%(objectname)',
      'refs/heads/gh-pages',
    );
    return heads === '' ? undefined : heads;
  }

  comments(): string[] {
    return this.github.comments.map(({ body }) => body);
  }
}

function deployed(artifact: string, { repository, branch, commit }: FakePull): Promise<void> {
  const head = { headRepository: repository, headBranch: branch, headCommit: commit };
  return deployPreview({ branch: 'gh-pages', artifact, ...head }, makeOutput({ quiet: true }));
}
