import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allowedEnvironment, recordedEnvironment } from '../../src/measure/environment.ts';
import { temporaryFolder } from './make-world.ts';

test('the environment is a fixed list, and nothing of this process’ own', () => {
  const environment = allowedEnvironment({ scratch: temporaryFolder() });
  expect(Object.keys(environment).toSorted()).toEqual([
    'HOME',
    'LANG',
    'LC_ALL',
    'PATH',
    'TMPDIR',
    'TZ',
  ]);
  expect(environment).toMatchObject({ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' });
});

test('the path has no project and no home folder on it', () => {
  const { PATH } = allowedEnvironment({ scratch: temporaryFolder() });
  expect(PATH?.split(':').filter((folder) => !/^\/(usr\/(local\/)?)?s?bin$/.test(folder))).toEqual(
    [],
  );
});

test('the home folder is empty, and both folders are there', () => {
  const { HOME = '', TMPDIR = '' } = allowedEnvironment({ scratch: temporaryFolder() });
  expect(readdirSync(HOME)).toEqual([]);
  expect(existsSync(TMPDIR)).toBe(true);
});

test('what a runtime needs set comes on top', () => {
  expect(allowedEnvironment({ scratch: temporaryFolder() }, { HASH_SEED: '0' })['HASH_SEED']).toBe(
    '0',
  );
});

test('the record of it names folders instead of showing them', () => {
  const recorded = recordedEnvironment({ HOME: '/s/home', TZ: 'UTC' }, { '/s': '<scratch>' });
  expect(recorded).toEqual({ HOME: '<scratch>/home', TZ: 'UTC' });
});
