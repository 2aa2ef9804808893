/** The comparisons of a document over all its machines, as one mean each with what a further machine may show. */
import { effectOf, FEWEST_POOLED, pool, type Effect } from '../../analyse/pool.ts';
import { evidenceFor } from '../../claims/claim-evidence.ts';
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

/** What can be pooled: comparisons told by a ratio, with its interval from five kinds of machine or more. */
export function pooledClaims({ all, decided }: Replications): PooledClaim[] {
  const kinds = oneOfEachKind(all);
  if (kinds.length < FEWEST_POOLED) return [];
  return onceEach(decided).flatMap((id) => pooledClaim(id, kinds) ?? []);
}

/** Comparisons of the same two by the same measure once: authors' claims say what rows of the verdict table do. */
function onceEach(decided: Replications['decided']): string[] {
  const compared = [...decided].filter(([, { outcome }]) => outcome.kind === 'compare');
  const byContent = new Map(
    compared.map(([id, one]) => {
      const { case: caseId, measure, contestants } = evidenceFor(one);
      return [[caseId, measure, ...[...contestants].sort()].join(' '), id];
    }),
  );
  return [...byContent.values()];
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
