import { chownSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import type { User } from './users.ts';

export interface Surroundings {
  readonly project: string;
  readonly home: string;
  /** PATH of the row. */
  readonly path: string;
  readonly user: User;
  /** The README's two commands in full, in place of a look at each. */
  readonly full: boolean;
}

export interface StepResult {
  readonly title: string;
  readonly exitCode: number | null;
  readonly seconds: number;
  /** "12 passed" of a step that runs tests. */
  readonly tests?: string;
}

/** Tests of the starter, of files, of commands that measure, of a runtime that is found, of the project's own folders. */
const SOME_TESTS = [
  'test/bin',
  'test/store/files.test.ts',
  'test/commands/usage.test.ts',
  'test/commands/measure.test.ts',
  'test/commands/output-folder.test.ts',
  'test/measure/host.test.ts',
  'test/site/chapters.test.ts',
];

const quickSteps: readonly (readonly [string, string])[] = [
  ['npm ci', 'npm ci'],
  ['doctor', 'npm run doctor'],
  ['smoke build', 'npm run build -- --profile smoke'],
  ['render', 'npm run render'],
  ['tests', `npm test -- ${SOME_TESTS.join(' ')}`],
];

const fullSteps: readonly (readonly [string, string])[] = [
  ['npm ci', 'npm ci'],
  ['build', 'npm run build'],
  ['tests', 'npm test'],
];

const LINES_OF_A_FAILURE = 40;

/** Gives the project and an empty home to the row's user. */
export function moveIn({ project, home, user }: Surroundings): void {
  mkdirSync(join(home, 'tmp'), { recursive: true });
  if (user.id !== undefined) for (const folder of [home, dirname(project)]) give(folder, user.id);
}

/** "npm 10.8.2, Node 20.20.2": what the row's user really gets. */
export async function versionsSeen(surroundings: Surroundings): Promise<string> {
  const { all } = await run('echo npm $(npm --version), Node $(node --version)', surroundings);
  return all.trim().replace('Node v', 'Node ');
}

/** Runs the steps one after the other; the first that fails is the last. */
export async function runSteps(surroundings: Surroundings): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const [title, command] of surroundings.full ? fullSteps : quickSteps) {
    const result = await runStep(title, command, surroundings);
    results.push(result);
    console.log(`  ${title}: ${words(result)}`);
    if (result.exitCode !== 0) break;
  }
  return results;
}

async function runStep(
  title: string,
  command: string,
  surroundings: Surroundings,
): Promise<StepResult> {
  const { exitCode = null, all, durationMs } = await run(command, surroundings);
  if (exitCode !== 0) console.log(all.split('\n').slice(-LINES_OF_A_FAILURE).join('\n'));
  const tests = / Tests {2}(.*)/.exec(stripVTControlCharacters(all))?.[1];
  return { title, exitCode, seconds: durationMs / 1000, ...(tests !== undefined && { tests }) };
}

/** Runs a command as the row's user, with nothing of this process' environment. */
function run(command: string, { project, home, path, user }: Surroundings) {
  return execa(command, {
    shell: true,
    cwd: project,
    stdin: 'ignore',
    all: true,
    reject: false,
    extendEnv: false,
    env: { PATH: path, HOME: home, TMPDIR: join(home, 'tmp'), ...settingsOfNpm(), CI: 'true' },
    ...(user.id !== undefined && { uid: user.id, gid: user.id }),
  });
}

/** Which registry, proxy and certificates this machine uses. */
function settingsOfNpm(): Record<string, string> {
  const names =
    /^(?:npm_config_(?:registry|cafile|proxy|https_proxy|noproxy)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i;
  const entries = Object.entries(process.env).filter(([name]) => names.test(name));
  return Object.fromEntries(entries as [string, string][]);
}

function give(folder: string, id: number): void {
  chownSync(folder, id, id);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), id, id);
}

/** "27 s, 12 passed", or how it failed. */
export function words({ exitCode, seconds, tests }: StepResult): string {
  const ended = exitCode === 0 ? '' : `ended with ${exitCode} after `;
  return `${ended}${seconds.toFixed(0)} s${tests === undefined ? '' : `, ${tests}`}`;
}
