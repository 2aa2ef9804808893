import { medianInterval } from '../../../src/analyse/interval.ts';
import { seeded } from '../../fixtures/random.ts';
import { bootstrapInterval, meanInterval } from './peers.ts';
import { shapes, type Shape } from './shapes.ts';

const SIZES = Array.from({ length: 21 }, (_, index) => index + 10);
const SAMPLES = 2000;
/** The bootstrap is slow: fewer sizes and samples show well enough where it falls short. */
const PEER_SIZES = [10, 15, 20, 25, 30];
const PEER_SAMPLES = 300;

const LEAST = 0.94;
const MOST = 0.959;
/** A cell's coverage has a standard error of √(.95 · .05 / 2000) = .0049; 3.5 of them are allowed. */
const CELL_TOLERANCE = 3.5 * Math.sqrt((0.95 * 0.05) / SAMPLES);

type MakeInterval = (values: readonly number[]) => readonly [number, number];

/** Prints the coverage of each shape; returns the bars that were missed. */
export function coverageReport(say: (line: string) => void): string[] {
  const missed: string[] = [];
  say(
    `Coverage of the true median at 95%, n = 10 … 30, ${SAMPLES} samples a cell (bar: ${percent(LEAST)} to ${percent(MOST)} a shape)`,
  );
  say(`${'shape'.padEnd(20)}   ours   lowest  highest   bootstrap   mean ± t`);
  shapes.forEach((shape, index) => {
    const random = seeded(1000 + index);
    const ours = SIZES.map((n) => coverageOf(shape, n, SAMPLES, random, hettmanspergerSheather));
    const bootstrap = PEER_SIZES.map((n) =>
      coverageOf(shape, n, PEER_SAMPLES, random, (values) => bootstrapInterval(values, random)),
    );
    const mean = PEER_SIZES.map((n) => coverageOf(shape, n, PEER_SAMPLES, random, meanInterval));
    const [low, high] = [Math.min(...ours), Math.max(...ours)];
    say(
      `${shape.name.padEnd(20)} ${percent(meanOf(ours))}   ${percent(low)}   ${percent(high)}      ${percent(meanOf(bootstrap))}     ${percent(meanOf(mean))}`,
    );
    if (meanOf(ours) < LEAST || meanOf(ours) > MOST)
      missed.push(`coverage on ${shape.name} is ${percent(meanOf(ours)).trim()} on average`);
    if (low < LEAST - CELL_TOLERANCE)
      missed.push(
        `coverage on ${shape.name} falls to ${percent(low).trim()} at n = ${SIZES[ours.indexOf(low)]}`,
      );
    if (high > MOST + CELL_TOLERANCE)
      missed.push(
        `coverage on ${shape.name} rises to ${percent(high).trim()} at n = ${SIZES[ours.indexOf(high)]}`,
      );
  });
  return missed;
}

function hettmanspergerSheather(values: readonly number[]): [number, number] {
  const { lower, upper } = medianInterval(values, 0.95);
  return [lower, upper];
}

function coverageOf(
  shape: Shape,
  n: number,
  samples: number,
  random: () => number,
  intervalOf: MakeInterval,
): number {
  let covered = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const [lower, upper] = intervalOf(Array.from({ length: n }, () => shape.draw(random)));
    if (lower <= shape.trueMedian && shape.trueMedian <= upper) covered += 1;
  }
  return covered / samples;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`.padStart(6);
}
