/**
 * A fresh control group for one invocation: the peak memory of the whole tree, a cap on it, and
 * the certainty that nothing of it is left when the next one starts.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runName } from './run-name.ts';

export type CgroupVersion = 'cgroup-v2' | 'cgroup-v1';

export interface Cgroup {
  /** The file that a process writes itself into. */
  readonly procs: string;
  /** Peak memory of everything that was ever in it. */
  peakBytes(): Promise<number>;
  /** Processes that the kernel killed for lack of memory; undefined where it doesn't tell. */
  oomKills(): Promise<number | undefined>;
  /** Kills everything in it but the processes to spare. */
  kill(spare: readonly number[]): Promise<void>;
  /** Kills what is left, waits until it is empty, removes it. Throws when that takes over 30 s. */
  close(): Promise<void>;
}

interface Files {
  readonly peak: string;
  readonly events: string;
  /** Files that take the cap; those marked optional may be missing (swap accounting is a boot option). */
  readonly caps: readonly {
    readonly file: string;
    readonly optional: boolean;
    readonly noSwap?: true;
  }[];
}

const filesOf: Record<CgroupVersion, Files> = {
  'cgroup-v2': {
    peak: 'memory.peak',
    events: 'memory.events',
    caps: [
      { file: 'memory.max', optional: false },
      { file: 'memory.swap.max', optional: true, noSwap: true },
    ],
  },
  'cgroup-v1': {
    peak: 'memory.max_usage_in_bytes',
    events: 'memory.oom_control',
    caps: [
      { file: 'memory.limit_in_bytes', optional: false },
      // Memory and swap together: the same limit leaves no swap.
      { file: 'memory.memsw.limit_in_bytes', optional: true },
    ],
  },
};

/** The number after `name` in a file of "name number" lines; undefined where it isn't there. */
export function countIn(text: string, name: string): number | undefined {
  const line = text.split('\n').find((entry) => entry.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

async function setCap(folder: string, version: CgroupVersion, capBytes: number): Promise<void> {
  for (const cap of filesOf[version].caps) {
    const value = cap.noSwap === true ? '0' : String(Math.floor(capBytes));
    await writeFile(join(folder, cap.file), value).catch((error: unknown) => {
      if (!cap.optional) throw error;
    });
  }
}

/** None where the folder is gone. */
async function processesIn(folder: string): Promise<number[]> {
  const text = await readFile(join(folder, 'cgroup.procs'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean).map(Number);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** EBUSY right after the last process' end is usual: the kernel is still taking it down. */
async function removeFolder(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'EBUSY') return false;
    throw error;
  }
}

const LONGEST_END_MS = 30_000;

/** Kills what is left in a cgroup and removes it. Throws when that takes over 30 s. */
export async function endCgroup(folder: string): Promise<void> {
  const deadline = performance.now() + LONGEST_END_MS;
  for (;;) {
    const left = await processesIn(folder);
    left.forEach(killProcess);
    if (left.length === 0 && (await removeFolder(folder))) return;
    if (performance.now() > deadline) {
      throw new Error(
        `The cgroup ${folder} could not be emptied within ${String(LONGEST_END_MS / 1000)} s; processes left: ` +
          `${left.join(', ') || 'none'}. End them and remove the folder with rmdir before measuring again.`,
      );
    }
    // Its last process is taken down a moment after its end.
    await sleep(1);
  }
}

/**
 * Makes a cgroup under `parent`, which must be writable and hand down the memory controller.
 * @param capBytes most memory that the whole tree may take; no swap beside it
 */
export async function makeCgroup(
  version: CgroupVersion,
  parent: string,
  capBytes?: number,
): Promise<Cgroup> {
  const folder = join(parent, `${await runName()}-${randomBytes(4).toString('hex')}`);
  await mkdir(folder);
  try {
    if (capBytes !== undefined) await setCap(folder, version, capBytes);
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
  const files = filesOf[version];
  return {
    procs: join(folder, 'cgroup.procs'),
    peakBytes: async () => Number(await readFile(join(folder, files.peak), 'utf8')),
    oomKills: async () => countIn(await readFile(join(folder, files.events), 'utf8'), 'oom_kill'),
    kill: async (spare) => {
      const members = await processesIn(folder);
      members.filter((pid) => !spare.includes(pid)).forEach(killProcess);
    },
    close: () => endCgroup(folder),
  };
}
