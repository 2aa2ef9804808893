import { exitCodes, Problem } from '../scenario/problem.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** `npm run` passes the terminal's signal on, so that one press arrives twice. */
const SAME_PRESS_MS = 500;

/**
 * Work that ends in good order on Ctrl-C: it gets a signal, and what is finished is kept. A second
 * press ends the process at once, and with it all that it started.
 */
export async function withInterruption<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  let firstMs: number | undefined;
  const interrupt = (): void => {
    const nowMs = performance.now();
    if (firstMs !== undefined && nowMs - firstMs > SAME_PRESS_MS)
      process.exit(exitCodes.interrupted);
    firstMs ??= nowMs;
    interruption.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}

/** Where nothing waits for a signal it ends the process, in the way that ends what it started. */
export function endOnSignals(): void {
  for (const name of SIGNALS)
    process.on(name, () => {
      if (process.listenerCount(name) === 1) process.exit(exitCodes.interrupted);
    });
}

/** @throws Problem (interrupted) after Ctrl-C, for work that leaves everything as it was */
export function checkInterruption(signal: AbortSignal): void {
  if (signal.aborted)
    throw new Problem(
      'interrupted',
      'Interrupted. The pages are those of before, if there were any.',
    );
}
