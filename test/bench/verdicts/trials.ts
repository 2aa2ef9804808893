import { availableParallelism, loadavg } from 'node:os';
import { analyse } from '../../../src/analyse/analyse.ts';
import type { Comparison } from '../../../src/analyse/types.ts';
import type { InvocationRecord } from '../../../src/store/record-schema.ts';
import type { SessionMeasure } from '../../../src/store/schema.ts';
import { aCase, contestant, record, session, wall } from '../../analyse/build.ts';
import { seeded } from '../../fixtures/random.ts';
import { prepareSpin, startNeighbour, type Spin } from './spin.ts';

const TRIALS = 50;
/** As many as the full profile counts. */
const ROUNDS = 21;
const MOST_FALSE = 2;
const FEWEST_FOUND = 40;

/** A program, the same once more, and one with 10% more to do. */
const programs = { a: 1, same: 1, more: 1.1 } as const;
type Program = keyof typeof programs;

const cpuTime: SessionMeasure = { ...wall, id: 'cpuTime', title: 'CPU time' };
const bench = session([
  aCase({
    rounds: ROUNDS,
    measures: [wall, cpuTime],
    contestants: [contestant('a'), contestant('same', { controlOf: 'a' }), contestant('more')],
  }),
]);

interface Start {
  readonly program: Program;
  readonly round: number;
}

/** The measures by which a trial called the program different from itself, and the larger one more. */
interface Trial {
  readonly falselyBy: readonly string[];
  readonly foundBy: readonly string[];
}

/**
 * Runs the trials on real processes; returns the bars that were missed.
 *
 * A bar counts what either measure says, in both directions: a false verdict by wall or CPU
 * time is false, a true one by either is found. Wall time alone finds fewer while another
 * program is busy, which is why both are measured.
 */
export async function trialsReport(say: (line: string) => void): Promise<string[]> {
  const spin = await prepareSpin();
  try {
    const random = seeded(2024);
    const shuffled: Trial[] = [];
    const inBlocks: Trial[] = [];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      shuffled.push(await tryOut(spin, shuffledRounds(random)));
      inBlocks.push(await tryOut(spin, blocksOf(['a', 'same'])));
    }
    const falsely = shuffled.map((trial) => trial.falselyBy);
    const found = shuffled.map((trial) => trial.foundBy);
    say('');
    say(
      `${TRIALS} trials of ${ROUNDS} rounds on real processes; another program keeps one core busy in the second half of each`,
    );
    say(
      `(load of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores)`,
    );
    say('                                            wall   CPU time   either');
    say(
      `called different from itself, shuffled      ${counts(falsely)}   (bar: at most ${MOST_FALSE})`,
    );
    say(
      `called different from itself, in blocks     ${counts(inBlocks.map((trial) => trial.falselyBy))}   (what shuffling prevents)`,
    );
    say(
      `a true +10% called more, shuffled           ${counts(found)}   (bar: at least ${FEWEST_FOUND})`,
    );
    return missedBars(countBy(falsely), countBy(found));
  } finally {
    await spin.remove();
  }
}

function missedBars(falseVerdicts: number, found: number): string[] {
  const missed: string[] = [];
  if (falseVerdicts > MOST_FALSE)
    missed.push(
      `a program was called different from itself in ${falseVerdicts} of ${TRIALS} trials`,
    );
  if (found < FEWEST_FOUND) missed.push(`a true +10% was found in ${found} of ${TRIALS} trials`);
  return missed;
}

/** One trial: starts all programs in this order, with a busy neighbour in the second half, and lets `analyse` decide. */
async function tryOut(spin: Spin, order: readonly Start[]): Promise<Trial> {
  const records: InvocationRecord[] = [];
  const half = Math.floor(order.length / 2);
  let stopNeighbour = (): void => undefined;
  try {
    for (const [index, { program, round }] of order.entries()) {
      if (index === half) stopNeighbour = startNeighbour(spin);
      const times = await spin.run(programs[program]);
      records.push(record({ contestant: program, round, position: index + 1, ...times }));
    }
  } finally {
    stopNeighbour();
  }
  const [result] = analyse(bench, records).cases;
  return {
    falselyBy: [
      ...measuresThatSay('less', result?.controls),
      ...measuresThatSay('more', result?.controls),
    ],
    foundBy: measuresThatSay('less', result?.comparisons),
  };
}

/** Comparisons hold `a` first: that the larger program needs more reads "a is less". */
function measuresThatSay(kind: 'less' | 'more', comparisons: readonly Comparison[] = []): string[] {
  return comparisons.filter(({ verdict }) => verdict.kind === kind).map(({ measure }) => measure);
}

/** Trials in which a measure gave the verdict; any measure where none is named. */
function countBy(trials: readonly (readonly string[])[], measure?: string): number {
  return trials.filter((by) => (measure === undefined ? by.length > 0 : by.includes(measure)))
    .length;
}

function counts(trials: readonly (readonly string[])[]): string {
  const [byWall, byCpu, byEither] = [
    countBy(trials, wall.id),
    countBy(trials, cpuTime.id),
    countBy(trials),
  ];
  return `${String(byWall).padStart(4)}   ${String(byCpu).padStart(8)}   ${String(byEither).padStart(6)}`;
}

/** Every round starts each program once, in random order. */
function shuffledRounds(random: () => number): Start[] {
  return Array.from({ length: ROUNDS }, (_, index) => {
    const ranked = (Object.keys(programs) as Program[]).map((program) => ({
      program,
      rank: random(),
    }));
    return ranked
      .sort((x, y) => x.rank - y.rank)
      .map(({ program }) => ({ program, round: index + 1 }));
  }).flat();
}

/** All runs of one program, then all runs of the next. */
function blocksOf(order: readonly Program[]): Start[] {
  return order.flatMap((program) =>
    Array.from({ length: ROUNDS }, (_, index) => ({ program, round: index + 1 })),
  );
}
