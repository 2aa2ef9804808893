/** What is the same for every invocation of a session: how programs are started and measured. */
import { availableParallelism } from 'node:os';
import { launchNothing } from './launch.ts';
import { prepareLauncher, type Launcher } from './launcher.ts';
import { memoryLimit } from './memory-limit.ts';
import type { Watched } from '../scenario/runtime.ts';
import { sha256File, stateOf } from './watched.ts';
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
  /** Version of Landlock by which programs write into their own folders only; 0: nothing sees to that. */
  readonly confined: number;
  /** What may be taken of the machine's memory here. */
  readonly memoryBytes: number;
  /** What every program is started with. */
  readonly watched: readonly Watched[];
}

/** The launcher, and Node, which runs the services. */
async function watchedOf(launcher: Launcher): Promise<Watched[]> {
  const node = { path: process.execPath, state: stateOf(process.execPath) };
  if (launcher.method === 'spawn') return [node];
  const { path } = launcher;
  return [{ path, state: stateOf(path), sha256: await sha256File(path) }, node];
}

/** Soft limit that POSIX systems commonly start with: what plain spawn can count on. */
const CAUTIOUS_DESCRIPTORS = 1024;

async function readLimits(
  launcher: Launcher,
  scratch: string,
): Promise<{ cores: readonly number[]; descriptors: number; confined: number }> {
  const launched = await launchNothing(launcher, { writes: [scratch] });
  return {
    cores: launched.cores ?? [],
    confined: launched.confined ?? 0,
    descriptors: launched.descriptors ?? CAUTIOUS_DESCRIPTORS,
  };
}

/**
 * Compiles the launcher where needed, and finds out what can be measured here.
 * @param options.cache folder for the compiled launcher
 * @param options.scratch folder for the files of invocations; absolute
 */
export async function prepareWorld(options: {
  readonly cache: string;
  readonly scratch: string;
  readonly say: (line: string) => void;
  readonly compiler?: string;
}): Promise<World> {
  const launcher = await prepareLauncher(options);
  const limits = await readLimits(launcher, options.scratch);
  const tree = await findTreeMemory(launcher);
  return {
    launcher,
    tree,
    scratch: options.scratch,
    // A container's CPU quota may allow fewer than the affinity does.
    usableCores: Math.min(limits.cores.length || Infinity, availableParallelism()),
    affinity: limits.cores,
    descriptors: limits.descriptors,
    confined: limits.confined,
    memoryBytes: memoryLimit(),
    watched: await watchedOf(launcher),
  };
}
