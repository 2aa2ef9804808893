/** Several test files look at the same site: each is drawn once a run of the tests. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tryLock } from '../../src/measure/lock-file.ts';

/** All that a site is made of, the source aside: that doesn't change while tests run. */
export interface Inputs {
  readonly folders: readonly string[];
  readonly settings: object;
}

/**
 * The folder that `draw` has filled for these inputs, in this test file or in another one.
 *
 * @param root where such folders are kept
 * @param draw gets the folder to draw into; when it rejects, nothing is kept
 */
export async function drawnOnce(
  root: string,
  inputs: Inputs,
  draw: (folder: string) => Promise<void>,
): Promise<string> {
  const run = join(root, await nameOfRun());
  const folder = join(run, hashOf(inputs));
  mkdirSync(run, { recursive: true });
  await alone(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    await draw(part);
    renameSync(part, folder);
  });
  return folder;
}

/** One for all test files; a bench, which is no test, has its own. */
async function nameOfRun(): Promise<string> {
  if (process.env['VITEST'] === undefined) return `bench-${process.pid}`;
  const { inject } = await import('vitest');
  return inject('testRun');
}

/** One test file at a time. */
async function alone(file: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const lock = tryLock(file);
    if ('giveBack' in lock) return work().finally(lock.giveBack);
    await wait(100);
  }
}

function hashOf({ folders, settings }: Inputs): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const folder of folders) for (const file of filesIn(folder)) addFile(hash, folder, file);
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function addFile(hash: ReturnType<typeof createHash>, folder: string, file: string): void {
  const bytes = readFileSync(file);
  hash.update(`\0${relative(folder, file)}\0${bytes.length}\0`).update(bytes);
}
