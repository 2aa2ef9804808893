import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase } from '../store/schema.ts';
import { medianOf } from './interval.ts';
import type { ServiceTrouble } from './reasons.ts';

/** Reaching less than this share of the workers at once is flagged. */
const ENOUGH = 0.95;

/** A request that took this many times the usual shortest one was held up by the service. */
export const HELD_UP = 1.5;

/** The parameter that says how many workers are to be busy at once. */
const WORKERS = 'workers';

/** Most requests in flight at once, in the measured runs that a service saw. */
export interface Concurrency {
  readonly median: number;
  /** The median as a share of the workers; absent where the case states no workers. */
  readonly share?: number;
  /** Rounds in which too few were in flight. */
  readonly lowRounds: readonly number[];
}

/** How many workers of a contestant were really at work at once; `undefined` where no service saw it. */
export function concurrencyOf(
  records: readonly InvocationRecord[],
  aCase: SessionCase,
): Concurrency | undefined {
  const seen = records.flatMap((record) =>
    record.outcome === 'measured' && record.service
      ? [{ round: record.round, peak: record.service.peakConcurrent }]
      : [],
  );
  if (seen.length === 0) return undefined;
  const median = medianOf(seen.map(({ peak }) => peak));
  const workers = aCase.parameters[WORKERS];
  if (typeof workers !== 'number' || workers <= 0) return { median, lowRounds: [] };
  const lowRounds = seen.filter(({ peak }) => peak < ENOUGH * workers).map(({ round }) => round);
  return { median, share: median / workers, lowRounds };
}

/** Whether a contestant kept too few workers busy at once. */
export function isLow(concurrency: Concurrency | undefined): boolean {
  return concurrency?.share !== undefined && concurrency.share < ENOUGH;
}

/** Whether a service saw contestants and none of them kept enough workers busy at once. */
export function isSaturated(all: readonly (Concurrency | undefined)[]): boolean {
  const known = all.filter((concurrency) => concurrency?.share !== undefined);
  return known.length > 0 && known.every(isLow);
}

/**
 * Why the service, and not a contestant, may have set the pace of a case; `undefined` if it
 * didn't. The service holds every request for the same time, so a request that took 1.5 times
 * the usual shortest one waited for the service, and a listen overflow is a connection that
 * it didn't take in time. One contestant alone can cause either by the way in which it
 * connects; when most measured runs of the case show it, the service is too slow for the case.
 */
export function serviceTroubleOf(records: readonly InvocationRecord[]): ServiceTrouble | undefined {
  const reports = records.flatMap((record) =>
    record.outcome === 'measured' && record.service ? [record.service] : [],
  );
  if (reports.length === 0) return undefined;

  const usualNs = medianOf(reports.map((report) => report.shortestNs));
  const heldUp = reports.filter((report) => report.longestNs > HELD_UP * usualNs).length;
  if (heldUp * 2 > reports.length)
    return { kind: 'service-held-up', runs: heldUp, of: reports.length };
  const told = reports.flatMap((report) => report.listenOverflows ?? []);
  const overflowed = told.filter((overflows) => overflows > 0).length;
  if (overflowed * 2 > told.length)
    return { kind: 'service-overflowed', runs: overflowed, of: told.length };
  return undefined;
}
