/**
 * What is fixed favours somebody by chance: the length of the environment moves a program's stack, and
 * with it its speed (Mytkowicz, Diwan, Hauswirth, Sweeney 2009, "Producing wrong data without doing
 * anything obviously wrong!"), and so does the seed of a runtime's hashes. So both differ from round to
 * round, and are the same for all contestants of one.
 */
import { PER_ROUND } from '../scenario/runtime.ts';
import { sha256Of } from '../store/canonical.ts';
import type { Step } from './schedule.ts';

/** The variable whose length differs; its text means nothing. */
export const PADDING = 'STEELYARD_PADDING';
/** A page of memory: the alignment of a stack repeats with it. */
const MOST_PADDING = 4096;

/**
 * The number of a round, from 0 to 2³² − 1: the first 8 hexadecimal digits of the sha256 of
 * "seed number case round".
 */
export function roundNumber(seed: string, step: Pick<Step, 'case' | 'round'>): number {
  return Number.parseInt(sha256Of(`${seed} number ${step.case} ${step.round}`).slice(0, 8), 16);
}

/** Variables of a round: those that differ get its number, and one has a length that follows from it. */
export function withRoundNumber(
  environment: Readonly<Record<string, string>>,
  number: number,
): Record<string, string> {
  const own = Object.entries(environment).map(
    ([name, value]) => [name, value === PER_ROUND ? String(number) : value] as const,
  );
  return { ...Object.fromEntries(own), [PADDING]: 'x'.repeat(number % MOST_PADDING) };
}
