/** What a reader should know of single runs, in words. Flags point; they delete nothing. */
import type { Flag } from '../../analyse/types.ts';
import type { MeasuredCase } from '../document.ts';

const kinds: Readonly<Record<Flag['kind'], string>> = {
  drift: 'drift over the rounds',
  'slow-first-run': 'slow first run',
  outliers: 'far above the median',
  'wall-cpu-jump': 'wall time out of step with CPU time',
  'foreign-cpu': 'others used the processor',
  'low-concurrency': 'too few workers busy at once',
};

/** What a flag says, whatever it is about: "slow first run". */
export function wordsOfFlag(kind: Flag['kind']): string {
  return kinds[kind];
}

/** A drift is about all rounds together; every other flag is about the rounds that it names. */
function isOfAllRounds(flag: Flag): boolean {
  return flag.kind === 'drift' || flag.rounds.length === 0;
}

/** Flags that concern a contestant's runs as a whole. */
export function overallFlags(flags: readonly Flag[], aCase: MeasuredCase): string[] {
  return flags.filter(isOfAllRounds).map((flag) => flagWords(flag, aCase));
}

/** Flags that concern one round. */
export function flagsOfRound(flags: readonly Flag[], round: number, aCase: MeasuredCase): string[] {
  return flags
    .filter((flag) => !isOfAllRounds(flag) && flag.rounds.includes(round))
    .map((flag) => flagWords(flag, aCase));
}

function flagWords({ kind, measure: id }: Flag, aCase: MeasuredCase): string {
  const measure = aCase.definition.measures.find((one) => one.id === id);
  const words = wordsOfFlag(kind);
  return measure === undefined ? words : `${measure.title}: ${words}`;
}
