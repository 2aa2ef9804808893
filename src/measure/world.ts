/** What is the same for every invocation of a session: how programs are started and measured. */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { launch } from './launch.ts';
import { prepareLauncher, type Launcher } from './launcher.ts';
import { findTreeMemory, type TreeMemory } from './tree-memory.ts';

export interface World {
  readonly launcher: Launcher;
  readonly tree: TreeMemory;
  /** Folder for the files of invocations and services; absolute. */
  readonly scratch: string;
  /** Cores that every program may use: handed to it as `--cores`. */
  readonly usableCores: number;
  /** Their CPU numbers; empty where affinity can't be read. */
  readonly affinity: readonly number[];
  /** Limit of open files that every program gets. */
  readonly descriptors: number;
}

/** Soft limit that POSIX systems commonly start with: what plain spawn can count on. */
const CAUTIOUS_DESCRIPTORS = 1024;

async function readLimits(
  launcher: Launcher,
  scratch: string,
): Promise<{ cores: readonly number[]; descriptors: number }> {
  const launched = await launch(launcher, {
    command: ['/bin/sh', '-c', ':'],
    cwd: scratch,
    environment: {},
    timeoutMs: 10_000,
    stdout: join(scratch, 'limits.out'),
    stderr: join(scratch, 'limits.err'),
    cores: [],
    join: [],
  });
  return {
    cores: launched.cores ?? [],
    descriptors: launched.descriptors ?? CAUTIOUS_DESCRIPTORS,
  };
}

/**
 * Compiles the launcher where needed, and finds out what can be measured here.
 * @param options.cache folder for the compiled launcher
 * @param options.scratch folder for the files of invocations; both are created
 */
export async function prepareWorld(options: {
  readonly cache: string;
  readonly scratch: string;
  readonly say: (line: string) => void;
  readonly compiler?: string;
}): Promise<World> {
  await mkdir(options.scratch, { recursive: true });
  const launcher = await prepareLauncher(options);
  const limits = await readLimits(launcher, options.scratch);
  const tree = await findTreeMemory(launcher, options.scratch);
  return {
    launcher,
    tree,
    scratch: options.scratch,
    // A container's CPU quota may allow fewer than the affinity does.
    usableCores: Math.min(limits.cores.length || Infinity, availableParallelism()),
    affinity: limits.cores,
    descriptors: limits.descriptors,
  };
}
