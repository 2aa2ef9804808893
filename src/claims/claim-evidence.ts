import { partsOf, type DecidedClaim } from './decided.ts';

/** What a claim rests on, for readers and programs. */
export interface ClaimEvidence {
  readonly case?: string;
  readonly measure?: string;
  readonly contestants: readonly string[];
  /** Pairs of rounds that the verdict rests on; finished runs, where it rests on one contestant. */
  readonly n?: number;
  readonly session?: string;
}

/** Case, measure, contestants and count behind a decided claim; nothing for an untested one. */
export function evidenceFor(decided: DecidedClaim): ClaimEvidence {
  // By two measures: the same contestants in the same case.
  const outcome = partsOf(decided.outcome)[0]!;
  if (outcome.kind === 'untested') return { contestants: [] };
  const { place } = outcome;
  const at = { case: place.id, session: place.session.id };
  switch (outcome.kind) {
    case 'finish':
      return { ...at, contestants: [outcome.result.id], n: outcome.result.attempted };
    case 'value':
      return {
        ...at,
        measure: outcome.measure.id,
        contestants: [outcome.of],
        n: outcome.estimate.n,
      };
    case 'slope':
      return { ...at, measure: outcome.measure.id, contestants: [outcome.of], n: outcome.slope.n };
    case 'undecided':
      return { ...at, measure: outcome.measure.id, contestants: outcome.contestants };
    case 'best':
    case 'winner': {
      const n = outcome.next?.comparison.pairs;
      const shared = { ...at, measure: outcome.measure.id, contestants: outcome.rivals };
      return { ...shared, ...(n !== undefined && { n }) };
    }
    case 'compare': {
      const contestants = [outcome.a.id, outcome.b.id];
      return { ...at, measure: outcome.measure.id, contestants, n: outcome.comparison.pairs };
    }
    case 'growth': {
      const contestants = [outcome.a, outcome.b];
      return { ...at, measure: outcome.measure.id, contestants, n: outcome.comparison.pairs };
    }
  }
}
