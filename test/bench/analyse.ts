/**
 * `npm run bench:analyse`: analyses invented runs of many contestants in one case, and in the sizes of
 * a growth series, and holds the first to a bar. Prints the figures; ends with 1 when it is missed.
 */
import { analyse } from '../../src/analyse/analyse.ts';
import type { Session } from '../../src/store/schema.ts';
import { manyContestants, manySizes } from './analyse/many.ts';
import { BenchLog, endBench } from './keep.ts';

const [SOME, MANY] = [100, 400];
const ROUNDS = 21;
const BAR_S = 2;
/** The quickest of these counts: what else the machine did is not the analysis. */
const TRIES = 3;

const log = new BenchLog();
const missed: string[] = [];
for (const count of [SOME, MANY]) {
  const { seconds, comparisons } = timed(manyContestants(count, ROUNDS));
  const line = `${count} contestants in one case, ${ROUNDS} rounds, ${comparisons} comparisons: ${seconds.toFixed(2)} s (bar: ${BAR_S} s)`;
  const holds = seconds <= BAR_S;
  log.say(`${holds ? 'holds ' : 'MISSED'}  ${line}`);
  if (!holds) missed.push(line);
}
const growth = timed(manySizes(SOME, ROUNDS));
log.say(
  `        ${SOME} contestants in a growth series of 4 sizes, ${growth.comparisons} comparisons: ${growth.seconds.toFixed(2)} s`,
);
await endBench('analyse', 'Analysis: how long many contestants take', log, missed);

function timed({ session, records }: ReturnType<typeof manyContestants>): {
  seconds: number;
  comparisons: number;
} {
  const tries = Array.from({ length: TRIES }, () => {
    const begun = performance.now();
    const { cases, growth: slopes } = analyse(session satisfies Session, records);
    const seconds = (performance.now() - begun) / 1000;
    const all = [...cases, ...slopes].flatMap((one) => one.comparisons);
    return { seconds, comparisons: all.length };
  });
  return tries.reduce((best, one) => (one.seconds < best.seconds ? one : best));
}
