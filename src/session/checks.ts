import { statfsSync } from 'node:fs';
import type { PlannedCase } from '../plan/cases.ts';
import { Problem } from '../scenario/problem.ts';

const neededBytes = 200e6;

/** @throws Problem when nothing is selected (usage), or nothing of it can run here (blocked) */
export function checkSomethingRuns(planned: readonly PlannedCase[]): void {
  if (planned.length === 0) {
    throw new Problem(
      'usage',
      'Nothing is selected: the profile has no such case. See npm run measure -- --help.',
    );
  }
  const runs = planned.some(
    ({ entry, unavailable }) => entry.contestants.length > unavailable.size,
  );
  if (!runs)
    throw new Problem('blocked', 'No contestant can run here. Ask npm run doctor what is missing.');
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
