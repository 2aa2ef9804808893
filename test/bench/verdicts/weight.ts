/** How often a difference is called one, and how often one that matters: simulated comparisons with 2% mattering. */
import { ratioInterval } from '../../../src/analyse/comparison.ts';
import { medianOf } from '../../../src/analyse/interval.ts';
import type { Verdict } from '../../../src/analyse/types.ts';
import { decideVerdict } from '../../../src/analyse/verdict.ts';
import { seeded } from '../../fixtures/random.ts';

const SAMPLES = 4000;
const NOISE = 0.02;
const MATTERS = 1.02;
const ROUNDS = [10, 21] as const;
const RATIOS = [1, 1.01, 1.03, 1.05] as const;

/** A comparison at 99% may err in one of a hundred; so much more is chance (3.5 standard errors). */
const MOST_FALSE = 0.01 + 3.5 * Math.sqrt((0.01 * 0.99) / SAMPLES);

/** Prints what is said of programs that differ so much; returns the bars that were missed. */
export function weightReport(say: (line: string) => void): string[] {
  const missed: string[] = [];
  say('');
  say(`What is said of a true ratio, at ${NOISE * 100}% noise, ${SAMPLES} simulated comparisons`);
  say('rounds   ratio   called   of them: matters   may not   no difference that matters');
  for (const rounds of ROUNDS) {
    for (const ratio of RATIOS) {
      const random = seeded(3000 + rounds);
      const verdicts = Array.from({ length: SAMPLES }, () => simulated(rounds, ratio, random));
      const shown = share(verdicts, (one) => 'matters' in one && one.matters === 'shown');
      const open = share(verdicts, (one) => 'matters' in one && one.matters === 'open');
      const same = share(verdicts, ({ kind }) => kind === 'same');
      const cells = [shown + open, shown, open, same].map(percent);
      say(
        `${String(rounds).padStart(6)}   ${ratio.toFixed(2).padStart(5)}   ${cells.join('      ')}`,
      );
      if (ratio === 1 && shown + open > MOST_FALSE)
        missed.push(`equal programs were called different in ${percent(shown + open).trim()}`);
      if (ratio === 1.01 && shown > 0.01)
        missed.push(`a difference of 1% was said to matter in ${percent(shown).trim()}`);
    }
  }
  return missed;
}

function simulated(rounds: number, ratio: number, random: () => number): Verdict {
  const logs = Array.from({ length: rounds }, () =>
    Math.log((ratio * (1 + NOISE * normal(random))) / (1 + NOISE * normal(random))),
  );
  const interval = ratioInterval(logs, undefined, 1);
  const blocks = [medianOf(logs)];
  const matters = { ratio: MATTERS };
  return decideVerdict({ ratio: interval, difference: interval, matters, blocks });
}

/** Standard normal, by Box and Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function share(verdicts: readonly Verdict[], holds: (verdict: Verdict) => boolean): number {
  return verdicts.filter(holds).length / verdicts.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`.padStart(6);
}
