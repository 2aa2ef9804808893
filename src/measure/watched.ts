/** What programs are run with and from: files that must stay what they were when the session was planned. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Watched } from '../scenario/runtime.ts';

/** sha256 of a file, hexadecimal. Rejects when it can't be read. */
export async function sha256File(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * What the file system says of a file, or of all files below a folder: another text where something
 * may have changed.
 *
 * @param except names of folders that don't count: what runtimes keep there for themselves
 */
export function stateOf(path: string, except: readonly string[] = []): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return 'gone';
  if (!stat.isDirectory())
    return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
  const below = readdirSync(path).filter((name) => !except.includes(name));
  return below.map((name) => `${name} ${stateOf(join(path, name), except)}`).join('\n');
}

/** A second write within a tick of the file system's clock has the same time: such a state says nothing yet. */
const TICK_MS = 100;

function isSettled(path: string): boolean {
  return Date.now() - statSync(path).ctimeMs > TICK_MS;
}

/** Remembers what is watched, and looks whether it has changed: at its state, then at its content. */
export class Watch {
  readonly #states = new Map<string, string>();

  /** The first of these that isn't what it was; undefined when all are. */
  async findChanged(watched: readonly Watched[]): Promise<string | undefined> {
    for (const one of watched) if (await this.#hasChanged(one)) return one.path;
    return undefined;
  }

  async #hasChanged({ path, sha256, state, except }: Watched): Promise<boolean> {
    // Before the content: what changes meanwhile is seen the next time.
    const now = stateOf(path, except);
    const name = `${path} ${sha256}`;
    if (now === (this.#states.get(name) ?? state)) return false;
    if (now === 'gone' || sha256 === undefined || (await sha256File(path)) !== sha256) return true;
    if (isSettled(path)) this.#states.set(name, now);
    return false;
  }
}
