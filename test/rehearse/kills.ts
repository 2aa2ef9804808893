/**
 * `npm run rehearse:kills`: kill -9 at random instants of a session, of the harness, the launcher, its
 * stopwatch and the service in turn. After each: what was finished must be kept, nothing may run on,
 * and after the next run nothing may be left. Prints what came of each; ends with 1 when anything
 * was lost or left.
 *
 *   npm run rehearse:kills -- --times 30
 */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cgroupPlaces } from '../../src/measure/cgroup-places.ts';
import { Bench, end, processesThatName } from '../commands/bench.ts';

const victims = ['harness', 'launcher', 'stopwatch', 'service'] as const;
type Victim = (typeof victims)[number];
const LONGEST_WAIT_MS = 2500;
const smoke = ['measure', '--profile', 'smoke', '--only', 'ask,wait'];

const { values } = parseArgs({ options: { times: { type: 'string', default: '30' } } });
const lines: string[] = [];
let bad = 0;
for (let time = 0; time < Number(values.times); time += 1) {
  const troubles = await killOnce(victims[time % victims.length]!, Math.random() * LONGEST_WAIT_MS);
  bad += troubles.length;
  lines.push(...troubles);
}
console.log(
  `${values.times} kills: ${bad === 0 ? 'nothing lost, nothing left' : lines.join('\n')}`,
);
process.exitCode = bad === 0 ? 0 : 1;

async function killOnce(victim: Victim, afterMs: number): Promise<string[]> {
  const bench = new Bench();
  bench.edit('scenarios/ask.ts', 'smoke: 1', 'smoke: 8');
  const child = bench.start(smoke);
  const ended = end(child);
  await until(() => child.exitCode !== null || bench.sessions().length > 0);
  await sleep(afterMs);
  const killed = await kill(victim, child, bench);
  const first = await ended;
  const kept = recordsOf(bench);
  const orphans = await stillThere(() => processesThatName(bench.folder));
  let next = await bench.run(smoke);
  while (next.exitCode === 3) next = await bench.run(smoke);
  const troubles = [
    ...orphans.map((orphan) => `still runs: ${orphan}`),
    ...(recordsOf(bench).startsWith(kept) ? [] : ['finished runs were lost']),
    ...(next.exitCode === 0 ? [] : [`the next run ended with ${next.exitCode}: ${next.stderr}`]),
    ...readdirSync(join(bench.folder, 'tmp')).map((name) => `left: ${name}`),
    ...(await stillThere(() => processesThatName(bench.folder))),
    ...blamed(bench),
    ...cgroupsOf(child),
  ].map((trouble) => `${victim} after ${Math.round(afterMs)} ms: ${trouble}`);
  const what = killed ? 'killed' : 'was not there';
  console.log(
    `${victim.padEnd(9)} ${what} after ${Math.round(afterMs)} ms, exit ${first.exitCode}; ` +
      `${kept.split('\n').length - 1} kept; ${troubles.length === 0 ? 'fine' : troubles.join('; ')}`,
  );
  bench.remove();
  return troubles;
}

function recordsOf(bench: Bench): string {
  const [session] = bench.sessions();
  return session ? readFileSync(join(session.folder, 'records.jsonl'), 'utf8') : '';
}

/** Outcomes that would be a program's own fault. */
function blamed(bench: Bench): string[] {
  const records = bench.sessions().flatMap((session) => session.records);
  return records
    .filter(({ outcome }) => !['measured', 'no-result', 'not-attempted'].includes(outcome))
    .map(({ contestant, outcome, reason }) => `${contestant} is blamed: ${outcome}, ${reason}`);
}

/** Waits until the victim is there, and kills it; false when the harness has ended before. */
async function kill(victim: Victim, harness: ChildProcess, bench: Bench): Promise<boolean> {
  while (harness.exitCode === null) {
    const pid = victim === 'harness' ? harness.pid : find(victim, harness.pid!, bench);
    try {
      if (pid !== undefined && process.kill(pid, 'SIGKILL')) return true;
    } catch {
      // It has ended meanwhile; the next one comes.
    }
    await sleep(5);
  }
  return false;
}

/** The number of one of the harness' processes. */
function find(
  victim: Exclude<Victim, 'harness'>,
  harness: number,
  bench: Bench,
): number | undefined {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), line: lineOf(pid), parent: parentOf(pid) }));
  if (victim === 'service')
    return all.find(
      ({ pid, line }) =>
        /^\S*node \S*answering\.ts/.test(line) && environmentOf(pid).includes(bench.folder),
    )?.pid;
  // One beside a service says which after a "--".
  const isLauncher = (line: string): boolean =>
    line.includes('/launcher-') && !line.includes(' -- ');
  const launcher = all.find(({ line, parent }) => parent === harness && isLauncher(line))?.pid;
  if (victim === 'launcher' || launcher === undefined) return launcher;
  return all.find(({ line, parent }) => parent === launcher && isLauncher(line))?.pid;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function lineOf(pid: string): string {
  return textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function environmentOf(pid: number): string {
  return textOf(`/proc/${pid}/environ`);
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1]);
}

/** Cgroups that bear the name of a harness that has ended. */
function cgroupsOf(harness: ChildProcess): string[] {
  return cgroupPlaces(textOf('/proc/self/mountinfo'), textOf('/proc/self/cgroup')).flatMap(
    ({ folder }) =>
      readdirSync(folder)
        .filter((name) => name.startsWith(`steelyard-run-${harness.pid}-`))
        .map((name) => `a cgroup is left: ${name}`),
  );
}

/** What is still there after some seconds: a kill takes a moment. */
async function stillThere(look: () => string[]): Promise<string[]> {
  for (let tries = 0; tries < 50 && look().length > 0; tries += 1) await sleep(100);
  return look();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}
