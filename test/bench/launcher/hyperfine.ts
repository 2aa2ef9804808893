import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../src/measure/run.ts';

interface Version1 {
  results: { times: number[] }[];
}
interface Version2 {
  schema_version: 2;
  results: { measurements: { time_wall_clock: { value: number } }[] }[];
}

/** Wall times in seconds from what hyperfine exports: its version 1, or its version 2 with units. */
function wallSecondsIn(exported: Version1 | Version2): number[] {
  if ('schema_version' in exported) {
    return exported.results.flatMap((result) =>
      result.measurements.map((each) => each.time_wall_clock.value),
    );
  }
  return exported.results.flatMap((result) => result.times);
}

/**
 * Times a command with hyperfine, without a shell.
 * @throws when hyperfine isn't installed
 */
export async function timeWithHyperfine(
  command: string,
  runs: number,
  folder: string,
): Promise<number[]> {
  const file = join(folder, 'hyperfine.json');
  const args = [
    '-N',
    '--style',
    'none',
    '--warmup',
    '2',
    '--runs',
    String(runs),
    '--export-json',
    file,
    command,
  ];
  const output = await runCommand('hyperfine', args);
  if (output.exitCode === undefined) {
    throw new Error(
      'hyperfine is needed as the peer, and is not installed (Debian: apt install hyperfine)',
    );
  }
  if (output.exitCode !== 0) throw new Error(`hyperfine failed: ${output.stderr}`);
  return wallSecondsIn(JSON.parse(readFileSync(file, 'utf8')) as Version1 | Version2);
}
