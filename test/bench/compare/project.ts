/** A project of its own in a git repository, with one short program. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { comparisonSchema, type BaseComparison } from '../../../src/store/comparison.ts';
import { gitEnvironment } from '../../environment.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/** About 20 ms of CPU time where a shell makes a million steps a second. */
const STEPS = 21_000;

const scenario = `export default {
  id: 'spin',
  title: 'Spinning',
  work: 'Count.',
  contestants: [{ id: 'shell', runtime: 'shell', program: 'spin.sh' }],
  cases: [{ id: 'short', rounds: { full: 21 }, timeoutS: 60 }],
  answer: {},
  measures: [{ id: 'wall', title: 'Wall time', unit: 'ns', source: { from: 'launcher' } }],
};
`;

export interface Project {
  /** The program with so many times the work, and a comment. */
  write(times: number, comment: string): void;
  /** Compares the program as it stands with the base. */
  compare(): Promise<BaseComparison>;
  remove(): void;
}

/** Makes the project; its base is the program with once the work. */
export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'steelyard-compare-'));
  const shell = join(folder, 'runners', 'runtimes', 'shell');
  const folders = [
    shell,
    ...['scenarios', 'services'].map((each) => join(folder, 'runners', each)),
  ];
  for (const each of folders) mkdirSync(each, { recursive: true });
  cpSync(join(root, 'test/fixtures/runners/runtimes/shell/runtime.ts'), join(shell, 'runtime.ts'));
  writeFileSync(join(folder, 'runners', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'runners', 'scenarios', 'spin.ts'), scenario);
  writeFileSync(join(folder, '.gitignore'), 'data/\ncomparison.json\n');
  const write = (times: number, comment: string): void => {
    const steps = Math.round(STEPS * times);
    const loop = `i=0; while [ $i -lt ${steps} ]; do i=$((i+1)); done`;
    const answer = `echo '{"steelyard":1,"answer":{}}'`;
    writeFileSync(join(shell, 'spin.sh'), `# ${comment}\n${loop}\n${answer}\n`);
  };
  write(1, 'The base.');
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-C', folder, ...args], { env: gitEnvironment() });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The base');
  return {
    write,
    compare: () => compareIn(folder),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function compareIn(folder: string): Promise<BaseComparison> {
  const json = join(folder, 'comparison.json');
  const args = ['compare', '--base', 'main', '--budget', '2m', '--json', json, '--quiet'];
  await run(process.execPath, [join(root, 'src', 'cli.ts'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      STEELYARD_DATA: join(folder, 'data'),
      STEELYARD_RUNNERS: join(folder, 'runners'),
      STEELYARD_CONTENT: join(folder, 'content'),
    },
  });
  return comparisonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
}
