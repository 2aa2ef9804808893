/**
 * Trees of processes that are started without the launcher: helper commands, and programs where
 * there is no compiler. Each has a process group of its own and, on Linux, a mark in its
 * environment, by which what has left the group is found too.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const MARK = 'STEELYARD_TREE';

export interface Tree {
  /** For the environment of its first process, which must be started `detached`. */
  readonly mark: Readonly<Record<string, string>>;
  /** Told the process' number once it runs. */
  begin(pid: number | undefined): void;
  /** Kills all of it; without the launcher it waits until nothing is left. */
  readonly end: () => Promise<void>;
  /** Leaves it alone from now on. */
  readonly forget: () => void;
}

/** What to kill when this process ends before they do. */
const living = new Set<() => void>();
process.on('exit', () => living.forEach((kill) => kill()));

/** A tree that doesn't outlive this process, as long as this one isn't killed by force. */
export function newTree(): Tree {
  const value = randomBytes(8).toString('hex');
  let group: number | undefined;
  const kill = (): number => {
    if (group !== undefined) killQuietly(-group);
    const marked = processesMarked(value);
    marked.forEach((pid) => killQuietly(pid));
    return marked.length;
  };
  const forget = (): void => {
    // Its number may be another's from now on.
    group = undefined;
    living.delete(kill);
  };
  return {
    mark: { [MARK]: value },
    begin(pid) {
      group = pid;
      living.add(kill);
    },
    async end() {
      while (kill() > 0) await sleep(5);
      forget();
    },
    forget,
  };
}

/** A tree below the launcher, which ends it when it is told to, and whenever it is alone. */
export function launcherTree(): Tree {
  let launcher: number | undefined;
  const kill = (): void => killQuietly(launcher ?? 0, 'SIGTERM');
  const forget = (): void => {
    launcher = undefined;
    living.delete(kill);
  };
  return {
    mark: {},
    begin(pid) {
      launcher = pid;
      living.add(kill);
    },
    end: () => {
      kill();
      forget();
      return Promise.resolve();
    },
    forget,
  };
}

function killQuietly(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (pid === 0) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended, or it is somebody else's.
  }
}

/** None where /proc doesn't tell, as on macOS: there only the group is ended. */
function processesMarked(value: string): number[] {
  const mark = `${MARK}=${value}`;
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(mark))
      .map(Number);
  } catch {
    return [];
  }
}

/** Empty where the process has ended or is somebody else's. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
