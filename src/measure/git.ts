import type { CommandOutput } from '../scenario/runtime.ts';
import { runCommand, type RunOptions } from './run.ts';

/**
 * What says which repository git works on, as `git rev-parse --local-env-vars` lists it, and where
 * the search for one ends. Inside a hook these name the hook's repository. Settings stay: a person
 * may have allowed the folder there.
 */
const misleading = `
  GIT_DIR GIT_WORK_TREE GIT_IMPLICIT_WORK_TREE GIT_COMMON_DIR GIT_INDEX_FILE GIT_PREFIX
  GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_QUARANTINE_PATH GIT_NAMESPACE
  GIT_GRAFT_FILE GIT_SHALLOW_FILE GIT_REPLACE_REF_BASE GIT_NO_REPLACE_OBJECTS GIT_REF_STORAGE_FORMAT
  GIT_CEILING_DIRECTORIES
`;

/**
 * Runs git to its end, on the repository that it finds from its folder, whatever the environment
 * names. It speaks English, so that what it says can be told apart. Never throws.
 */
export function runGit(args: readonly string[], options: RunOptions = {}): Promise<CommandOutput> {
  const names = misleading.trim().split(/\s+/);
  const without = Object.fromEntries(names.map((name) => [name, undefined]));
  const env = { ...without, LC_ALL: 'C', ...options.env };
  return runCommand('git', args, { ...options, env, leavesHelpers: true });
}
