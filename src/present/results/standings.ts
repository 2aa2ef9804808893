/** How the contestants of a case stand by a measure: each against the leader, as the analysis decided it. */
import { aheadOf } from '../../analyse/ahead.ts';
import { bestOf, leaderOf, type Best } from '../../analyse/best.ts';
import type { Comparison, ContestantResult, Estimate } from '../../analyse/types.ts';
import { betterOf } from '../../quantity/measure.ts';
import type { StandingState } from '../../store/results-document.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { byMedian } from '../figure/figure.ts';
import { flip } from '../../analyse/flip.ts';
import { isMatteringOpen } from '../sentences/mattering-words.ts';

export interface Standing {
  readonly result: ContestantResult;
  readonly state: StandingState;
  /** Absent where no run finished with a value. */
  readonly estimate?: Estimate;
  /** Against the leader, with this contestant as its `a`. */
  readonly against?: Comparison;
}

export interface Standings {
  readonly aCase: MeasuredCase;
  readonly measure: SessionMeasure;
  /** Who is best, or why nobody is; absent where nothing is compared. */
  readonly best?: Best;
  /** The best median that can be best; absent where nothing is compared. */
  readonly leader?: string;
  /** The better median first, who has none last. A/A copies take no part. */
  readonly rows: readonly Standing[];
}

/** The standings of a case by one of its measures. */
export function standingsOf(aCase: MeasuredCase, measure: SessionMeasure): Standings {
  const contestants = aCase.result.contestants.filter(({ controlOf }) => controlOf === undefined);
  const ids = contestants.map(({ id }) => id);
  const isCompared =
    betterOf(measure) !== 'neither' &&
    aCase.result.comparisons.some((one) => one.measure === measure.id);
  const leader = isCompared ? leaderOf(aCase.result, measure) : undefined;
  const best = leader === undefined ? undefined : bestOf(aCase.result, measure);
  const rows = byMedian(ids, { aCase, measure }).map((id): Standing => {
    const result = contestants.find((one) => one.id === id)!;
    const estimate = result.finished === 0 ? undefined : result.estimates[measure.id];
    const against = comparisonWith(leader, id, measure, aCase);
    const state = stateOf(result, estimate, against, measure, leader, best);
    return { result, state, ...(estimate && { estimate }), ...(against && { against }) };
  });
  return { aCase, measure, ...(best && { best }), ...(leader !== undefined && { leader }), rows };
}

/** The measures of a case that are asked for: one by its id, all, or the main one. */
export function measuresOf(aCase: MeasuredCase, asked: string | undefined): SessionMeasure[] {
  const { measures } = aCase.definition;
  if (asked === undefined) return measures.slice(0, 1);
  return asked === 'all' ? measures : measures.filter(({ id }) => id === asked);
}

function comparisonWith(
  leader: string | undefined,
  id: string,
  measure: SessionMeasure,
  { result }: MeasuredCase,
): Comparison | undefined {
  const found = result.comparisons.find(
    ({ measure: of, a, b }) =>
      of === measure.id && ((a === leader && b === id) || (a === id && b === leader)),
  );
  return found === undefined || found.a === id ? found : flip(found);
}

function stateOf(
  { id, once, attempted, finished }: ContestantResult,
  estimate: Estimate | undefined,
  against: Comparison | undefined,
  measure: SessionMeasure,
  leader: string | undefined,
  best: Best | undefined,
): StandingState {
  if (attempted === 0) return 'not-run';
  if (finished === 0) return 'did-not-finish';
  if (leader === undefined || once || estimate === undefined) return 'not-compared';
  if (id === leader) return stateOfLeader(best);
  if (against === undefined) return 'not-compared';
  const { verdict } = against;
  if (verdict.kind === 'not decided') return 'not-decided';
  // As `bestOf` has it: whom the leader isn't ahead of shares its place.
  if (aheadOf(verdict, measure) !== 'b') return 'tied';
  return isMatteringOpen(verdict) ? 'behind-may-not-matter' : 'behind';
}

function stateOfLeader(best: Best | undefined): StandingState {
  if (best?.kind === 'best') return best.alone ? 'best' : 'tied';
  return best?.reason.kind === 'no-rival' ? 'not-compared' : 'not-decided';
}
