/** The results of cases as data, for programs. */
import type { Estimate } from '../../analyse/types.ts';
import { betterOf } from '../../quantity/measure.ts';
import type { ResultEstimate, ResultsDocument } from '../../store/results-document.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { reasonWords } from '../sentences/reason-words.ts';
import { measuresOf, standingsOf, type Standing } from './standings.ts';

type CaseDocument = ResultsDocument['cases'][number];
type MeasureDocument = CaseDocument['measures'][number];
type StandingDocument = MeasureDocument['standings'][number];

/**
 * What `results --json` prints; data/README.md describes it.
 *
 * @param asked a measure's id, or "all"; absent: the main measure of each case
 */
export function resultsDocument(
  cases: readonly MeasuredCase[],
  asked: string | undefined,
): ResultsDocument {
  return { schema: 1, cases: cases.map((aCase) => caseDocument(aCase, asked)) };
}

function caseDocument(aCase: MeasuredCase, asked: string | undefined): CaseDocument {
  const { id, definition, result, session } = aCase;
  const { profile, startedAt, harness } = session;
  return {
    case: id,
    scenario: definition.scenario,
    parameters: definition.parameters,
    session: session.id,
    profile,
    startedAt,
    commit: harness.commit,
    dirty: harness.dirty,
    rounds: result.rounds,
    contestants: contestantsOf(aCase),
    measures: measuresOf(aCase, asked).map((measure) => measureDocument(aCase, measure)),
  };
}

function contestantsOf({ definition, result }: MeasuredCase): CaseDocument['contestants'] {
  return result.contestants.flatMap((one) => {
    const planned = definition.contestants.find(({ id }) => id === one.id);
    if (planned === undefined || one.controlOf !== undefined) return [];
    const { id, attempted, finished, outcomes, reasons, flags } = one;
    return [
      {
        contestant: id,
        runtime: planned.runtime,
        key: planned.key,
        attempted,
        finished,
        outcomes: { ...outcomes },
        reasons: [...reasons],
        flags: flags.map((flag) => ({ ...flag, rounds: [...flag.rounds] })),
      },
    ];
  });
}

function measureDocument(aCase: MeasuredCase, measure: SessionMeasure): MeasureDocument {
  const { best, leader, rows } = standingsOf(aCase, measure);
  const { id, title, unit, matters } = measure;
  return {
    measure: id,
    title,
    unit,
    better: betterOf(measure),
    main: aCase.definition.measures[0]?.id === id,
    ...(matters && { matters }),
    ...(leader !== undefined && { leader }),
    ...(best?.kind === 'best' && { best: [...best.ids] }),
    ...(best?.kind === 'not decided' && { whyNobodyIsBest: reasonWords(best.reason) }),
    standings: rows.map(standingDocument),
  };
}

function standingDocument({ result, state, estimate, against }: Standing): StandingDocument {
  const verdict = against?.verdict;
  return {
    contestant: result.id,
    standing: state,
    ...(verdict && { verdict: verdict.kind }),
    ...(verdict && 'matters' in verdict && { matters: verdict.matters }),
    ...(estimate && { median: estimateDocument(estimate) }),
    ...(against?.ratio && { ratio: estimateDocument(against.ratio) }),
    ...(against?.difference && { difference: estimateDocument(against.difference) }),
    ...(verdict?.kind === 'not decided' && { reason: reasonWords(verdict.reason) }),
  };
}

function estimateDocument({ point, lower, upper, level, n }: Estimate): ResultEstimate {
  return { value: point, lower, upper, level, n };
}
