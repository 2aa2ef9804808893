/** Every run of a case, contestant by contestant, in the order it ran. */
import type { InvocationRecord, SessionMeasure } from '../store/schema.ts';
import { measureValue } from '../analyse/measures.ts';
import type { ContestantResult } from '../analyse/types.ts';
import type { Mark } from './charts/types.ts';
import type { DocumentView, MeasuredCase } from './document.ts';
import { formatColumn } from './format/estimate.ts';
import { formatValue } from './format/value.ts';
import { inReportOrder, markOf } from './report.ts';
import { failureWords, finishedWords, wordsOfOutcome } from './words.ts';

interface RunRow {
  /** "warm-up" or "2". */
  readonly round: string;
  readonly block: string;
  /** Place in the round's shuffled order. */
  readonly position: number;
  readonly at: string;
  readonly outcome: string;
  readonly isMeasured: boolean;
  /** A value for each measure; "–" where there is none. */
  readonly values: readonly string[];
  readonly reason?: string;
  readonly stderr?: string;
}

export interface ContestantRuns {
  readonly mark: Mark;
  /** Anchor of the block. */
  readonly id: string;
  readonly label: string;
  readonly finished: string;
  readonly trouble?: string;
  /** Medians with their intervals, a measure each. */
  readonly medians: readonly { readonly title: string; readonly text: string }[];
  readonly flags: readonly string[];
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly rows: readonly RunRow[];
}

export function contestantRuns(view: DocumentView, aCase: MeasuredCase): ContestantRuns[] {
  return inReportOrder(view.report, aCase.result.contestants).map((result) =>
    runsOf(view, aCase, result),
  );
}

function runsOf(view: DocumentView, aCase: MeasuredCase, result: ContestantResult): ContestantRuns {
  const mark = markOf(view.report, result.controlOf ?? result.id);
  const trouble = failureWords(result);
  const definition = aCase.definition.contestants.find((one) => one.id === result.id);
  return {
    mark: result.controlOf === undefined ? mark : { ...mark, hollow: true },
    id: result.id,
    label: result.controlOf === undefined ? mark.label : `${mark.label}, its copy (A/A control)`,
    finished: finishedWords(result),
    ...(trouble !== undefined && { trouble }),
    medians: mediansOf(aCase, result),
    flags: result.flags.map((flag) => flagWords(flag.kind, flag.measure, flag.rounds)),
    files: definition?.files ?? [],
    rows: aCase.records
      .filter((record) => record.contestant === result.id)
      .map((record) => rowOf(aCase, record)),
  };
}

function mediansOf(aCase: MeasuredCase, result: ContestantResult): ContestantRuns['medians'] {
  return aCase.definition.measures.flatMap((measure) => {
    const estimate = result.estimates[measure.id];
    return estimate === undefined
      ? []
      : [{ title: measure.title, text: formatColumn([estimate], measure.unit)[0]!.text }];
  });
}

function rowOf(aCase: MeasuredCase, record: InvocationRecord): RunRow {
  const { reason, stderr } = record;
  return {
    round: record.round === 0 ? 'warm-up' : `${record.round}`,
    block: record.round === 0 ? '–' : `${record.block}`,
    position: record.position,
    at: record.at,
    outcome: wordsOfOutcome(record.outcome),
    isMeasured: record.outcome === 'measured',
    values: aCase.definition.measures.map((measure) => valueWords(record, measure, aCase)),
    ...(reason !== undefined && { reason }),
    ...(stderr !== undefined && stderr.trim() !== '' && { stderr }),
  };
}

/** Of a run that did not finish only what the launcher saw is shown: until it was ended. */
function valueWords(
  record: InvocationRecord,
  measure: SessionMeasure,
  aCase: MeasuredCase,
): string {
  if (record.outcome !== 'measured' && measure.source.from !== 'launcher') return '–';
  const value = measureValue(record, measure, aCase.definition);
  return value === undefined ? '–' : formatValue(value, measure.unit);
}

const kinds = {
  drift: 'drift over the rounds',
  'slow-first-run': 'a slow first run',
  outliers: 'outliers',
  'wall-cpu-jump': 'wall time out of step with CPU time',
  'low-concurrency': 'too few workers busy at once',
} as const;

function flagWords(
  kind: keyof typeof kinds,
  measure: string | undefined,
  rounds: readonly number[],
): string {
  const of = measure === undefined ? '' : ` of ${measure}`;
  const where =
    rounds.length === 0 ? '' : `, round${rounds.length === 1 ? '' : 's'} ${rounds.join(', ')}`;
  return `${kinds[kind]}${of}${where}`;
}
