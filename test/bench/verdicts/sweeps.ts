import { compare } from '../../../src/analyse/comparison.ts';
import { medianInterval } from '../../../src/analyse/interval.ts';
import { seriesOf } from '../../../src/analyse/pairs.ts';
import { bell, seeded } from '../../fixtures/random.ts';

/** A full session of the first document: 21 rounds of a case in 79 minutes, three blocks. */
const ROUNDS = 21;
const BLOCKS = 3;
const SESSION_S = 79 * 60;
/** What a program of some milliseconds takes with the way to the next one, and how many there are in a round. */
const RUN_S = 0.02;
const CONTESTANTS = 3;

/** Deviations of the logarithm of a time: what is independent, and what changes slowly. */
const FAST = 0.02;
const SLOW = 0.03;
const CORRELATION_S = [5, 60, 300, 1200, 7200];
/** Up to this correlation time the sweeps have to cover what they promise. */
const HOLDS_UP_TO_S = 60;
const LEAST = 0.94;

const SAMPLES = 60_000;
const TRIALS = 2000;
const MOST_FALSE = 0.02;
const MATTERS = { ratio: 1.02 };

/** When the rounds of a case begin, in seconds. */
type Plan = (random: () => number) => number[];

/** One round a sweep, somewhere in it, as the shuffled order has it. */
const sweeps: Plan = (random) => rounds((index) => ((index + random()) / ROUNDS) * SESSION_S);

/** As before: a block's rounds one after the other, somewhere in the block. */
const bursts: Plan = (random) => {
  const starts = Array.from({ length: BLOCKS }, (_, block) => (block + random()) / BLOCKS);
  const perBlock = ROUNDS / BLOCKS;
  return rounds(
    (index) =>
      starts[Math.floor(index / perBlock)]! * SESSION_S + (index % perBlock) * RUN_S * CONTESTANTS,
  );
};

/** Prints how both plans fare with noise that changes slowly; returns the bars that were missed. */
export function sweepsReport(say: (line: string) => void): string[] {
  const missed: string[] = [];
  say('');
  say(
    `Noise of ${percent(FAST)} that is independent and of ${percent(SLOW)} that changes slowly: ${ROUNDS} rounds in 79 min`,
  );
  say('                    coverage of the median at 95%     two equal programs called different');
  say('correlation time    sweeps    blocks in one go        sweeps    blocks in one go');
  for (const [index, seconds] of CORRELATION_S.entries()) {
    const [covers, before] = [sweeps, bursts].map((plan) =>
      coverage(plan, seconds, seeded(500 + index)),
    ) as [number, number];
    const [falsely, falselyBefore] = [sweeps, bursts].map((plan) =>
      falseVerdicts(plan, seconds, seeded(700 + index)),
    ) as [number, number];
    const cells = [covers, before, falsely, falselyBefore].map((share) =>
      percent(share).padStart(6),
    );
    say(
      `${`${seconds} s`.padStart(16)}    ${cells[0]}    ${cells[1]}                  ${cells[2]}    ${cells[3]}`,
    );
    if (seconds <= HOLDS_UP_TO_S && covers < LEAST)
      missed.push(`sweeps cover ${percent(covers)} at a correlation time of ${seconds} s`);
    if (falsely > MOST_FALSE)
      missed.push(`sweeps call equal programs different in ${percent(falsely)} at ${seconds} s`);
  }
  say(
    `(bars: sweeps cover ${percent(LEAST)} up to ${HOLDS_UP_TO_S} s, and call at most ${percent(MOST_FALSE)} different)`,
  );
  return missed;
}

function coverage(plan: Plan, correlationS: number, random: () => number): number {
  let covered = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { lower, upper } = medianInterval(noiseAt(plan(random), correlationS, random), 0.95);
    if (lower <= 0 && upper >= 0) covered += 1;
  }
  return covered / SAMPLES;
}

/** Both run next to each other in each round: what changes slowly meets both. */
function falseVerdicts(plan: Plan, correlationS: number, random: () => number): number {
  let called = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const times = plan(random).flatMap((start) => [start, start + RUN_S]);
    const noise = noiseAt(times, correlationS, random);
    const seriesFrom = (first: number) =>
      seriesOf(
        rounds((index) => ({
          block: Math.floor((index * BLOCKS) / ROUNDS) + 1,
          round: index + 1,
          value: Math.exp(noise[2 * index + first]!),
        })),
      );
    const { verdict } = compare(seriesFrom(0), seriesFrom(1), {
      measure: 'wall',
      a: 'a',
      b: 'same',
      matters: MATTERS,
      blocks: BLOCKS,
      ratios: true,
      undecided: undefined,
    });
    if (verdict.kind === 'less' || verdict.kind === 'more') called += 1;
  }
  return called / TRIALS;
}

/** A stationary process of Ornstein and Uhlenbeck (1930) at these times, with independent noise on top. */
function noiseAt(times: readonly number[], correlationS: number, random: () => number): number[] {
  let slow = SLOW * bell(random);
  let last = times[0]!;
  return times.map((time) => {
    const kept = Math.exp((last - time) / correlationS);
    last = time;
    slow = kept * slow + SLOW * Math.sqrt(1 - kept ** 2) * bell(random);
    return slow + FAST * bell(random);
  });
}

function rounds<T>(of: (index: number) => T): T[] {
  return Array.from({ length: ROUNDS }, (_, index) => of(index));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
