import { median } from 'simple-statistics';
import { launch } from '../../../src/measure/launch.ts';
import { timeWithHyperfine } from './hyperfine.ts';
import { compile, type Bench, type Finding } from './set-up.ts';

const MOST_BIAS_MS = 0.3;
/** The two take turns, so that a change of the machine's pace meets both. */
const TURNS = 10;

async function timeWithLauncher(
  command: [string, ...string[]],
  runs: number,
  bench: Bench,
): Promise<number[]> {
  const wallMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const launched = await launch(bench.world.launcher, {
      command,
      cwd: bench.folder,
      environment: { PATH: '/usr/bin:/bin' },
      timeoutMs: 10_000,
      cores: bench.world.affinity,
      join: [],
    });
    wallMs.push((launched.wallNs ?? NaN) / 1e6);
  }
  return wallMs;
}

/** The launcher's wall time against hyperfine's, on programs of 1, 10 and 100 ms. */
export async function checkWall(bench: Bench): Promise<Finding[]> {
  const spin = await compile('spin.c', bench.folder);
  const findings: Finding[] = [];
  for (const [ms, runs] of [
    [1, 20],
    [10, 10],
    [100, 10],
  ] as const) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      ours.push(...(await timeWithLauncher([spin, String(ms)], runs, bench)));
      const seconds = await timeWithHyperfine(`${spin} ${String(ms)}`, runs, bench.folder);
      theirs.push(...seconds.map((second) => second * 1000));
    }
    const [own, peer] = [median(ours), median(theirs)];
    const line =
      `wall of a program of ${String(ms)} ms: launcher ${own.toFixed(3)} ms, hyperfine ${peer.toFixed(3)} ms, ` +
      `apart by ${(own - peer).toFixed(3)} ms (bar: ${String(MOST_BIAS_MS)} ms, ${String(runs * TURNS)} runs each)`;
    findings.push({ line, met: Math.abs(own - peer) <= MOST_BIAS_MS });
  }
  return findings;
}
