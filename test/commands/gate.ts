import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A folder that a measured program can write into: shared memory, where there is some. */
function sharedFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'steelyard-gate-'));
}

/**
 * Kills the stopwatches of programs that ask for it, while `use` runs. A program can't do that by itself.
 *
 * @param use gets the folder in which a program makes a file that is named like its parent
 */
export async function killingStopwatches<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = sharedFolder();
  const timer = setInterval(() => {
    for (const name of readdirSync(folder).filter((one) => /^\d+$/.test(one))) {
      process.kill(Number(name), 'SIGKILL');
      rmSync(join(folder, name));
    }
  }, 20);
  try {
    return await use(folder);
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Holds a shell program at one of its runs, for a test that does something in the middle of a
 * session: however slow or busy the machine is, the session can't have ended before.
 */
export class Gate {
  readonly #folder: string;
  readonly #passes: number;

  /** @param passes so many runs go through before one is held */
  constructor(passes: number) {
    this.#folder = sharedFolder();
    this.#passes = passes;
  }

  /** What the program has to begin with. */
  get line(): string {
    return [
      `gate='${this.#folder}'`,
      'if [ -d "$gate" ]; then',
      '  echo >> "$gate/runs"',
      `  if [ "$(wc -l < "$gate/runs")" -gt ${this.#passes} ]; then`,
      '    : > "$gate/reached"',
      '    while [ -d "$gate" ]; do sleep 0.02; done',
      '  fi',
      'fi',
      '',
    ].join('\n');
  }

  /** Waits until a run is held. */
  async reached(): Promise<void> {
    await expect.poll(() => existsSync(join(this.#folder, 'reached'))).toBe(true);
  }

  /** Lets the run that is held go on, and all further ones through. */
  open(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
