import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { invoke, type MeasuredInvocation } from '../../../src/measure/invoke.ts';
import { canCap } from '../../../src/measure/tree-memory.ts';
import type { Bench, Finding } from './set-up.ts';

const RUNS = 15;
const MIB = 2 ** 20;
/** The pipe holds 64 kB, and the kernel counts pages in lots of 32 on each core. */
const MOST_MIB = 0.5;
const MOST_RATIO = 1.2;
const ANSWER = `echo '{"steelyard":1,"answer":{}}'`;

/** What output costs a program: its memory and, against another reader, its time. */
export async function checkOutput(bench: Bench): Promise<Finding[]> {
  const quiet = await runs(bench, 'quiet', `head -c 100000000 /dev/zero > /dev/null; ${ANSWER}`);
  const line = await runs(
    bench,
    'line',
    `head -c 100000000 /dev/zero > /dev/null; echo one; ${ANSWER}`,
  );
  const loud = await runs(bench, 'loud', `head -c 100000000 /dev/zero; echo; ${ANSWER}`);
  const findings = canCap(bench.world.tree)
    ? [memoryFinding('a line', line, quiet), memoryFinding('100 MB', loud, quiet)]
    : [{ line: "memory of output: can't be tested, no cgroup here", met: false }];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    ours.push(
      ...wallsOf(await runs(bench, 'ours', `head -c 300000000 /dev/zero; echo; ${ANSWER}`, 1)),
    );
    theirs.push(
      ...wallsOf(
        await runs(bench, 'cat', `head -c 300000000 /dev/zero | cat > /dev/null; ${ANSWER}`, 1),
      ),
    );
  }
  const ratio = median(ours) / median(theirs);
  const found =
    `300 MB of output: read by the launcher ${median(ours).toFixed(0)} ms, by cat ${median(theirs).toFixed(0)} ms, ` +
    `ratio ${ratio.toFixed(2)} (bar: ${MOST_RATIO}, ${RUNS} runs each)`;
  return [...findings, { line: found, met: ratio <= MOST_RATIO }];
}

function memoryFinding(
  what: string,
  records: readonly MeasuredInvocation[],
  quiet: readonly MeasuredInvocation[],
): Finding {
  const peak = (of: readonly MeasuredInvocation[]): number =>
    median(of.map(({ peakTreeBytes = NaN }) => peakTreeBytes)) / MIB;
  const more = peak(records) - peak(quiet);
  return {
    line: `memory of ${what} on standard output: ${more.toFixed(2)} MiB beside ${peak(quiet).toFixed(2)} (bar: ${MOST_MIB})`,
    met: more <= MOST_MIB,
  };
}

function wallsOf(records: readonly MeasuredInvocation[]): number[] {
  return records.map(({ wallNs = NaN }) => wallNs / 1e6);
}

async function runs(
  { world, folder }: Bench,
  name: string,
  script: string,
  count = RUNS,
): Promise<MeasuredInvocation[]> {
  mkdirSync(join(folder, 'output'), { recursive: true });
  writeFileSync(join(folder, 'output', `${name}.sh`), script);
  const records: MeasuredInvocation[] = [];
  for (let run = 0; run < count; run += 1) {
    const record = await invoke(
      {
        command: ['/bin/sh'],
        program: { folder: join(folder, 'output'), files: [`${name}.sh`] },
        parameters: {},
        environment: { PATH: '/usr/bin:/bin' },
        timeoutMs: 60_000,
        exitCodes: [0],
        expected: {},
        programMeasures: [],
      },
      world,
    );
    if (record.outcome !== 'measured') throw new Error(`${name}: ${record.reason}`);
    records.push(record);
  }
  return records;
}
