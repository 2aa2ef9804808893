import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';
import type { Host, Watched } from '../scenario/runtime.ts';
import { Problem } from '../scenario/problem.ts';
import { runCommand } from './run.ts';
import { sha256File, stateOf } from './watched.ts';

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * First executable of that name on a PATH, or the one at an absolute path. Folders of `node_modules` are left out: `npm run` puts
 * the project's own first, and a runtime that is only there isn't the person's.
 */
export function findOnPath(name: string, path: string): string | undefined {
  if (isAbsolute(name)) return isExecutable(name) ? name : undefined;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.split(sep).includes('node_modules'))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** The outside world that one runtime's `find` gets, and what it looked at there. */
export interface OwnHost {
  readonly host: Host;
  /** Files that it hashed, and folders that it named, as they were then. */
  readonly files: Watched[];
  readonly packages: Watched[];
}

/**
 * Creates the cache folder.
 * @param options.signal ends the commands that are under way
 */
export function createHost(options: {
  readonly root: string;
  readonly cache: string;
  readonly say: (line: string) => void;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}): OwnHost {
  const { root, cache, say, env = process.env, signal } = options;
  const files: Watched[] = [];
  const packages: Watched[] = [];
  mkdirSync(cache, { recursive: true });
  const host: Host = {
    env,
    platform: process.platform,
    root,
    cache,
    run: async (command, args, how = {}) => {
      const output = await runCommand(command, args, { ...how, signal });
      // What an ended command says would be taken for a lack.
      if (signal?.aborted === true)
        throw new Problem('interrupted', 'Interrupted before anything was measured.');
      return output;
    },
    which: (name) => findOnPath(name, env['PATH'] ?? ''),
    sha256: async (path) => {
      const state = stateOf(path);
      const sha256 = await sha256File(path);
      files.push({ path, sha256, state });
      return sha256;
    },
    watch: (path, except = []) => packages.push({ path, state: stateOf(path, except), except }),
    say,
  };
  return { host, files, packages };
}
