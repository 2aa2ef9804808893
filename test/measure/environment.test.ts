import { expect, test } from 'vitest';
import {
  commonEnvironment,
  recordedCommonEnvironment,
  recordedEnvironment,
  reservedVariables,
} from '../../src/measure/environment.ts';

test('the environment is a fixed list, and nothing of this process’ own', () => {
  expect(Object.keys(commonEnvironment).toSorted()).toEqual(['LANG', 'LC_ALL', 'PATH', 'TZ']);
  expect(commonEnvironment).toMatchObject({ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' });
});

test('the path has no project and no home folder on it', () => {
  const folders = commonEnvironment['PATH']!.split(':');
  expect(folders.filter((folder) => !/^\/(usr\/(local\/)?)?s?bin$/.test(folder))).toEqual([]);
});

test('a session records it with names for the folders that each run gets', () => {
  expect(recordedCommonEnvironment).toEqual({
    ...commonEnvironment,
    HOME: '<run>/home',
    TMPDIR: '<run>/tmp',
    STEELYARD_PADDING: '<0 to 4095 letters, as many for all of a round>',
  });
  expect(Object.keys(recordedCommonEnvironment).toSorted()).toEqual(reservedVariables.toSorted());
});

test('the record of a runtime’s variables names folders instead of showing them', () => {
  const project = process.cwd();
  expect(recordedEnvironment({ LIBRARY: `${project}/lib`, SEED: '0' })).toEqual({
    LIBRARY: '<project>/lib',
    SEED: '0',
  });
});
