/** The use cases of a report with who is ahead: `<Strengths>` writes itself from these. */
import {
  partsOf,
  type DecidedClaim,
  type WholeOutcome,
  type WinnerOutcome,
} from '../../claims/decided.ts';
import { DEPENDS } from '../../claims/twofold.ts';
import type { Mark } from '../charts/types.ts';
import { claimClause } from './claim-clause.ts';
import { measureWords } from './measure-words.ts';
import type { Clause } from './pieces.ts';
import type { Wording } from './wording.ts';

export interface UseCase {
  readonly claim: string;
  readonly caseId: string;
  /** What is weighed: "time", "peak memory"; empty where it wasn't measured. */
  readonly by: string;
  /**
   * - `ahead`: one runtime is
   * - `tie`: measured, and none is shown to be
   * - `open`: not decided or not tested
   */
  readonly state: 'ahead' | 'tie' | 'open';
  /** The leading variants: one if `ahead`, the tie group if `tie`, else none. */
  readonly leaders: readonly Mark[];
  /** Runtime that is ahead. */
  readonly runtime?: string;
  /** It is open whether the lead matters. */
  readonly mayNotMatter?: true;
  readonly clause: Clause;
}

/** One a claim of the kind `winner`, in the order of the file. */
export function useCases(decided: Iterable<DecidedClaim>, wording: Wording): UseCase[] {
  return [...decided].flatMap((one) => {
    const { claim, outcome } = one;
    if (claim.kind !== 'winner') return [];
    const head = { claim: claim.id, caseId: claim.in, clause: claimClause(one, wording) };
    const [first] = partsOf(outcome);
    if (outcome.kind === 'twofold' && one.found[0] === DEPENDS)
      return [{ ...head, by: nounAlone(first), state: 'tie' as const, leaders: [] }];
    if (first?.kind === 'winner') {
      const decided = decidedCase(first, wording);
      return [{ ...head, ...decided, ...(outcome.kind === 'twofold' && { by: nounAlone(first) }) }];
    }
    return [{ ...head, by: by(first), state: 'open' as const, leaders: [] }];
  });
}

/** By two measures of one thing: "peak memory", however it is counted. */
function nounAlone(outcome: WholeOutcome | undefined): string {
  if (outcome?.kind !== 'winner') return '';
  return measureWords(outcome.measure, outcome.place.definition).noun;
}

/** What is weighed; empty where it wasn't measured. */
function by(outcome: WholeOutcome | undefined): string {
  return outcome?.kind === 'winner' || outcome?.kind === 'undecided' ? nounOf(outcome) : '';
}

function decidedCase(
  outcome: WinnerOutcome,
  wording: Wording,
): Pick<UseCase, 'by' | 'state' | 'leaders' | 'runtime' | 'mayNotMatter'> {
  const { best, runtimes } = outcome;
  const ids = best.kind === 'best' ? best.ids : [];
  const by = nounOf(outcome);
  const leaders = ids.map((id) => wording.markOf(id));
  const [first] = ids;
  if (first === undefined || ids.length > 1) return { by, state: 'tie', leaders };
  const lead = { by, state: 'ahead', leaders, runtime: runtimes[first] ?? first } as const;
  const isOpen = best.kind === 'best' && best.open.length > 0;
  return isOpen ? { ...lead, mayNotMatter: true } : lead;
}

function nounOf({ measure, place }: Pick<WinnerOutcome, 'measure' | 'place'>): string {
  const how = measureWords(measure, place.definition);
  return how.noun + how.after;
}
