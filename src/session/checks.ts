import { statfsSync } from 'node:fs';
import type { PlannedCase } from '../plan/cases.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { Problem } from '../scenario/problem.ts';
import { reasonsIn } from './plan-summary.ts';

const neededBytes = 200e6;

/** Of what is selected. */
const MOST_REASONS = 5;

/**
 * @param others profiles that measure something of what is selected
 * @throws Problem when nothing is selected (usage), or nothing of it can run here (blocked)
 */
export function checkSomethingRuns(
  planned: readonly PlannedCase[],
  profile: MeasuringProfile,
  others: readonly MeasuringProfile[],
): void {
  if (planned.length === 0) {
    const next =
      others.length === 0
        ? 'No profile does. See npm run measure -- --help.'
        : `There is some in: ${others.map((one) => `--profile ${one}`).join(', ')}.`;
    throw new Problem(
      'usage',
      `Nothing is selected: the ${profile} profile measures nothing of it. ${next}`,
    );
  }
  const runs = planned.some(
    ({ entry, unavailable }) => entry.contestants.length > unavailable.size,
  );
  if (!runs)
    throw new Problem(
      'blocked',
      [
        'No contestant can run here. "npm run doctor" says more of it.',
        ...fewReasons(planned),
      ].join('\n  '),
    );
}

/** "<contestants>: <why they can't run>", the first few. */
function fewReasons(planned: readonly PlannedCase[]): string[] {
  const different = Object.entries(reasonsIn(planned)).map(
    ([reason, contestants]) => `${contestants.join(', ')}: ${reason}`,
  );
  const left = different.length - MOST_REASONS;
  return [...different.slice(0, MOST_REASONS), ...(left > 0 ? [`and ${left} more`] : [])];
}

/** @throws Problem (blocked) when the disk is nearly full */
export function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < neededBytes) {
    throw new Problem(
      'blocked',
      `Less than ${neededBytes / 1e6} MB are free for ${folder}. Free some space and run the same command again.`,
    );
  }
}

/** @throws Problem (interrupted) after Ctrl-C: what was found out since may be wrong, since helpers were ended too */
export function checkNotInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new Problem('interrupted', 'Interrupted before anything was measured.');
}
