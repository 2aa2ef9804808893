import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../../src/measure/launch.ts';
import { prepareLauncher } from '../../../src/measure/launcher.ts';

const TARGET_NS = 20e6;

interface Times {
  readonly wallNs: number;
  readonly cpuNs: number;
}

/** A program that computes for about 20 ms, and how to run it. */
export interface Spin {
  readonly path: string;
  /** Runs it with this many times the work. */
  run(times: number): Promise<Times>;
  /** Deletes what was compiled. */
  remove(): Promise<void>;
}

/**
 * Compiles the program and finds how much work takes 20 ms here.
 *
 * @throws when there is no C compiler, or the program can't be run
 */
export async function prepareSpin(): Promise<Spin> {
  const folder = await mkdtemp(join(tmpdir(), 'spin-'));
  const path = join(folder, 'spin');
  execFileSync('cc', ['-O1', '-o', path, join(import.meta.dirname, 'spin.c')]);
  const launcher = await prepareLauncher({ cache: folder, scratch: folder, say: () => undefined });

  const timesOf = async (count: number): Promise<Times> => {
    const { end, wallNs, cpuNs } = await launch(launcher, {
      command: [path, String(Math.round(count))],
      cwd: folder,
      environment: {},
      timeoutMs: 60_000,
      cores: [],
      join: [],
      writes: [],
    });
    if (end.kind !== 'exited' || end.exitCode !== 0 || wallNs === undefined || cpuNs === undefined)
      throw new Error(`spin did not finish: ${JSON.stringify(end)}`);
    return { wallNs, cpuNs };
  };

  const trialCount = 1e7;
  let fastestNs = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 10; attempt += 1)
    fastestNs = Math.min(fastestNs, (await timesOf(trialCount)).wallNs);
  const count = (trialCount * TARGET_NS) / fastestNs;
  return {
    path,
    run: (times) => timesOf(times * count),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Keeps one core busy until it is stopped, or this process has ended. */
export function startNeighbour({ path }: Pick<Spin, 'path'>): () => void {
  const child = spawn(path, [String(2 ** 53)], { stdio: 'ignore' });
  return () => child.kill('SIGKILL');
}
