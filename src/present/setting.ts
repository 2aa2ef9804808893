import type { CaseResult } from '../analyse/types.ts';
import type { Session } from '../store/schema.ts';
import type { MeasuredCase } from './document.ts';
import { formatCount, formatValue } from './format/value.ts';
import { judgingWords } from './judging-words.ts';
import type { Pair } from './method/machine.ts';

/** What a case was measured with: its parameters, floor, limits and rounds. */
export function settingPairs({ definition, result, session }: MeasuredCase): Pair[] {
  const parameters = Object.entries(definition.parameters).map(([name, value]): Pair =>
    name.endsWith('Ms') && typeof value === 'number'
      ? [name.slice(0, -2), formatValue(value * 1e6, 'ns')]
      : [name, typeof value === 'number' ? formatCount(value) : value],
  );
  const inputs = Object.entries(definition.inputs ?? {}).map(([name, { bytes, from }]): Pair => [
    `input ${name}`,
    `${formatValue(bytes, 'bytes')}, ${from}`,
  ]);
  const exits = definition.contestants.flatMap(({ id, exitCodes, controlOf }) =>
    exitCodes === undefined || controlOf !== undefined ? [] : [`${id} ${exitCodes.join(' or ')}`],
  );
  return [
    ...parameters,
    ...inputs,
    ['right', judgingWords(definition)],
    ...(exits.length === 0 ? [] : [['exit codes that are no failure', exits.join(', ')] as const]),
    ...(definition.floorNs === undefined
      ? []
      : [['floor', formatValue(definition.floorNs, 'ns')] as const]),
    ...(definition.memoryCapBytes === undefined
      ? []
      : [['memory cap', capWords(definition.memoryCapBytes)] as const]),
    ['timeout', `${definition.timeoutS} s`],
    ['rounds', roundsOfCase(session, result)],
    ['cores', `${session.machine.usableCores}`],
  ];
}

/** How the rounds of a case lie in its session: "21, one a sweep", "12 in 21 sweeps", "21 in 3 blocks". */
export function roundsOfCase(
  { sweeps }: Pick<Session, 'sweeps'>,
  { rounds, blocks }: Pick<CaseResult, 'rounds' | 'blocks'>,
): string {
  if (sweeps === rounds) return `${rounds}, one a sweep`;
  if (sweeps !== undefined) return `${rounds} in ${sweeps} sweeps`;
  return blocks === 1 ? `${rounds}` : `${rounds} in ${blocks} blocks`;
}

/** Caps are set in binary units: "4 GiB". */
export function capWords(bytes: number): string {
  return `${Math.round((bytes / 2 ** 30) * 10) / 10} GiB`;
}
