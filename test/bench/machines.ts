/**
 * `npm run bench:machines`: what many machines take, by made sessions: to gather one, to ask it what it says to the claims of
 * its document, and to draw; seconds and peak memory of each. Holds the growth to bars; ends with 1 when one is missed.
 * `-- 200 1000` measures that many machines with so many cases, and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Taken } from './machines/take.ts';
import { BenchLog, endBench } from './keep.ts';

/** Machines and cases: one of both grows at a time. */
const SIZES = [
  [10, 88],
  [40, 88],
  [10, 352],
] as const;
/** Seconds a machine, or a case of one, may rise by this much where there are four times as many of them. */
const GROWTH_BAR = 1.3;
/** And the memory of asking all of them by this much. */
const MEMORY_BAR = 1.3;

const log = new BenchLog();
const missed: string[] = [];
const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = asked.length === 2 ? [[asked[0]!, asked[1]!] as const] : SIZES;
const taken = sizes.map(([machines, cases]) => take(machines, cases));
const [few, many, large] = taken;
if (asked.length !== 2 && few !== undefined && many !== undefined && large !== undefined) {
  const bar = GROWTH_BAR;
  hold('gathering a machine', many.gatherS / many.machines, few.gatherS / few.machines, bar);
  hold('asking a machine', many.askS / many.machines, few.askS / few.machines, bar);
  hold('memory of asking', many.askMB, few.askMB, MEMORY_BAR);
  hold('gathering a case', large.gatherS / large.cases, few.gatherS / few.cases, bar);
  hold('asking a case', large.askS / large.cases, few.askS / few.cases, bar);
}
await endBench('machines', 'Machines: what many of them take', log, missed);

/** In a process of its own, whose memory is its own. */
function take(machines: number, cases: number): Taken {
  const program = join(import.meta.dirname, 'machines', 'take.ts');
  const text = execFileSync(process.execPath, [program, `${machines}`, `${cases}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const one = JSON.parse(text) as Taken;
  const { sessionMB, gatherS, gatherMB, askS, askMB, drawS, drawMB } = one;
  log.say(
    `        ${machines} machines, ${cases} cases, ${sessionMB.toFixed(1)} MB a session: ` +
      `gather ${gatherS.toFixed(1)} s (${gatherMB.toFixed(0)} MB), ask ${askS.toFixed(1)} s (${askMB.toFixed(0)} MB), draw ${drawS.toFixed(1)} s (${drawMB.toFixed(0)} MB)`,
  );
  return one;
}

function hold(what: string, many: number, few: number, bar: number): void {
  const ratio = many / few;
  const line = `${what}, four times as many: ${ratio.toFixed(2)} times (bar: ${bar} times)`;
  log.say(`${ratio <= bar ? 'holds ' : 'MISSED'}  ${line}`);
  if (ratio > bar) missed.push(line);
}
