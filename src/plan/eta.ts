import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase } from '../store/schema.ts';
import type { Step } from './schedule.ts';

/** Starting, the service and the checks around one invocation, in seconds. */
const aroundS = 0.25;

/** Typical seconds by "case contestant", from whatever was measured before. */
export function typicalSeconds(
  histories: readonly (readonly InvocationRecord[])[],
): Map<string, number> {
  const seen = new Map<string, number[]>();
  for (const record of histories.flat()) {
    if (record.wallNs === undefined) continue;
    const name = nameOf(record);
    const seconds = seen.get(name) ?? [];
    seconds.push(record.wallNs / 1e9);
    seen.set(name, seconds);
  }
  const typical = new Map<string, number>();
  for (const [name, seconds] of seen) typical.set(name, middle(seconds));
  return typical;
}

/** Whether the same was measured before. */
export function isTimed(step: Step, typical: ReadonlyMap<string, number>): boolean {
  return typical.has(nameOf(step));
}

/** Seconds that these steps will take: a rough guess where nothing was measured yet. */
export function estimateSeconds(
  steps: readonly Step[],
  cases: readonly SessionCase[],
  typical: ReadonlyMap<string, number>,
  unavailable: (step: Step) => boolean,
): number {
  const byId = new Map(cases.map((aCase) => [aCase.id, aCase]));
  let total = 0;
  for (const step of steps) {
    if (unavailable(step)) continue;
    total += aroundS + (typical.get(nameOf(step)) ?? guessSeconds(byId.get(step.case)));
  }
  return total;
}

/**
 * How long the rest of a run takes: each step as long as the same one took in this run; one that hasn't run yet
 * as was guessed, times how far the guesses of the others were off.
 */
export class TimeLeft {
  readonly #guess: (step: Step) => number;
  readonly #taken = new Map<string, { readonly seconds: number; readonly times: number }>();
  #seconds = 0;
  #guessed = 0;

  constructor(guess: (step: Step) => number) {
    this.#guess = guess;
  }

  /** What a step took in all: its preparation and its check too. */
  note(step: Step, seconds: number): void {
    const before = this.#taken.get(nameOf(step)) ?? { seconds: 0, times: 0 };
    this.#taken.set(nameOf(step), { seconds: before.seconds + seconds, times: before.times + 1 });
    this.#seconds += seconds;
    this.#guessed += this.#guess(step);
  }

  /** Seconds for these steps. */
  of(steps: readonly Step[]): number {
    const pace = this.#guessed > 0 ? this.#seconds / this.#guessed : 1;
    return steps.reduce((sum, step) => {
      const taken = this.#taken.get(nameOf(step));
      return sum + (taken ? taken.seconds / taken.times : this.#guess(step) * pace);
    }, 0);
  }
}

const nameOf = (step: Pick<Step, 'case' | 'contestant'>): string =>
  `${step.case} ${step.contestant}`;

/** A little above the floor, or a fiftieth of the timeout. */
function guessSeconds(aCase: SessionCase | undefined): number {
  if (aCase === undefined) return 1;
  return aCase.floorNs === undefined ? aCase.timeoutS / 50 : (aCase.floorNs / 1e9) * 1.1;
}

function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
