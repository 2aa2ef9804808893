/**
 * Calls back after a delay that is the same for all: so the queue is in order of time, and one
 * timer serves thousands of requests.
 */
export interface DelayQueue {
  /** @param answer gets the time since the arrival, in ms; never less than the delay */
  add(arrivedMs: number, answer: (serviceMs: number) => void): void;
}

interface Waiting {
  readonly arrivedMs: number;
  readonly answer: (serviceMs: number) => void;
}

/** Taken entries are cut off now and then: shifting each one would copy the queue. */
const CUT_AFTER = 4096;

export function createDelayQueue(
  delayMs: number,
  nowMs = (): number => performance.now(),
): DelayQueue {
  let waiting: Waiting[] = [];
  let next = 0;
  let armed = false;

  const arm = (): void => {
    const first = waiting[next];
    armed = first !== undefined;
    if (first !== undefined)
      setTimeout(answerDue, Math.max(1, Math.ceil(first.arrivedMs + delayMs - nowMs())));
  };
  // A timer may fire up to a millisecond early: what isn't due then waits for another one.
  const answerDue = (): void => {
    for (;;) {
      const first = waiting[next];
      if (first === undefined) break;
      const serviceMs = nowMs() - first.arrivedMs;
      if (serviceMs < delayMs) break;
      next += 1;
      first.answer(serviceMs);
    }
    if (next > CUT_AFTER) {
      waiting = waiting.slice(next);
      next = 0;
    }
    arm();
  };
  return {
    add: (arrivedMs, answer) => {
      waiting.push({ arrivedMs, answer });
      if (!armed) arm();
    },
  };
}
