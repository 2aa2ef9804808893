/** Gives each run of the tests a name, for what is made once a run and read by several test files. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareLauncher } from '../src/measure/launcher.ts';
import { endLauncher } from '../src/measure/resident.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** "<process>-<number>": watching, one process makes several runs. */
    testRun: string;
  }
}

/** Where the sites that are drawn in a run are kept. */
const drawn = join(import.meta.dirname, '..', '.cache', 'site-tests', 'drawn');

export default async function begin(project: TestProject): Promise<void> {
  removeEarlier();
  await compileLauncher();
  let count = 0;
  const name = (): void => project.provide('testRun', `${process.pid}-${count++}`);
  name();
  // The source may have changed since.
  project.onTestsRerun(name);
}

/** Once, and not by the first tests at once. */
async function compileLauncher(): Promise<void> {
  const cache = join(import.meta.dirname, '..', '.cache', 'test');
  const launcher = await prepareLauncher({ cache, scratch: cache, say: () => undefined });
  if (launcher.method === 'launcher') await endLauncher(launcher.path);
}

/** What a run has drawn stays, to be looked at, until the next run begins. */
function removeEarlier(): void {
  if (!existsSync(drawn)) return;
  for (const run of readdirSync(drawn))
    if (!isRunning(Number(run.split('-')[0])))
      rmSync(join(drawn, run), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
