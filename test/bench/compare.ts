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
import { prepareSpin, startNeighbour } from './verdicts/spin.ts';

const count = Number(process.argv[2] ?? 10);

const spin = await prepareSpin();
const project = makeProject();
const cores = availableParallelism();
const stops = Array.from({ length: cores }, () => startNeighbour(spin));
try {
  const falsely = await compareAll(project, 1, 'a comment more');
  const found = await compareAll(project, 1.1, '10% more to do');
  console.log(`\nLoad of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cores} cores`);
  console.log(`Called changed by a comment: ${falsely} of ${count} (bar: 0)`);
  console.log(`A true +10% found:           ${found} of ${count} (the more the better)`);
  process.exitCode = falsely === 0 ? 0 : 1;
} finally {
  for (const stop of stops) stop();
  project.remove();
  await spin.remove();
}

/** How many of the pull requests are called changed by any measure. */
async function compareAll(own: Project, times: number, what: string): Promise<number> {
  console.log(`\n${count} pull requests: ${what}`);
  let called = 0;
  for (let number = 1; number <= count; number += 1) {
    own.write(times, `Pull request ${number}: ${what}.`);
    const { changes, tookS } = await own.compare();
    const [change] = changes;
    if (change?.state !== 'measured') throw new Error(JSON.stringify(changes));
    console.log(`  ${change.measures.map(shown).join('   ')}   ${tookS} s`);
    if (change.measures.some(({ verdict }) => verdict === 'changed')) called += 1;
  }
  return called;
}

function shown({ measure, ratio, control, verdict }: MeasuredChange): string {
  const ends = (one: MeasuredChange['ratio']): string =>
    `${one.point.toFixed(3)} [${one.lower.toFixed(3)}–${one.upper.toFixed(3)}]`;
  const words = verdict === 'changed' ? 'CHANGED' : 'no change shown';
  return `${measure.id} ${ends(ratio)}, A/A ${ends(control)}: ${words}`;
}
