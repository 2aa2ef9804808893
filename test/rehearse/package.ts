/**
 * `npm run rehearse:package`: what a stranger does with the packages, from nothing to a page, in an empty folder: the
 * packed engine, never a link to it. Prints seconds and bytes; ends with 1 when a step failed.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const root = join(import.meta.dirname, '..', '..');
/** Blanks, and letters of another alphabet. */
const folder = mkdtempSync(join(tmpdir(), 'steelyard päckage '));
const project = join(folder, 'my report');
const home = join(folder, 'home');
/** Whoever commits, in a home that knows nobody. */
const person = {
  GIT_AUTHOR_NAME: 'A stranger',
  GIT_AUTHOR_EMAIL: 'stranger@example.org',
  GIT_COMMITTER_NAME: 'A stranger',
  GIT_COMMITTER_EMAIL: 'stranger@example.org',
};

try {
  mkdirSync(home);
  await step('make the packages', root, 'npm', ['run', '--silent', 'make:package']);
  for (const name of ['steelyard', 'create-steelyard'])
    await step(`pack ${name}`, join(root, 'package', name), 'npm', [
      'pack',
      '--pack-destination',
      folder,
    ]);
  await step('unpack create-steelyard', folder, 'tar', ['-xzf', archive('create-steelyard')]);
  const begin = [
    join(folder, 'package', 'index.mjs'),
    'my report',
    'grep -c e {input}',
    'grep e {input} | wc -l',
  ];
  await step('npm create steelyard', folder, 'node', begin);
  expectPage();
  await step('its first commit', project, 'git', ['log', '-1', '--oneline']);
  await step('npm test', project, 'npm', ['test']);
  await step('npm run results', project, 'npm', ['run', '--silent', 'results', '--', '--markdown']);
  const { stdout } = await execa('du', ['-sm', join(project, 'node_modules')]);
  console.log(`✔ installed: ${stdout.split('\t')[0]} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The packed engine: names begin alike, so the shorter one is looked for by its version. */
function archive(name: string): string {
  const file = readdirSync(folder).find((one) => new RegExp(`^${name}-\\d.*\\.tgz$`).test(one));
  if (file === undefined) throw new Error(`npm packed no ${name}`);
  return join(folder, file);
}

async function step(title: string, cwd: string, command: string, args: string[]): Promise<void> {
  const startedAt = performance.now();
  const packed = readdirSync(folder).some((one) => /^steelyard-\d/.test(one));
  const env = {
    HOME: home,
    ...person,
    ...(packed && { STEELYARD_PACKAGE: `file:${archive('steelyard')}` }),
  };
  const { exitCode, all } = await execa(command, args, { cwd, env, all: true, reject: false });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${exitCode === 0 ? '✔' : '✖'} ${title}: ${seconds} s`);
  if (exitCode === 0) return;
  console.log(all);
  process.exit(1);
}

/** The page has to tell numbers of this machine's runs. */
function expectPage(): void {
  const file = join(project, 'dist', 'my-report', 'index.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/\d+(\.\d+)? (ms|s)/.test(page) && page.includes('grep -c e')) return;
  console.log(`✖ ${file} tells no time`);
  process.exit(1);
}
