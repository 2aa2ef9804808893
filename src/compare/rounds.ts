/** How many rounds of which trial fit in a budget: guessed before the warm-up, and known after it. */
import { estimateSeconds, typicalSeconds } from '../plan/eta.ts';
import { fitRounds, type Series } from '../plan/fit-budget.ts';
import type { Trial } from '../plan/trials.ts';
import { FEWEST_ROUNDS } from '../store/comparison.ts';
import { listSessions, readSession } from '../store/read.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Places } from '../places.ts';

/** Starting, the service and the checks around one invocation, where nothing of it was measured yet. */
const AROUND_S = 0.25;

/** A guess from another machine's times may be wrong by so much. */
const GENEROSITY = 2;

/**
 * Trials that may fit, by what the references say of their times, so that warming up the others
 * doesn't use up the budget. What is only tried out is always among them.
 */
export function likelyToFit(
  trials: readonly Trial[],
  budgetS: number,
  places: Places,
): Set<string> {
  const typical = typicalSeconds(
    listSessions(places.sessions).map((one) => readSession(one).records),
  );
  const compared = trials.filter(({ compares }) => compares);
  const series = compared.map(({ difference, planned }): Series => {
    const { entry } = planned;
    const known = typical.get(`${difference.case} ${difference.contestant}`);
    const step = { case: entry.id, contestant: 'head', block: 1, round: 1, position: 1 };
    const times = new Map(known === undefined ? [] : [[`${entry.id} head`, known] as const]);
    const roundS = 3 * estimateSeconds([step], [entry], times, () => false);
    return { id: entry.id, roundS, done: 0 };
  });
  const withWarmUp = FEWEST_ROUNDS + 1;
  const limits = { fewest: withWarmUp, most: withWarmUp };
  const fitting = fitRounds(series, GENEROSITY * budgetS, limits);
  const tried = trials.filter(({ compares }) => !compares).map(({ planned }) => planned.entry.id);
  return new Set([...fitting.keys(), ...tried]);
}

/** Trials whose three programs came through the warm-up, with what a round of them takes. */
export function seriesOf(
  trials: readonly Trial[],
  records: readonly InvocationRecord[],
  aroundS: number,
): Series[] {
  return trials.flatMap(({ planned, compares }): Series[] => {
    const own = records.filter((record) => record.case === planned.entry.id);
    const warm = own.filter(({ round, outcome }) => round === 0 && outcome === 'measured');
    if (!compares || warm.length < planned.entry.contestants.length) return [];
    const done = Math.max(...own.map(({ round }) => round));
    const roundS = warm.reduce((sum, { wallNs = 0 }) => sum + wallNs / 1e9 + aroundS, 0);
    return [{ id: planned.entry.id, roundS, done }];
  });
}

/** What an invocation takes beside its program, from the warm-up that was just made. */
export function timeAround(made: readonly InvocationRecord[], tookS: number): number {
  if (made.length === 0) return AROUND_S;
  const inPrograms = made.reduce((sum, { wallNs = 0 }) => sum + wallNs / 1e9, 0);
  return Math.max(0, tookS - inPrograms) / made.length;
}
