/** How large the work of a report's cases is: what a title may say, though it has a unit. */
import type { Parameters } from '../../scenario/schema.ts';

/** Numbers in the names and parameters of these cases, by the case's name: "count/50mb" and `bytes: 50_000_000`. */
export function sizesOf(cases: Readonly<Record<string, Parameters>>): number[] {
  return Object.entries(cases).flatMap(([id, parameters]) => [
    ...numbersIn(id),
    ...Object.values(parameters).flatMap((value) =>
      typeof value === 'number' ? [value] : numbersIn(value),
    ),
  ]);
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

/** From one unit to another: thousands, 1024 for bytes, 60 for times, 100 for shares. */
const STEPS: readonly number[] = [
  ...[-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((power) =>
    [1, 60, 3600].map((times) => times * 1000 ** power),
  ),
  ...[1, 2, 3, 4].map((power) => 1024 ** power),
  0.01,
];

/** Whether an amount such as "50 MB" is one of these sizes, whatever unit a parameter counts in. */
export function isSize(amount: string, sizes: readonly number[]): boolean {
  const number = Number(/^[\d., \u00a0\u202f]*/.exec(amount)?.[0].replace(/[^\d.]/g, ''));
  return sizes.some((size) => STEPS.some((step) => isSame(size, number * step)));
}

/** Apart from the rounding of the multiplication. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(a);
}
