import { createHash } from 'node:crypto';
import { accessSync, constants, createReadStream, mkdirSync, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import type { Host } from '../scenario/runtime.ts';
import { runCommand } from './run.ts';

/** sha256 of a file, hexadecimal. Rejects when it can't be read. */
async function sha256File(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * First executable of that name on a PATH. Folders of `node_modules` are left out: `npm run` puts
 * the project's own first, and a runtime that is only there isn't the person's.
 */
export function findOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.split(sep).includes('node_modules'))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** The outside world that a runtime's `find` gets; creates the cache folder. */
export function createHost(options: {
  readonly root: string;
  readonly cache: string;
  readonly say: (line: string) => void;
  readonly env?: Readonly<Record<string, string | undefined>>;
}): Host {
  const env = options.env ?? process.env;
  mkdirSync(options.cache, { recursive: true });
  return {
    env,
    platform: process.platform,
    root: options.root,
    cache: options.cache,
    run: runCommand,
    which: (name) => findOnPath(name, env['PATH'] ?? ''),
    sha256: sha256File,
    say: options.say,
  };
}
