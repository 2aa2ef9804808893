/** Inputs of charts at the ends of what may come: counts of contestants, sizes of values, long names. */
import { assignLooks } from '../../../src/present/marks/assign.ts';
import { growthChart } from '../../../src/present/charts/growth.ts';
import type { Chart, GrowthSeries, Mark } from '../../../src/present/charts/types.ts';
import { alpha, awkwardGrowth, growth, mark, series } from './samples.ts';

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

/** Lines that nearly coincide; the ninth never begins, the tenth leaves early. */
const linesOf = (marks: readonly Mark[]): readonly GrowthSeries[] =>
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

/** Each with an id of its own, so that all fit on one page. */
type Extreme = readonly [string, () => Promise<Chart>];
const drawing = (name: string, id: string, all: readonly GrowthSeries[]): Extreme => [
  name,
  () => growthChart(growth(all, { id })),
];
export const extremes: readonly Extreme[] = [
  drawing('a line', 'g1', [
    series(alpha, [
      [10, 1],
      [1000, 9e14],
    ]),
  ]),
  ['lines with failures', () => growthChart({ ...awkwardGrowth, id: 'g3' })],
  drawing('a long name at a line', 'g4', [
    series(longName, [
      [1, 2e6],
      [9, 3e6],
    ]),
  ]),
  // Above twelve, shapes and colours repeat.
  ...[10, 13, 20].map((count) =>
    drawing(`${count} lines`, `g-${count}`, linesOf(contestants(count))),
  ),
];
