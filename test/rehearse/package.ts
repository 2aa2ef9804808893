/**
 * `npm run rehearse:package`: what a stranger does with the packages, from nothing to a page, in an empty folder: the
 * packed engine, never a link to it. Prints seconds and bytes; ends with 1 when a step failed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { Stranger } from './stranger.ts';

/** Blanks, and letters of another alphabet. */
const stranger = new Stranger('steelyard päckage ');
const project = join(stranger.folder, 'my report');

try {
  await stranger.pack();
  const begin = [
    join(stranger.folder, 'package', 'index.mjs'),
    'my report',
    'grep -c e {input}',
    'grep e {input} | wc -l',
  ];
  await stranger.step('npm create steelyard', stranger.folder, 'node', begin, {
    STEELYARD_PACKAGE: `file:${stranger.archive('steelyard')}`,
  });
  expectPage();
  await stranger.step('its first commit', project, 'git', ['log', '-1', '--oneline']);
  await stranger.step('npm test', project, 'npm', ['test']);
  const results = ['run', '--silent', 'results', '--', '--markdown'];
  await stranger.step('npm run results', project, 'npm', results);
  await stranger.step('npm ci, by the lock that it wrote', project, 'npm', ['ci', '--no-audit']);
  const { stdout } = await execa('du', ['-sm', join(project, 'node_modules')]);
  console.log(`✔ installed: ${stdout.split('\t')[0]} MB`);
} finally {
  stranger.remove();
}

/** The page has to tell numbers of this machine's runs. */
function expectPage(): void {
  const file = join(project, 'dist', 'my-report', 'index.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/\d+(\.\d+)? (ms|s)/.test(page) && page.includes('grep -c e')) return;
  console.log(`✖ ${file} tells no time`);
  process.exit(1);
}
