/**
 * How true the stopwatch is, against peers in the same run: `npm run bench:launcher`.
 * Prints every figure; exits with 1 when a bar is missed or can't be tested.
 */
import { rmSync } from 'node:fs';
import { checkMemory } from './launcher/memory.ts';
import { checkServer } from './launcher/server.ts';
import { setUp, type Bench, type Finding } from './launcher/set-up.ts';
import { checkWall } from './launcher/wall.ts';

async function check(what: (bench: Bench) => Promise<Finding[]>, bench: Bench): Promise<boolean> {
  const findings = await what(bench).catch((error: unknown) => [
    { line: error instanceof Error ? error.message : String(error), met: false },
  ]);
  for (const { line, met } of findings) console.log(`${met ? 'met   ' : 'MISSED'} ${line}`);
  return findings.every((finding) => finding.met);
}

const bench = await setUp();
let allMet = true;
for (const what of [checkWall, checkMemory, checkServer])
  allMet = (await check(what, bench)) && allMet;
rmSync(bench.folder, { recursive: true, force: true });
process.exitCode = allMet ? 0 : 1;
