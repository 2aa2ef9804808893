import { MOST_FOREIGN_SHARE } from '../analyse/foreign.ts';
import { lookForBusy, wordsOfBusy } from '../measure/busy.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { Problem } from '../scenario/problem.ts';
import { printable } from '../store/printable.ts';
import type { Output } from '../terminal/output.ts';

const LOOK_MS = 5000;
/** A reference waits a minute for whatever is about to end. */
const MOST_LOOKS = 12;

export interface QuietOptions {
  readonly profile: MeasuringProfile;
  /** Starts whatever else the machine does. */
  readonly anyway: boolean;
  readonly signal: AbortSignal;
  /** For tests. */
  readonly look?: typeof lookForBusy;
}

/**
 * Looks for five seconds whether something else uses the machine, and names it. What is to be a reference
 * waits until it doesn't. The smoke profile, whose numbers nobody keeps, doesn't look.
 *
 * @param cores numbers of the cores that programs run on
 * @throws Problem (blocked) where a reference would be measured on a busy machine, (interrupted) after Ctrl-C
 */
export async function waitForQuiet(
  cores: readonly number[],
  options: QuietOptions,
  output: Output,
): Promise<void> {
  const { profile, anyway, signal, look = lookForBusy } = options;
  if (profile === 'smoke') return;
  for (let looks = 1; ; looks += 1) {
    const busy = await look(cores, LOOK_MS, signal);
    if (busy === undefined || busy.share <= MOST_FOREIGN_SHARE) return;
    const who = `Something else uses ${Math.round(100 * busy.share)}% of the cores' time: ${printable(wordsOfBusy(busy.processes))}.`;
    if (profile !== 'full' || anyway) {
      output.warn(`${who} Numbers may be disturbed; runs that were are flagged.`);
      return;
    }
    if (looks === MOST_LOOKS)
      throw new Problem(
        'blocked',
        `${who} A reference needs an idle machine. Start again once it is, or all the same with --anyway.`,
      );
    if (looks === 1) output.say(`${who} Waiting up to a minute for it to end.`);
  }
}
