import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { listSessions, readSession, type StoredSession } from '../../src/store/read.ts';
import { ownEnvironment } from '../environment.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the fixture runners in a folder of its own, and the real command line on it. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'steelyard-bench-'));
  readonly data = join(this.folder, 'data');
  readonly runners = join(this.folder, 'runners');
  readonly content = join(this.folder, 'content');
  /** Shared by all tests, so that the launcher is compiled once. */
  cache = join(root, '.cache', 'test');

  /** Whose command line runs: this project's, or that of a copy. */
  private readonly project: string;

  constructor(project = root) {
    this.project = project;
    cpSync(join(root, 'test', 'fixtures', 'runners'), this.runners, { recursive: true });
    writeFileSync(join(this.runners, 'package.json'), '{ "type": "module" }');
    for (const name of ['tmp', 'home', 'content']) mkdirSync(join(this.folder, name));
  }

  /** Starts `steelyard <args>`; it says everything to pipes. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, [join(this.project, 'src', 'cli.ts'), ...args], {
      cwd: this.project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...ownEnvironment(join(this.folder, 'home')),
        TMPDIR: join(this.folder, 'tmp'),
        // Tests measure side by side.
        STEELYARD_LOCK: `steelyard-${basename(this.folder)}`,
        STEELYARD_DATA: this.data,
        STEELYARD_RUNNERS: this.runners,
        STEELYARD_CONTENT: this.content,
        STEELYARD_CACHE: this.cache,
        ...env,
      },
    });
  }

  /** Runs `steelyard <args>` to its end. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> {
    return end(this.start(args, env));
  }

  /** Runs `steelyard measure --profile smoke <args>` to its end. */
  measure(...args: readonly string[]): Promise<Ended> {
    return this.run(['measure', '--profile', 'smoke', ...args]);
  }

  sessions(): StoredSession[] {
    return listSessions(join(this.data, 'local')).map(readSession);
  }

  /** Replaces a text in a file of the runners. */
  edit(file: string, before: string, after: string): void {
    const path = join(this.runners, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    // A file of its own under the old name: a shell may still be reading the one that was there.
    rmSync(path);
    writeFileSync(path, text.replace(before, after));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for the end of a process and collects what it said. */
export async function end(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, stdout, stderr };
}

/** Command lines and environments of the processes that run now; only where /proc tells them. */
export function processesThatName(text: string): string[] {
  return (
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) =>
        ['cmdline', 'environ'].some((file) => readOr(`/proc/${pid}/${file}`).includes(text)),
      )
      .map((pid) => readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))
      // A process that has ended and waits to be collected has no command line.
      .filter((line) => line !== '')
  );
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
