import { join } from 'node:path';

/** What the tests' own processes get of the environment: nothing that a machine or a shell has set. */

/** Shared by all tests, so that our own modules are compiled once. */
const modules = join(import.meta.dirname, '..', '.cache', 'test', 'modules');

/**
 * The environment of a process that a test starts.
 *
 * @param home stands for the home folder, so that no settings of a person are read
 */
export function ownEnvironment(home: string): Record<string, string> {
  const { PATH = '', TMPDIR } = process.env;
  const temporary: Record<string, string> = TMPDIR === undefined ? {} : { TMPDIR };
  return { PATH, HOME: home, GIT_CONFIG_NOSYSTEM: '1', NODE_COMPILE_CACHE: modules, ...temporary };
}

/** The environment of git: an identity, and none of a person's or a hook's settings. */
export function gitEnvironment(): Record<string, string> {
  return {
    ...ownEnvironment('/nowhere'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A person',
    GIT_AUTHOR_EMAIL: 'person@example.org',
    GIT_COMMITTER_NAME: 'A person',
    GIT_COMMITTER_EMAIL: 'person@example.org',
  };
}
