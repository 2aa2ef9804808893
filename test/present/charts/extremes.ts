/** Inputs of charts at the ends of what may come: counts of contestants, sizes of values, long names. */
import { assignLooks } from '../../../src/present/charts/assign-marks.ts';
import { ratioChart } from '../../../src/present/charts/ratio.ts';
import { growthChart } from '../../../src/present/charts/growth.ts';
import { stripChart } from '../../../src/present/charts/strip.ts';
import type { Chart, Mark, RatioRow } from '../../../src/present/charts/types.ts';
import {
  alpha,
  awkwardGrowth,
  awkwardStrip,
  beta,
  estimateAround,
  failed,
  growth,
  mark,
  row,
  series,
  stopped,
  strip,
  usualRatio,
} from './samples.ts';

const HOUR_NS = 3.6e12;
const longName = mark(
  'omega-processes-with-a-pool-of-prepared-interpreters-and-a-name-to-match',
  5,
);

const ways = ['threads', 'asyncio', 'processes', 'a-rather-long-way-of-doing-it', 'coroutines'];

/** So many contestants as a document marks them: above twelve by a number, too. */
function contestants(count: number): readonly Mark[] {
  const ids = Array.from(
    { length: count },
    (_, i) => `contestant-${i + 1}-${ways[i % ways.length]}`,
  );
  const looks = assignLooks(
    [],
    ids.map((id) => ({ id, runtime: 'one', tuned: false })),
  );
  return ids.map((id) => ({ contestant: id, label: id, ...looks.get(id)! }));
}

const rowsOf = (marks: readonly Mark[]) => marks.map((of, i) => row(of, 30e6 * (i + 1)));
const hugeAndTiny = [
  row(alpha, 3),
  row(beta, 27 * HOUR_NS),
  { ...failed, words: 'failed with exit code 137; 0 of 21 finished, the first after 1 h 12 min' },
  stopped,
];
/** Lines that nearly coincide; the ninth never begins, the tenth leaves early. */
const linesOf = (marks: readonly Mark[]) =>
  marks.map((of, i) => {
    const flat = 5e6 * (1 + i / 500);
    if (i === 8) return series(of, [], { size: 10, words: 'not on this machine' });
    if (i === 9) return series(of, [[10, flat]], { size: 100, words: 'timed out after 60 s' });
    return series(of, [
      [10, flat],
      [100, flat * 1.001],
      [10_000, flat * 1.002],
    ]);
  });

const pairs = { level: 0.99, n: 21 };
const ratiosOf = (marks: readonly Mark[]): readonly RatioRow[] =>
  marks.map((of, i) => ({
    group: i < 5 ? 'io/100 · wall time' : 'spawn/10000 · time until all have run their first line',
    label: of.label,
    labelMark: of,
    winner: i % 2 === 0 ? marks[0]! : of,
    ratio: estimateAround([1e-6, 3e5, 0.97, 1.0001][i % 4]!, 0.05, pairs),
    verdict: i % 2 === 0 ? 'a' : 'b',
    matters: 1.02,
  }));

/** Above twelve, shapes and colours repeat. */
type Extreme = readonly [string, () => Promise<Chart>];
const crowds = [10, 13, 20].flatMap((count): Extreme[] => {
  const marks = contestants(count);
  return [
    [`${count} rows`, () => stripChart(strip(rowsOf(marks), { id: `s-${count}` }))],
    [`${count} lines`, () => growthChart(growth(linesOf(marks), { id: `g-${count}` }))],
    [
      `${count} ratios`,
      () => ratioChart({ ...usualRatio, id: `r-${count}`, rows: ratiosOf(marks) }),
    ],
  ];
});

/** Each with an id of its own, so that all fit on one page. */
export const extremes: readonly Extreme[] = [
  ['one contestant', () => stripChart(strip([row(alpha, 30e6)], { id: 's1' }))],
  ['one run', () => stripChart(strip([{ ...row(alpha, 30e6), runs: [30e6] }], { id: 's2' }))],
  [
    'nanoseconds and hours, failures',
    () =>
      stripChart(
        strip(hugeAndTiny, {
          id: 's4',
          floor: { value: HOUR_NS, label: '1 h: the shortest that it can take' },
        }),
      ),
  ],
  ['a long name', () => stripChart(strip([row(longName, 4e9), row(alpha, 5e9)], { id: 's5' }))],
  ['nothing finished', () => stripChart(strip([failed], { id: 's6' }))],
  ['failures', () => stripChart({ ...awkwardStrip, id: 's7' })],
  [
    'a line',
    () =>
      growthChart(
        growth(
          [
            series(alpha, [
              [10, 1],
              [1000, 9e14],
            ]),
          ],
          { id: 'g1' },
        ),
      ),
  ],
  ['lines with failures', () => growthChart({ ...awkwardGrowth, id: 'g3' })],
  [
    'a long name at a line',
    () =>
      growthChart(
        growth(
          [
            series(longName, [
              [1, 2e6],
              [9, 3e6],
            ]),
          ],
          { id: 'g4' },
        ),
      ),
  ],
  ['ratios with failures', () => ratioChart({ ...usualRatio, id: 'r1' })],
  [
    'one ratio',
    () => ratioChart({ ...usualRatio, id: 'r3', rows: ratiosOf(contestants(2)).slice(1) }),
  ],
  ...crowds,
];
