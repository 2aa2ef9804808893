/**
 * How true the stopwatch is, against peers in the same run: `npm run bench:launcher`.
 * Prints every figure; exits with 1 when a bar is missed or can't be tested.
 */
import { rmSync } from 'node:fs';
import { BenchLog, endBench } from './keep.ts';
import { checkMemory } from './launcher/memory.ts';
import { checkOutput } from './launcher/output.ts';
import { checkPace } from './launcher/pace.ts';
import { checkServer } from './launcher/server.ts';
import { setUp, type Bench, type Finding } from './launcher/set-up.ts';
import { checkWall } from './launcher/wall.ts';

async function findingsOf(
  check: (bench: Bench) => Promise<Finding[]> | Finding[],
  bench: Bench,
): Promise<Finding[]> {
  try {
    return await check(bench);
  } catch (error) {
    return [{ line: error instanceof Error ? error.message : String(error), met: false }];
  }
}

const log = new BenchLog();
const bench = await setUp();
const missed: string[] = [];
for (const check of [checkWall, checkOutput, checkMemory, checkPace, checkServer]) {
  for (const { line, met } of await findingsOf(check, bench)) {
    log.say(`${met ? 'met   ' : 'MISSED'} ${line}`);
    if (!met) missed.push(line);
  }
}
rmSync(bench.folder, { recursive: true, force: true });
await endBench(
  'launcher',
  'How true are the stopwatch, the memory figure and the server?',
  log,
  missed,
);
