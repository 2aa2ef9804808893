/** Contestants × measures of one case, as the rows of a table. */
import type { ContestantResult, Estimate } from '../analyse/types.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { Mark } from './charts/types.ts';
import type { DocumentView, MeasuredCase } from './document.ts';
import { formatColumn } from './format/estimate.ts';
import { formatValue, restsOn } from './format/value.ts';
import { inReportOrder, markOf } from './report.ts';
import { failureWords, finishedWords, reasonWords } from './words.ts';

/** A median with its interval, or why there is none. */
type ResultsCell =
  | {
      readonly kind: 'estimate';
      readonly point: string;
      readonly interval: string;
      /** What of it isn't as usual: runs without a value, blocks that differ. */
      readonly note: string;
    }
  | { readonly kind: 'words'; readonly words: string };

interface ResultsRow {
  readonly mark: Mark;
  readonly tuned: boolean;
  /** Attempted in one round only. */
  readonly once: boolean;
  readonly finished: string;
  readonly cells: readonly ResultsCell[];
  /** What did not finish, and why. */
  readonly trouble?: string;
}

export interface ResultsTable {
  readonly measures: readonly SessionMeasure[];
  readonly rows: readonly ResultsRow[];
}

/** The table of a case; the A/A copy is left out. */
export function resultsTable(
  view: DocumentView,
  aCase: MeasuredCase,
  measures: readonly SessionMeasure[],
): ResultsTable {
  const contestants = inReportOrder(view.report, aCase.result.contestants).filter(
    (one) => one.controlOf === undefined,
  );
  const columns = measures.map((measure) => columnOf(contestants, measure));
  const rows = contestants.map((result, index): ResultsRow => {
    const trouble = troubleOf(result);
    return {
      mark: markOf(view.report, result.id),
      tuned: result.tuned,
      once: result.once,
      finished: finishedWords(result),
      cells: columns.map((column) => column[index]!),
      ...(trouble !== undefined && { trouble }),
    };
  });
  return { measures, rows };
}

/** What did not finish with its reasons: "0 of 3 finished, 3 out of memory: reached the cap". */
export function troubleOf(result: ContestantResult): string | undefined {
  const words = failureWords(result);
  const reasons = reasonWords(result);
  return words === undefined || reasons === undefined ? words : `${words}: ${reasons}`;
}

/** All cells of a column share unit and decimals. */
function columnOf(
  contestants: readonly ContestantResult[],
  measure: SessionMeasure,
): ResultsCell[] {
  const shown = contestants.map((result) => shownEstimate(result, measure.id));
  const printed = formatColumn(
    shown.filter((one) => one !== undefined),
    measure.unit,
  );
  let next = 0;
  return shown.map((estimate, index): ResultsCell => {
    if (estimate === undefined) return { kind: 'words', words: wordsOfNone(contestants[index]!) };
    const { point, interval } = printed[next++]!;
    const note = noteOf(estimate, contestants[index]!.finished, measure.unit);
    return { kind: 'estimate', point, interval, note };
  });
}

/** How many of the finished runs have a value, and how the blocks of the session differ. */
function noteOf({ n, byBlock }: Estimate, finished: number, unit: SessionMeasure['unit']): string {
  const medians = byBlock?.map((median) => formatValue(median, unit)).join(', ');
  return [restsOn(n, finished, 'runs'), medians === undefined ? '' : `by block ${medians}`]
    .filter((words) => words !== '')
    .join('; ');
}

/** A contestant that never finished has no estimate to show, even where the analysis knows a lower bound. */
function shownEstimate(result: ContestantResult, measure: string): Estimate | undefined {
  return result.finished === 0 ? undefined : result.estimates[measure];
}

function wordsOfNone(result: ContestantResult): string {
  if (result.attempted === 0) return 'not run';
  return result.finished === 0 ? 'did not finish' : 'not measured';
}
