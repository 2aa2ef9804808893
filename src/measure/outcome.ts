/** Decides how an invocation ended. Measured values are kept whatever the outcome. */
import type { Outcome } from '../store/record-schema.ts';
import type { CheckedAnswer } from './answer.ts';
import type { Launched } from './launched.ts';

export interface Ending {
  readonly launched: Launched;
  readonly answer: CheckedAnswer;
  readonly timeoutMs: number;
  /** Exit codes that are no failure. */
  readonly exitCodes: readonly number[];
  /** Processes that the kernel killed for lack of memory. */
  readonly oomKills: number;
  readonly peakTreeBytes?: number | undefined;
  readonly memoryCapBytes?: number | undefined;
  /** Wall time below this can't be right. */
  readonly floorNs?: number | undefined;
  /** What the service found wrong from its side. */
  readonly problems: readonly string[];
  /** The service crashed or went silent. */
  readonly serviceError?: string | undefined;
}

export interface DecidedOutcome {
  readonly outcome: Outcome;
  readonly reason?: string;
}

/** A group that is full stands at its cap, or a few pages below. */
const FULL = 0.99;

function mib(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
}

/** Of the program's own doing where it had filled its cap; else somebody took the memory away. */
function outOfMemory({ oomKills, peakTreeBytes, memoryCapBytes }: Ending): DecidedOutcome {
  const kills = `${String(oomKills)} ${oomKills === 1 ? 'process' : 'processes'} killed`;
  const peak = peakTreeBytes === undefined ? 'an unknown size' : mib(peakTreeBytes);
  const cap = memoryCapBytes === undefined ? 'without a cap' : `of a cap of ${mib(memoryCapBytes)}`;
  const reason = `memory reached ${peak} ${cap}, ${kills}`;
  const isFull = (peakTreeBytes ?? 0) >= FULL * (memoryCapBytes ?? Infinity);
  if (isFull) return { outcome: 'out-of-memory', reason };
  return {
    outcome: 'no-result',
    reason: `${reason}: the system, or what it runs in, had no more memory`,
  };
}

/** How the process itself ended, where that was not well. */
function badEnd(ending: Ending): DecidedOutcome | undefined {
  const { launched } = ending;
  if (launched.end.kind === 'no-result')
    return { outcome: 'no-result', reason: launched.end.error };
  // Before the timeout: a program whose worker was killed often hangs until then.
  if (ending.oomKills > 0) return outOfMemory(ending);
  if (launched.timedOut) {
    return {
      outcome: 'timed-out',
      reason: `not finished after ${String(ending.timeoutMs / 1000)} s`,
    };
  }
  if (launched.end.kind === 'signalled') {
    return { outcome: 'killed', reason: `ended by ${launched.end.signal}` };
  }
  if (!ending.exitCodes.includes(launched.end.exitCode)) {
    return { outcome: 'failed', reason: `exit code ${String(launched.end.exitCode)}` };
  }
  return undefined;
}

/** What was wrong with the work of a program that ended well. */
function wrongWork(ending: Ending): string | undefined {
  if (!ending.answer.right) return ending.answer.reason;
  const { wallNs } = ending.launched;
  if (ending.floorNs !== undefined && wallNs !== undefined && wallNs < ending.floorNs) {
    return `expected a wall time ≥ ${String(ending.floorNs)} ns, the least that the work takes, found ${String(wallNs)} ns`;
  }
  return ending.problems.length > 0 ? ending.problems.join('; ') : undefined;
}

/** The outcome, and why where it isn't `measured`. */
export function decideOutcome(ending: Ending): DecidedOutcome {
  const bad = badEnd(ending);
  if (ending.serviceError !== undefined) {
    const also = bad?.reason === undefined ? '' : `; the program: ${bad.reason}`;
    return { outcome: 'no-result', reason: `${ending.serviceError}${also}` };
  }
  if (bad !== undefined) return bad;
  const wrong = wrongWork(ending);
  return wrong === undefined ? { outcome: 'measured' } : { outcome: 'wrong-answer', reason: wrong };
}
