import { mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './make-world.ts';
import { lastStderrLines, scrubPaths } from '../../src/measure/scrub.ts';

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

test('the project and the home folder are replaced by names', () => {
  const text = `at ${project}/runners/a.sh, ${homedir()}/.config and ${project}/b`;
  expect(scrubPaths(text)).toBe('at <project>/runners/a.sh, <home>/.config and <project>/b');
});

test('a folder inside another gets its own name', () => {
  expect(scrubPaths('/x/y/z /x/q', { '/x': '<outer>', '/x/y': '<inner>' })).toBe(
    '<inner>/z <outer>/q',
  );
});

test('a folder whose path only ends or begins like a named one keeps its own', () => {
  const names = { '/x': '<outer>', '/y/a1': '<inner>' };
  expect(scrubPaths('/y/a1/x /y/x /x-1/q', names)).toBe('<inner>/x /y/x /x-1/q');
});

test('a folder behind a link is found under either path, and in the address of a file', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a real one'));
  symlinkSync(join(folder, 'a real one'), join(folder, 'link'));
  const text = `${folder}/link/x ${folder}/a real one/x file://${folder}/a%20real%20one/x`;
  expect(scrubPaths(text, { [join(folder, 'link')]: '<it>' })).toBe('<it>/x <it>/x file://<it>/x');
});

test('the root folder is no name', () => {
  expect(scrubPaths('/etc/hosts', { '/': '<root>' })).toBe('/etc/hosts');
});

test('standard error keeps its last twenty lines', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${String(index + 1)}`);
  expect(lastStderrLines(`${lines.join('\n')}\n`)?.split('\n')).toEqual(lines.slice(10));
});

test('standard error keeps at most 2000 characters of them, the last ones', () => {
  const kept = lastStderrLines(`${'x'.repeat(5000)}end`);
  expect(kept).toHaveLength(2001);
  expect(kept?.endsWith('xend')).toBe(true);
});

test('an empty standard error is absent', () => {
  expect(lastStderrLines(' \n\n')).toBeUndefined();
});
