import { spawn } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { analyse } from '../../../src/analyse/analyse.ts';
import type { InvocationRecord } from '../../../src/store/schema.ts';
import { aCase, contestant, record, session } from '../../analyse/build.ts';
import { seeded } from '../../fixtures/random.ts';
import { prepareSpin, type Spin } from './spin.ts';

const TRIALS = 50;
const ROUNDS = 15;
const MOST_FALSE = 2;
const FEWEST_FOUND = 35;

/** A program, the same once more, and one with 10% more to do. */
const programs = { a: 1, same: 1, more: 1.1 } as const;
type Program = keyof typeof programs;

const bench = session([
  aCase({
    rounds: ROUNDS,
    contestants: [contestant('a'), contestant('same', { controlOf: 'a' }), contestant('more')],
  }),
]);

interface Start {
  readonly program: Program;
  readonly round: number;
}

interface Called {
  readonly sameCalledDifferent: boolean;
  readonly moreFound: boolean;
}

/** Runs the trials on real processes; returns the bars that were missed. */
export async function trialsReport(say: (line: string) => void): Promise<string[]> {
  const spin = await prepareSpin();
  try {
    const random = seeded(2024);
    const shuffled: Called[] = [];
    const inBlocks: Called[] = [];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      shuffled.push(await tryOut(spin, shuffledRounds(random)));
      inBlocks.push(await tryOut(spin, blocksOf(['a', 'same'])));
    }
    const falseVerdicts = shuffled.filter((called) => called.sameCalledDifferent).length;
    const found = shuffled.filter((called) => called.moreFound).length;
    const falseInBlocks = inBlocks.filter((called) => called.sameCalledDifferent).length;
    say('');
    say(
      `Load of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores; other work beside this bench makes it miss true differences.`,
    );
    say(
      `${TRIALS} trials of ${ROUNDS} rounds on real processes, another program busy in the second half of each`,
    );
    say(
      `a program called different from itself, shuffled rounds: ${falseVerdicts} (bar: at most ${MOST_FALSE})`,
    );
    say(
      `a program called different from itself, run in blocks:   ${falseInBlocks} (what shuffling prevents)`,
    );
    say(
      `a true +10% called more, shuffled rounds:                ${found} (bar: at least ${FEWEST_FOUND})`,
    );
    return [
      ...(falseVerdicts > MOST_FALSE
        ? [
            `${falseVerdicts} of ${TRIALS} comparisons of a program with itself were called different`,
          ]
        : []),
      ...(found < FEWEST_FOUND ? [`a true +10% was found in ${found} of ${TRIALS} trials`] : []),
    ];
  } finally {
    await spin.remove();
  }
}

/** One trial: starts all programs in this order, with a busy neighbour in the second half, and lets `analyse` decide. */
async function tryOut(spin: Spin, order: readonly Start[]): Promise<Called> {
  const records: InvocationRecord[] = [];
  const half = Math.floor(order.length / 2);
  const neighbour = { stop: (): void => undefined };
  try {
    for (const [index, { program, round }] of order.entries()) {
      if (index === half) neighbour.stop = startNeighbour(spin);
      const wallNs = await spin.run(programs[program]);
      records.push(record({ contestant: program, round, position: index + 1, wallNs }));
    }
  } finally {
    neighbour.stop();
  }
  const [result] = analyse(bench, records).cases;
  const toItself = result?.controls[0]?.verdict.kind;
  const toMore = result?.comparisons[0]?.verdict.kind;
  return {
    sameCalledDifferent: toItself === 'less' || toItself === 'more',
    moreFound: toMore === 'less',
  };
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

/** Keeps one core busy until it is stopped. */
function startNeighbour(spin: Spin): () => void {
  const child = spawn(spin.path, [String(2 ** 53)], { stdio: 'ignore' });
  return () => child.kill('SIGKILL');
}
