/** Longer than this nobody waits before the next try. */
const LONGEST_MS = 30_000;

/** By this the span grows with each refusal. */
const GROWTH = 1.5;

/**
 * How long to wait after a push that came too late, in ms: a random part of a span that grows with each
 * refusal. It is measured by the time of a try, since tries that met would meet again within less.
 *
 * @param refused how many tries were refused so far, from 1
 * @param tookMs how long the last one took
 * @param random from 0 to 1
 */
export function pauseMs(refused: number, tookMs: number, random = Math.random()): number {
  return random * Math.min(LONGEST_MS, tookMs * GROWTH ** refused);
}
