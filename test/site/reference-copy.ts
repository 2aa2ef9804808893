/** A copy of a real document, the first report, and of the session that it renders from, to be changed by a test. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { readReport } from '../../src/site/reports.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession, type StoredSession } from '../../src/store/read.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { ownEnvironment } from '../environment.ts';
import { first } from '../fixtures/projects.ts';
import { testFolder } from './render.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
export const REPORT = 'duso-vs-python';

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams. */
  readonly said: string;
}

/** A claim as `steelyard claims --json` lists it. */
export interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly line: number;
  readonly expected?: readonly string[];
  readonly found: readonly string[];
  readonly holds: boolean;
  readonly sentence: string;
  readonly evidence: {
    readonly case?: string;
    readonly measure?: string;
    readonly contestants: readonly string[];
  };
}

/** The claims of a copy, by id. */
export async function listedClaims(copy: ReferenceCopy): Promise<ReadonlyMap<string, Listed>> {
  const { stdout } = await copy.run('claims', '--json');
  return new Map((JSON.parse(stdout) as Listed[]).map((claim) => [claim.id, claim]));
}

export class ReferenceCopy {
  readonly root: string;
  readonly claimsFile: string;
  readonly recordsFile: string;
  private readonly folder: string;
  private readonly stored: StoredSession;

  /** Makes the copy below .cache/, where packages are found. */
  constructor(name: string) {
    this.root = testFolder(name);
    const { session } = readReport(first.content, REPORT);
    if (session === undefined) throw new Error(`${REPORT} has no pinned session.`);
    rmSync(this.root, { recursive: true, force: true });
    mkdirSync(join(this.root, 'data'), { recursive: true });
    cpSync(first.content, join(this.root, 'content'), { recursive: true });
    this.folder = join(this.root, 'data', 'sessions', session);
    cpSync(join(first.sessions, session), this.folder, { recursive: true });
    this.claimsFile = join(this.root, 'content', REPORT, 'claims.yaml');
    this.recordsFile = join(this.folder, 'records.jsonl');
    this.stored = readSession(this.folder);
  }

  get session(): StoredSession['session'] {
    return this.stored.session;
  }

  /** Where its pages are drawn. */
  get out(): string {
    return join(this.root, 'dist');
  }

  get records(): readonly InvocationRecord[] {
    return this.stored.records;
  }

  /** Replaces the records, and seals them. */
  reseal(records: readonly InvocationRecord[]): void {
    this.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }

  /** Replaces the text of the records, and seals it. */
  write(lines: string): void {
    const count = lines.split('\n').length - 1;
    const seal = { records: count, sha256: createHash('sha256').update(lines).digest('hex') };
    writeFileSync(this.recordsFile, lines);
    writeFileSync(join(this.folder, 'session.json'), prettyJson({ ...this.session, seal }));
  }

  /** Takes every `expect` out of the claims, so that all wording follows the data. */
  freeClaims(): void {
    const all = parse(readFileSync(this.claimsFile, 'utf8')) as Record<string, object>;
    const free = Object.entries(all).map(([id, claim]) => {
      const { expect: _, ...rest } = claim as { expect?: unknown };
      return [id, rest];
    });
    writeFileSync(this.claimsFile, stringify(Object.fromEntries(free)));
  }

  /** Runs `steelyard <args>` on the copy. */
  run(...args: readonly string[]): Promise<Ended> {
    const env = {
      ...ownEnvironment(this.root),
      NODE_ENV: 'production',
      STEELYARD_DATA: join(this.root, 'data'),
      STEELYARD_CONTENT: join(this.root, 'content'),
      STEELYARD_RUNNERS: first.runners,
      STEELYARD_OUT: this.out,
      STEELYARD_CACHE: join(this.root, 'cache'),
    };
    const cli = [join(project, 'src', 'cli.ts'), ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, cli, { cwd: project, env }, (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : Number(error.code);
        resolve({ exitCode, stdout, said: `${stdout}${stderr}` });
      });
    });
  }

  /** The HTML of every page of the report, here's left out. */
  pages(): string[] {
    const folder = join(this.out, REPORT);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  }
}
