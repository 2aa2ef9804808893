/** The distributions on which intervals are tried: timings are rarely normal. */
export interface Shape {
  readonly name: string;
  readonly trueMedian: number;
  draw(random: () => number): number;
}

export const shapes: readonly Shape[] = [
  { name: 'normal', trueMedian: 0, draw: normal },
  { name: 'lognormal .1', trueMedian: 1, draw: (random) => Math.exp(0.1 * normal(random)) },
  { name: 'lognormal .5', trueMedian: 1, draw: (random) => Math.exp(0.5 * normal(random)) },
  {
    name: 'floor + exponential',
    trueMedian: 5 + Math.LN2,
    draw: (random) => 5 - Math.log(1 - random()),
  },
  {
    name: 'bimodal 85/15',
    // The slow mode lies 20 deviations away, so the median is that of the fast one at .5/.85.
    trueMedian: 0.2230078309403668,
    draw: (random) => normal(random) + (random() < 0.15 ? 20 : 0),
  },
  {
    name: '5% contaminated',
    trueMedian: 0,
    draw: (random) => normal(random) * (random() < 0.05 ? 10 : 1),
  },
  { name: 'Student t, 3 df', trueMedian: 0, draw: studentT3 },
];

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function studentT3(random: () => number): number {
  const chiSquare = normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2;
  return normal(random) / Math.sqrt(chiSquare / 3);
}
