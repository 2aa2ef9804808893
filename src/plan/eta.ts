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
    const name = `${record.case} ${record.contestant}`;
    const seconds = seen.get(name) ?? [];
    seconds.push(record.wallNs / 1e9);
    seen.set(name, seconds);
  }
  const typical = new Map<string, number>();
  for (const [name, seconds] of seen) typical.set(name, middle(seconds));
  return typical;
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
    total +=
      aroundS +
      (typical.get(`${step.case} ${step.contestant}`) ?? guessSeconds(byId.get(step.case)));
  }
  return total;
}

/** A little above the floor, or a fiftieth of the timeout. */
function guessSeconds(aCase: SessionCase | undefined): number {
  if (aCase === undefined) return 1;
  return aCase.floorNs === undefined ? aCase.timeoutS / 50 : (aCase.floorNs / 1e9) * 1.1;
}

function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
