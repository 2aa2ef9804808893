/** The longest that one of the system's timers waits; what is longer would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls `act` after a time of any length.
 * @returns stops the waiting
 */
export function after(ms: number, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number): void => {
    const now = Math.min(leftMs, LONGEST_MS);
    timer = setTimeout(() => (leftMs > now ? wait(leftMs - now) : act()), now);
  };
  wait(ms);
  return () => clearTimeout(timer);
}
