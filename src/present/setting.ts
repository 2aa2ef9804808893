import type { MeasuredCase } from './document.ts';
import { formatCount, formatValue } from './format/value.ts';
import type { Pair } from './machine.ts';

/** What a case was measured with: its parameters, floor, limits and rounds. */
export function settingPairs({ definition, result, session }: MeasuredCase): Pair[] {
  const parameters = Object.entries(definition.parameters).map(([name, value]): Pair =>
    name.endsWith('Ms') && typeof value === 'number'
      ? [name.slice(0, -2), formatValue(value * 1e6, 'ns')]
      : [name, typeof value === 'number' ? formatCount(value) : value],
  );
  const rounds =
    result.blocks === 1 ? `${result.rounds}` : `${result.rounds} in ${result.blocks} blocks`;
  return [
    ...parameters,
    ...(definition.floorNs === undefined
      ? []
      : [['floor', formatValue(definition.floorNs, 'ns')] as const]),
    ...(definition.memoryCapBytes === undefined
      ? []
      : [['memory cap', capWords(definition.memoryCapBytes)] as const]),
    ['timeout', `${definition.timeoutS} s`],
    ['rounds', rounds],
    ['cores', `${session.machine.usableCores}`],
  ];
}

/** Caps are set in binary units: "4 GiB". */
export function capWords(bytes: number): string {
  return `${Math.round((bytes / 2 ** 30) * 10) / 10} GiB`;
}
