/** Decides how an invocation ended. Measured values are kept whatever the outcome. */
import type { Outcome } from '../store/schema.ts';
import type { CheckedAnswer } from './answer.ts';
import type { Launched } from './launch.ts';

export interface Ending {
  readonly launched: Launched;
  readonly answer: CheckedAnswer;
  readonly timeoutMs: number;
  /** Processes that the kernel killed at the memory cap. */
  readonly oomKills: number;
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

function gib(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(2)} GiB`;
}

/** How the process itself ended, where that was not well. */
function badEnd(ending: Ending): DecidedOutcome | undefined {
  const { launched } = ending;
  if (launched.end.kind === 'not-started') return { outcome: 'failed', reason: launched.end.error };
  if (ending.oomKills > 0) {
    // Before the timeout: a program whose worker was killed often hangs until then.
    const cap = ending.memoryCapBytes === undefined ? 'the cap' : gib(ending.memoryCapBytes);
    const kills = `${String(ending.oomKills)} ${ending.oomKills === 1 ? 'process' : 'processes'} killed`;
    return { outcome: 'out-of-memory', reason: `memory reached ${cap}, ${kills}` };
  }
  if (launched.timedOut) {
    return {
      outcome: 'timed-out',
      reason: `not finished after ${String(ending.timeoutMs / 1000)} s`,
    };
  }
  if (launched.end.kind === 'signalled') {
    return { outcome: 'killed', reason: `ended by ${launched.end.signal}` };
  }
  if (launched.end.exitCode !== 0) {
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
    return { outcome: bad?.outcome ?? 'failed', reason: `${ending.serviceError}${also}` };
  }
  if (bad !== undefined) return bad;
  const wrong = wrongWork(ending);
  return wrong === undefined ? { outcome: 'measured' } : { outcome: 'wrong-answer', reason: wrong };
}
