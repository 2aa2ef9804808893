/** The comparisons of a document over all its machines, as one mean each with what a further machine may show. */
import { effectOf, FEWEST_POOLED, pool, type Effect } from '../../analyse/pool.ts';
import { claimsOnceEach, comparesNamed } from './once-each.ts';
import type { Replication, Replications } from './replications.ts';

export interface PooledClaim {
  readonly id: string;
  /** Ratios of the claim's first side to its second. */
  readonly mean: number;
  readonly interval: readonly [lower: number, upper: number];
  readonly prediction: readonly [lower: number, upper: number];
  /** exp(τ): by what factor machines differ from their mean. */
  readonly spread: number;
  readonly machines: number;
}

/** The first session of each kind of machine, in the order in which they were measured: a kind counts once. */
function oneOfEachKind(all: readonly Replication[]): Replication[] {
  const byAge = [...all].sort((a, b) => (a.session.startedAt < b.session.startedAt ? -1 : 1));
  return [...Map.groupBy(byAge, ({ session }) => session.machine.key).values()].map(
    ([first]) => first!,
  );
}

/** What can be pooled: comparisons of two that are named, told by a ratio, with its interval from five kinds of machine or more. */
export function pooledClaims({ all, decided }: Replications): PooledClaim[] {
  const kinds = oneOfEachKind(all);
  if (kinds.length < FEWEST_POOLED) return [];
  return claimsOnceEach(decided)
    .filter(([, { claim }]) => comparesNamed(claim))
    .flatMap(([id]) => pooledClaim(id, kinds) ?? []);
}

function pooledClaim(id: string, kinds: readonly Replication[]): PooledClaim | undefined {
  const effects = kinds.flatMap(({ says }): Effect[] => {
    const effect = effectOf(says.get(id)?.ratio ?? null);
    return effect === undefined ? [] : [effect];
  });
  if (effects.length < FEWEST_POOLED) return undefined;
  const { mean, half, predicted, tau2 } = pool(effects);
  const about = (width: number): [number, number] => [
    Math.exp(mean - width),
    Math.exp(mean + width),
  ];
  return {
    id,
    mean: Math.exp(mean),
    interval: about(half),
    prediction: about(predicted),
    spread: Math.exp(Math.sqrt(tau2)),
    machines: effects.length,
  };
}
