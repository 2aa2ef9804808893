/**
 * Is a reviewer fooled by a noisy machine? `npm run bench:compare`, about five minutes.
 *
 * Ten pull requests add a comment to a program of about 20 ms: its key changes, its work doesn't.
 * Ten more give it 10% more to do. All of them are compared by the real command, while as many
 * other programs as there are cores keep the machine busy.
 *
 * Exits 1 when one of the first ten is called changed. How many of the second are found is
 * printed: more is better. `-- 2` makes two of each.
 */
import { availableParallelism, loadavg } from 'node:os';
import type { MeasuredChange } from '../../src/store/comparison.ts';
import { makeProject, type Project } from './compare/project.ts';
import { BenchLog, endBench } from './keep.ts';
import { prepareSpin, startNeighbour } from './verdicts/spin.ts';

const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 10);
const log = new BenchLog();
const spin = await prepareSpin();
const project = makeProject();
const cores = availableParallelism();
const stops = Array.from({ length: cores }, () => startNeighbour(spin));
const missed: string[] = [];
try {
  log.say(`Ratios head/base and base again/base (A/A) with 99% intervals; * is called changed`);
  const falsely = await compareAll(project, 1, 'a comment more');
  const found = await compareAll(project, 1.1, '10% more to do');
  log.say(`Load of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cores} cores`);
  log.say(`called changed by a comment   ${falsely} of ${count}   (bar: 0)`);
  log.say(`a true +10% found             ${found} of ${count}   (the more the better)`);
  if (falsely > 0) missed.push(`a comment was called a change in ${falsely} of ${count}`);
} finally {
  for (const stop of stops) stop();
  project.remove();
  await spin.remove();
}
await endBench('compare', 'Is noise called a change, and a change found?', log, missed);

/** How many of the pull requests are called changed by any measure. */
async function compareAll(own: Project, times: number, what: string): Promise<number> {
  log.say(`${count} pull requests: ${what}`);
  let called = 0;
  for (let number = 1; number <= count; number += 1) {
    own.write(times, `Pull request ${number}: ${what}.`);
    const { changes } = await own.compare();
    const [change] = changes;
    if (change?.state !== 'measured') throw new Error(JSON.stringify(changes));
    log.say(`  ${change.measures.map(shown).join('   ')}`);
    if (change.measures.some(({ verdict }) => verdict === 'changed')) called += 1;
  }
  return called;
}

/** "cpuTime 1.10 [1.06–1.12], A/A 1.00 [0.98–1.02] *" */
function shown({ measure, ratio, control, verdict }: MeasuredChange): string {
  const ends = (one: MeasuredChange['ratio']): string =>
    `${one.point.toFixed(2)} [${one.lower.toFixed(2)}–${one.upper.toFixed(2)}]`;
  const mark = verdict === 'changed' ? '*' : ' ';
  return `${measure.id} ${ends(ratio)}, A/A ${ends(control)} ${mark}`;
}
