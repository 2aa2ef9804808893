import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { endLauncher } from '../../src/measure/resident.ts';
import { prepareWorld, type Invocation, type World } from '../../src/measure/invoke.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'steelyard-test-'));
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Shared by all tests, so that the launcher is compiled once. */
const cache = join(import.meta.dirname, '..', '..', '.cache', 'test');

/** A world as a session has it; without the launcher where `compiler` can't compile one. */
export async function makeWorld(compiler = 'cc'): Promise<{ world: World; remove: () => void }> {
  const folder = makeFolder();
  mkdirSync(join(folder, 'scratch'));
  const world = await prepareWorld({
    cache: compiler === 'cc' ? cache : join(folder, 'cache'),
    scratch: join(folder, 'scratch'),
    say: () => undefined,
    compiler,
  });
  return {
    world,
    remove: () => {
      if (world.launcher.method === 'launcher') void endLauncher(world.launcher.path);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The command for one of the tiny services in test/fixtures. */
export function fixture(name: string): [string, ...string[]] {
  const file = join(fixtures, name);
  return name.endsWith('.sh') ? ['/bin/sh', file] : [process.execPath, file];
}

/** A tiny program with its helpers. */
export function programOf(...files: [string, ...string[]]): Invocation['program'] {
  return { folder: join(fixtures, 'programs'), files };
}

/** An invocation of a tiny program that is to answer `{"sum":45}` with the measure `allDone`. */
export function invocationOf(program: string, further: Partial<Invocation> = {}): Invocation {
  return {
    command: [program.endsWith('.sh') ? '/bin/sh' : process.execPath],
    program: programOf(program),
    parameters: {},
    environment: { PATH: '/usr/bin:/bin' },
    timeoutMs: 30_000,
    exitCodes: [0],
    expected: { sum: 45 },
    programMeasures: [{ id: 'allDone', unit: 'ns' }],
    ...further,
  };
}

/** Path of a file in the temporary folder of the run that is under way; undefined while it isn't there. */
export function fileOfRun(world: World, name: string): string | undefined {
  const runs = readdirSync(world.scratch).filter((folder) => folder.startsWith('run-'));
  const files = runs.map((run) => join(world.scratch, run, 'tmp', name));
  return files.find((file) => existsSync(file));
}

/** What an invocation is expected to say when only its end matters. */
export const nothingExpected = { expected: {}, programMeasures: [] };

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A file in a folder of its own, gone after the test. */
export function temporaryFile(name: string): string {
  return join(temporaryFolder(), name);
}
