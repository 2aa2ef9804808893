/** The jobs of a workflow in a repository of their own, each step run as GitHub runs it, with `npm run` and `gh` played. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { gitEnvironment } from '../environment.ts';
import { Repository } from '../commands/repository.ts';
import { git } from './repository.ts';

const project = join(import.meta.dirname, '..', '..');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: { name?: string; run?: string }[] }>>;
}

export interface Ended {
  readonly exitCode: number;
  readonly said: string;
}

export class WorkflowBench {
  readonly own = new Repository();
  private readonly jobs: Workflow['jobs'];
  private remoteFolder: string | undefined;

  /** @param file name under .github/workflows/ */
  constructor(file: string) {
    const text = readFileSync(join(project, '.github', 'workflows', file), 'utf8');
    this.jobs = (parse(text) as Workflow).jobs;
  }

  scriptOf(job: string, name: string): string {
    const script = this.jobs[job]?.steps.find((step) => step.name === name)?.run;
    if (script === undefined) throw new Error(`The job ${job} has no step "${name}".`);
    return script;
  }

  /** The repository as it stands when it is first asked for, without a work tree: what is cloned and pushed to. */
  get remote(): string {
    this.remoteFolder ??= this.cloned();
    return this.remoteFolder;
  }

  private cloned(): string {
    const folder = join(this.own.folder, 'tmp', 'remote.git');
    git(this.own.folder, 'clone', '--quiet', '--bare', this.own.folder, folder);
    return folder;
  }

  newRunner(): string {
    const runner = mkdtempSync(join(this.own.folder, 'tmp', 'runner-'));
    mkdirSync(join(runner, 'measured'));
    return runner;
  }

  /** One that was handed this as the change to propose. */
  runnerWith(patch: string): string {
    const runner = this.newRunner();
    mkdirSync(join(runner, 'proposal'));
    writeFileSync(join(runner, 'proposal', 'change.patch'), patch);
    return runner;
  }

  checkout(): string {
    const folder = mkdtempSync(join(this.own.folder, 'tmp', 'checkout-'));
    git(this.own.folder, 'clone', '--quiet', this.remote, folder);
    return folder;
  }

  /** Runs a step in a checkout. */
  step(
    script: string,
    cwd: string,
    runner: string,
    variables: Readonly<Record<string, string>>,
  ): Ended {
    const env = {
      ...gitEnvironment(),
      PATH: `${this.tools()}:${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: runner,
      GITHUB_REF_NAME: 'main',
      GITHUB_RUN_ID: '1',
      STEELYARD_DATA: join(cwd, 'data'),
      STEELYARD_CONTENT: join(cwd, 'content'),
      STEELYARD_RUNNERS: this.own.runners,
      STEELYARD_CACHE: this.own.cache,
      ...variables,
    };
    try {
      const options = { cwd, env, encoding: 'utf8', stdio: 'pipe' } as const;
      execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], options);
      return { exitCode: 0, said: '' };
    } catch (error) {
      const { status, stdout, stderr } = error as {
        status: number;
        stdout: string;
        stderr: string;
      };
      return { exitCode: status, said: stdout + stderr };
    }
  }

  private tools(): string {
    const folder = join(this.own.folder, 'tmp', 'tools');
    mkdirSync(folder, { recursive: true });
    const cli = `exec "${process.execPath}" "${join(project, 'src', 'cli.ts')}"`;
    const npm = `#!/bin/bash\nshift 2\nname=$1\nshift 2\n${cli} "$name" "$@"\n`;
    const gh = `#!/bin/bash\nif [ "$1" = pr ]; then printf '%s\\n' "$@" > "$RUNNER_TEMP/asked.txt"; fi\n`;
    for (const [name, script] of Object.entries({ npm, gh }))
      writeFileSync(join(folder, name), script, { mode: 0o755 });
    return folder;
  }

  /** A change of one file, as git writes it. */
  patchOf(
    file: string,
    content: string | undefined | ((before: string) => string),
    mode = 0o644,
  ): string {
    const folder = this.checkout();
    const path = join(folder, file);
    mkdirSync(join(path, '..'), { recursive: true });
    const before = typeof content === 'string' ? '' : readFileSync(path, 'utf8');
    const text = typeof content === 'function' ? content(before) : (content ?? before);
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode });
    git(folder, 'add', '--all', '--force');
    // A binary one ends with an empty line.
    return `${git(folder, 'diff', '--cached', '--binary')}\n\n`;
  }
}
