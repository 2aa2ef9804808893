/** The results of a case as a small table of texts, for a terminal or a comment. */
import type { Comparison } from '../../analyse/types.ts';
import { betterWords } from '../../quantity/words-of.ts';
import type { StandingState } from '../../store/results-document.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { columnOf, type FigureCell } from '../figure/column.ts';
import { roundsWords } from '../figure/figure.ts';
import { formatEstimate } from '../format/estimate.ts';
import { withSymbol } from '../format/number.ts';
import { reasonWords } from '../sentences/reason-words.ts';
import { toldComparison } from '../verdicts/comparison-words.ts';
import { caseNotes, type ResultNote } from './notes.ts';
import { standingsOf, type Standing, type Standings } from './standings.ts';

export interface ResultRow {
  readonly contestant: string;
  readonly state: StandingState;
  /** "5.03 s"; empty where there is none. */
  readonly median: string;
  /** "5.026–5.033"; "did not finish" where there is no median. */
  readonly interval: string;
  /** Against the leader: "1.05×", or "+7.1 ms" where a difference is told; empty for the leader. */
  readonly against: string;
  /** "1.04–1.06"; empty where there is none. */
  readonly againstInterval: string;
  /** "best", "tied", "behind"; empty where nothing is compared. */
  readonly standing: string;
}

export interface ResultTable {
  readonly case: string;
  readonly session: string;
  /** "Wall time, 21 runs each. Less is better." */
  readonly words: string;
  /** Coverage of the medians' intervals: all the levels that occur. */
  readonly levels: readonly number[];
  /** Whoever ran, the better median first. */
  readonly rows: readonly ResultRow[];
  /** What isn't as usual: failures, why nobody is best, flags. */
  readonly notes: readonly ResultNote[];
}

/** The table of a case by one of its measures: medians as the pages print them, verdicts as the analysis decided them. */
export function resultTable(aCase: MeasuredCase, measure: SessionMeasure): ResultTable {
  const standings = standingsOf(aCase, measure);
  const { cells } = columnOf({ aCase, measure }, false);
  const rows = standings.rows.filter(({ state }) => state !== 'not-run');
  const levels = rows.flatMap(({ estimate }) =>
    estimate === undefined || estimate.n === 1 ? [] : [estimate.level],
  );
  const better = betterWords(measure);
  return {
    case: aCase.id,
    session: aCase.session.id,
    words: `${measure.title}, ${roundsWords([aCase])}.${better === '' ? '' : ` ${better}`}`,
    levels: [...new Set(levels)],
    rows: rows.map((row) => rowOf(row, cells.get(row.result.id), standings)),
    notes: [...undecidedNotes(standings), ...caseNotes(aCase, measure)],
  };
}

function rowOf(row: Standing, cell: FigureCell | undefined, standings: Standings): ResultRow {
  // Beyond every finished run stand words, and no interval.
  const isNumber = cell?.kind === 'estimate' && row.estimate?.point !== null;
  const words = cell?.kind === 'estimate' ? cell.point : (cell?.words ?? '');
  return {
    contestant: row.result.id,
    state: row.state,
    median: isNumber ? withSymbol(cell.point, cell.unit) : '',
    interval: isNumber ? cell.interval : words,
    ...againstOf(row.against, standings.measure),
    standing: standingWords(row, standings),
  };
}

/** A ratio with its sign, or a difference where the pages tell one. */
function againstOf(
  against: Comparison | undefined,
  measure: SessionMeasure,
): Pick<ResultRow, 'against' | 'againstInterval'> {
  const none = { against: '', againstInterval: '' };
  if (against === undefined) return none;
  const { byDifference } = toldComparison(against, measure);
  const told = byDifference ? against.difference : against.ratio;
  if (told === null || (told.point === null && told.lower === null)) return none;
  const { bare, point, lower, interval } = formatEstimate(
    told,
    byDifference ? measure.unit : 'ratio',
  );
  if (told.point === null) return { ...none, against: byDifference ? '' : `≥ ${lower}×` };
  if (!byDifference) return { against: `${bare}×`, againstInterval: interval };
  return { against: told.point > 0 ? `+${point}` : point, againstInterval: interval };
}

const words: Readonly<Record<StandingState, string>> = {
  best: 'best',
  tied: 'tied',
  behind: 'behind',
  'behind-may-not-matter': 'may not matter',
  'not-decided': 'not decided',
  'not-compared': '',
  'did-not-finish': '',
  'not-run': '',
};

function standingWords({ state, result }: Standing, { leader, best }: Standings): string {
  if (result.once) return 'tried once';
  if (result.id !== leader) return words[state];
  if (state === 'tied') return 'best, tied';
  return best?.kind === 'best' ? words[state] : '';
}

/** Why nobody is best, or who finished isn't compared: each reason once. */
function undecidedNotes({ rows, best }: Standings): ResultNote[] {
  const reasons = rows.flatMap(({ state, against }) =>
    state === 'not-decided' && against?.verdict.kind === 'not decided'
      ? [reasonWords(against.verdict.reason)]
      : [],
  );
  const why = best?.kind === 'not decided' ? reasonWords(best.reason) : undefined;
  const isSaid =
    why !== undefined && best?.kind === 'not decided' && best.reason.kind !== 'no-rival';
  const further = [...new Set(reasons)].filter((reason) => reason !== why);
  return [
    ...(isSaid ? [{ kind: 'undecided' as const, words: `Nobody is best: ${why}` }] : []),
    ...further.map((reason) => ({ kind: 'undecided' as const, words: `Not decided: ${reason}` })),
  ];
}
