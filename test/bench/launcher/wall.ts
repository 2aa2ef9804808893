import { median } from 'simple-statistics';
import { launch } from '../../../src/measure/launch.ts';
import { runCommand } from '../../../src/measure/run.ts';
import { timeWithHyperfine } from './hyperfine.ts';
import { compile, type Bench, type Finding } from './set-up.ts';

const MOST_BIAS_MS = 0.3;
/** They take turns, so that a change of the machine's pace meets all. */
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
      writes: [bench.folder],
    });
    wallMs.push((launched.wallNs ?? NaN) / 1e6);
  }
  return wallMs;
}

async function timePlainly(stopwatch: string, command: string[], runs: number): Promise<number[]> {
  const output = await runCommand(stopwatch, [String(runs), ...command]);
  if (output.exitCode !== 0) throw new Error(`the plain stopwatch failed: ${output.stderr}`);
  return output.stdout
    .trim()
    .split('\n')
    .map((ns) => Number(ns) / 1e6);
}

/**
 * The launcher's wall time on programs of 1, 10 and 100 ms against a stopwatch that does nothing but
 * start and wait; and against hyperfine, which does more around each run: the launcher may not
 * be further above it.
 */
export async function checkWall(bench: Bench): Promise<Finding[]> {
  const spin = await compile('spin.c', bench.folder);
  const stopwatch = await compile('plain-stopwatch.c', bench.folder);
  const findings: Finding[] = [];
  for (const [ms, runs] of [
    [1, 20],
    [10, 10],
    [100, 10],
  ] as const) {
    const command: [string, string] = [spin, String(ms)];
    const ours: number[] = [];
    const plain: number[] = [];
    const theirs: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      ours.push(...(await timeWithLauncher(command, runs, bench)));
      plain.push(...(await timePlainly(stopwatch, command, runs)));
      const seconds = await timeWithHyperfine(command.join(' '), runs, bench.folder);
      theirs.push(...seconds.map((second) => second * 1000));
    }
    const [own, bare, peer] = [median(ours), median(plain), median(theirs)];
    const line =
      `wall of a program of ${String(ms)} ms: launcher ${own.toFixed(3)} ms, ` +
      `plain stopwatch ${bare.toFixed(3)} ms, apart by ${(own - bare).toFixed(3)} ms; ` +
      `hyperfine ${peer.toFixed(3)} ms, launcher above it by ${(own - peer).toFixed(3)} ms ` +
      `(bars: ${String(MOST_BIAS_MS)} ms, ${String(runs * TURNS)} runs each)`;
    findings.push({
      line,
      met: Math.abs(own - bare) <= MOST_BIAS_MS && own - peer <= MOST_BIAS_MS,
    });
  }
  return findings;
}
