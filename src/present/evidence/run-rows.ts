/** Every run of a case, contestant by contestant, in the order it ran. */
import { measureValue } from '../../analyse/measures.ts';
import type { ContestantResult } from '../../analyse/types.ts';
import type { InvocationRecord } from '../../store/record-schema.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { Mark } from '../charts/types.ts';
import type { MeasuredCase } from '../document.ts';
import { recordLine } from '../downloads/records-json.ts';
import { formatEachRun } from '../format/runs.ts';
import { withSymbol } from '../format/number.ts';
import { formatValue } from '../format/value.ts';
import type { Pair } from '../method/machine.ts';
import { inReportOrder, markOf, type Report } from '../report.ts';
import { finishedWords, troubleOf, wordsOfOutcome } from '../words.ts';
import { flagsOfRound, overallFlags } from './run-flags.ts';
import { runScale, type RunScale } from './run-scale.ts';

export interface RunRow {
  /** `threads-r7`; the warm-up is `threads-r0`. */
  readonly anchor: string;
  /** "warm-up" or "7". */
  readonly round: string;
  readonly block: number;
  readonly outcome: string;
  readonly isMeasured: boolean;
  readonly isCounted: boolean;
  /** The main measure; absent where the run has none. */
  readonly value?: string;
  /** Its place on the case's scale, in percent; only of runs that finished. */
  readonly x?: number;
  readonly reason?: string;
  readonly stderr?: string;
  readonly flags: readonly string[];
  /** Every measure that the run has, then when and where in the round it ran. */
  readonly details: readonly Pair[];
  /** The record as it stands in records.jsonl. */
  readonly raw: string;
}

/** Interval and median on the case's scale, in percent. */
interface Spread {
  readonly from: number;
  readonly to: number;
  readonly median: number;
}

export interface ContestantRuns {
  readonly mark: Mark;
  /** Anchor of the section. */
  readonly id: string;
  readonly label: string;
  /** "21 of 21". */
  readonly finished: string;
  /** What did not finish, with the reasons. */
  readonly trouble?: string;
  /** Flags of all runs together. */
  readonly flags: readonly string[];
  readonly spread?: Spread;
  /** The warm-up, then the runs of each block. */
  readonly warmUp: readonly RunRow[];
  readonly blocks: readonly (readonly RunRow[])[];
}

export interface CaseRuns {
  /** The main measure. */
  readonly measure: SessionMeasure;
  /** Absent where no run finished. */
  readonly scale?: RunScale;
  readonly contestants: readonly ContestantRuns[];
}

export function caseRuns(report: Report, aCase: MeasuredCase): CaseRuns {
  const measure = aCase.definition.measures[0]!;
  const finished = aCase.records.filter(({ outcome }) => outcome === 'measured');
  const values = finished.flatMap((record) => valueOf(record, measure, aCase) ?? []);
  const scale = runScale(values, measure.unit);
  const byContestant = Map.groupBy(aCase.records, ({ contestant }) => contestant);
  const drawing = { report, aCase, measure, scale, byContestant };
  const contestants = inReportOrder(report, aCase.result.contestants).map((result) =>
    runsOf(drawing, result),
  );
  return { measure, ...(scale && { scale }), contestants };
}

interface Drawing {
  readonly report: Report;
  readonly aCase: MeasuredCase;
  readonly measure: SessionMeasure;
  readonly scale: RunScale | undefined;
  readonly byContestant: ReadonlyMap<string, readonly InvocationRecord[]>;
}

function runsOf(drawing: Drawing, result: ContestantResult): ContestantRuns {
  const { report, aCase } = drawing;
  const mark = markOf(report, result.controlOf ?? result.id);
  const trouble = troubleOf(result);
  const rows = rowsOf(drawing, result);
  const counted = rows.filter((row) => row.isCounted);
  const blocks = [...new Set(counted.map((row) => row.block))];
  const spread = spreadOf(drawing, result);
  return {
    mark: result.controlOf === undefined ? mark : { ...mark, hollow: true },
    id: result.id,
    label: result.controlOf === undefined ? mark.label : `${mark.label}, its copy (A/A control)`,
    finished: finishedWords(result),
    ...(trouble !== undefined && { trouble }),
    flags: overallFlags(result.flags, aCase),
    ...(spread && { spread }),
    warmUp: rows.filter((row) => !row.isCounted),
    blocks: blocks.map((block) => counted.filter((row) => row.block === block)),
  };
}

function rowsOf(drawing: Drawing, result: ContestantResult): RunRow[] {
  const records = drawing.byContestant.get(result.id) ?? [];
  const values = records.map((record) => valueOf(record, drawing.measure, drawing.aCase));
  const texts = alike(values, drawing.measure);
  const tries = new Map<number, number>();
  return records.map((record, index) => {
    const row = rowOf(drawing, result, record, values[index], texts[index]);
    if (record.outcome !== 'no-result') return row;
    // The same run is made again; that one bears the anchor.
    const tried = (tries.get(record.round) ?? 0) + 1;
    tries.set(record.round, tried);
    return { ...row, anchor: `${row.anchor}-try-${tried}` };
  });
}

function rowOf(
  { aCase, scale }: Drawing,
  result: ContestantResult,
  record: InvocationRecord,
  value: number | undefined,
  text: string | undefined,
): RunRow {
  const { reason, stderr, round, block } = record;
  const isMeasured = record.outcome === 'measured';
  const isCounted = round > 0;
  return {
    anchor: `${record.contestant}-r${round}`,
    round: isCounted ? `${round}` : 'warm-up',
    block,
    outcome: wordsOfOutcome(record.outcome),
    isMeasured,
    isCounted,
    ...(text !== undefined && { value: text }),
    ...(isMeasured && value !== undefined && scale && { x: scale.place(value) }),
    ...(reason !== undefined && { reason }),
    ...(stderr !== undefined && stderr.trim() !== '' && { stderr }),
    flags: isCounted ? flagsOfRound(result.flags, round, aCase) : [],
    details: detailsOf(record, aCase),
    raw: recordLine(record),
  };
}

function detailsOf(record: InvocationRecord, aCase: MeasuredCase): Pair[] {
  const measures = aCase.definition.measures.flatMap((measure): Pair[] => {
    const value = valueOf(record, measure, aCase);
    return value === undefined ? [] : [[measure.title, formatValue(value, measure.unit)]];
  });
  const at = record.at.slice(0, 19).replace('T', ' ');
  return [...measures, ['Began', `${at} UTC`], ['Place in the round', `${record.position}`]];
}

/** Of a run that did not finish only what the launcher saw is shown: until it was ended. */
function valueOf(
  record: InvocationRecord,
  measure: SessionMeasure,
  aCase: MeasuredCase,
): number | undefined {
  if (record.outcome !== 'measured' && measure.source.from !== 'launcher') return undefined;
  return measureValue(record, measure, aCase.definition);
}

/** The values of a contestant in one unit, with the same decimals. */
function alike(
  values: readonly (number | undefined)[],
  measure: SessionMeasure,
): (string | undefined)[] {
  const known = values.filter((value) => value !== undefined);
  const { numbers, unit } = formatEachRun(known, measure.unit);
  let next = 0;
  return values.map((value) => {
    if (value === undefined) return undefined;
    const number = numbers[next++]!;
    return withSymbol(number, unit);
  });
}

function spreadOf({ measure, scale }: Drawing, result: ContestantResult): Spread | undefined {
  const estimate = result.finished === 0 ? undefined : result.estimates[measure.id];
  if (scale === undefined || estimate === undefined) return undefined;
  const { point, lower, upper } = estimate;
  if (point === null || lower === null || upper === null) return undefined;
  return { from: scale.place(lower), to: scale.place(upper), median: scale.place(point) };
}
