import { Problem } from '../scenario/problem.ts';

/**
 * Work that ends in good order on Ctrl-C: it gets a signal, and what is finished is kept.
 * Outside of it Ctrl-C ends the process at once, as usual.
 */
export async function withInterruption<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  // Not once: `npm run` passes the terminal's signal on, so that it arrives twice.
  const interrupt = (): void => interruption.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

/** @throws Problem (interrupted) after Ctrl-C, for work that leaves everything as it was */
export function checkInterruption(signal: AbortSignal): void {
  if (signal.aborted)
    throw new Problem(
      'interrupted',
      'Interrupted. The pages are those of before, if there were any.',
    );
}
