import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/**
 * Holds a shell program at one of its runs, for a test that does something in the middle of a
 * session: however slow or busy the machine is, the session can't have ended before.
 */
export class Gate {
  readonly #folder: string;
  readonly #passes: number;

  /** @param passes so many runs go through before one is held */
  constructor(parent: string, passes: number) {
    this.#folder = join(parent, 'gate');
    this.#passes = passes;
    mkdirSync(this.#folder);
  }

  /** What the program has to begin with. */
  get line(): string {
    return [
      `gate='${this.#folder}'`,
      'echo >> "$gate/runs"',
      `if [ "$(wc -l < "$gate/runs")" -gt ${this.#passes} ]; then`,
      '  : > "$gate/reached"',
      '  while [ ! -e "$gate/open" ]; do sleep 0.02; done',
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
    writeFileSync(join(this.#folder, 'open'), '');
  }
}
