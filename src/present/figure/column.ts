/** One column of a figure: a measure of a case, with the axis of its marks and a cell for each contestant. */
import type { ContestantResult, Estimate } from '../../analyse/types.ts';
import { hasFloor } from '../../quantity/measure.ts';
import { chooseScale } from '../../quantity/units.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { DID_NOT_FINISH, formatColumn } from '../format/estimate.ts';
import { formatValue, restsOn } from '../format/value.ts';
import { runValues } from '../values.ts';
import { wordsOfEnd } from '../words.ts';
import { axisOf, type Axis } from './axis.ts';
import { marksOf, type Marks } from './marks.ts';

/** What a column is made of. */
export interface ColumnChoice {
  readonly aCase: MeasuredCase;
  readonly measure: SessionMeasure;
}

/** A median with its interval and its runs, or why there is none. */
export type FigureCell =
  | {
      readonly kind: 'estimate';
      /** Without its unit: "52". */
      readonly point: string;
      readonly unit: string;
      readonly interval: string;
      /** What of it isn't as usual: runs without a value, thirds that differ. */
      readonly note: string;
      readonly marks?: Marks;
    }
  | { readonly kind: 'words'; readonly words: string };

export interface FigureColumn extends ColumnChoice {
  /** Of its numbers and of its axis: "ms"; empty for counts. */
  readonly unit: string;
  /** Absent where no run finished, and in columns of numbers alone. */
  readonly axis?: Axis;
  /** The least that a whole time can be. */
  readonly floor?: { readonly x: number; readonly words: string };
  /** By contestant. */
  readonly cells: ReadonlyMap<string, FigureCell>;
}

/** @param isDrawn whether its runs are drawn, or only its numbers printed */
export function columnOf({ aCase, measure }: ColumnChoice, isDrawn: boolean): FigureColumn {
  const contestants = aCase.result.contestants.filter(({ controlOf }) => controlOf === undefined);
  const shown = contestants.flatMap((result) => {
    const estimate = shownEstimate(result, measure.id);
    return estimate === undefined ? [] : [{ result, estimate }];
  });
  const estimates = shown.map(({ estimate }) => estimate);
  const runs = new Map(
    contestants.map(({ id }): [string, number[]] => [
      id,
      isDrawn ? runValues(aCase, id, measure) : [],
    ]),
  );
  const scale = chooseScale(
    estimates.map(({ point, lower }) => point ?? lower ?? 0),
    measure.unit,
  );
  const floorNs = floorOf({ aCase, measure });
  const values = [...runs.values()].flat();
  const axis = axisOf(
    floorNs === undefined || values.length === 0 ? values : [...values, floorNs],
    scale,
  );

  const printed = formatColumn(estimates, measure.unit);
  const cells = shown.map(({ result, estimate }, index): [string, FigureCell] => {
    const { bare, unit, interval } = printed[index]!;
    const note = noteOf(estimate, result.finished, measure.unit);
    const marks = axis && marksOf(runs.get(result.id) ?? [], estimate, axis);
    return [
      result.id,
      {
        kind: 'estimate',
        // Words instead of a median have no unit: "≥ 60 s", or how it ended where that isn't known.
        point: bare === DID_NOT_FINISH ? wordsOfEnd(result) : bare,
        unit: estimate.point === null ? '' : unit,
        interval,
        note,
        ...(marks && { marks }),
      },
    ];
  });
  const without = contestants
    .filter((one) => !shown.some(({ result }) => result === one))
    .map((one): [string, FigureCell] => [one.id, { kind: 'words', words: wordsOfNone(one) }]);
  return {
    aCase,
    measure,
    unit: scale.symbol,
    ...(axis && { axis }),
    ...(axis &&
      floorNs !== undefined && {
        floor: { x: axis.place(floorNs), words: formatValue(floorNs, 'ns') },
      }),
    cells: new Map([...cells, ...without]),
  };
}

/** The floor is the least that a whole time can be: it belongs on no other axis. */
function floorOf({ aCase, measure }: ColumnChoice): number | undefined {
  const { floorNs, measures } = aCase.definition;
  return hasFloor(measure, measures) ? floorNs : undefined;
}

/** A contestant that never finished has no estimate to show, even where the analysis knows a lower bound. */
function shownEstimate(result: ContestantResult, measure: string): Estimate | undefined {
  return result.finished === 0 ? undefined : result.estimates[measure];
}

/** How many of the finished runs have a value, and how the thirds of the session differ. */
function noteOf({ n, byBlock }: Estimate, finished: number, unit: SessionMeasure['unit']): string {
  const medians = byBlock?.map((median) => formatValue(median, unit)).join(', ');
  return [restsOn(n, finished, 'runs'), medians === undefined ? '' : `by block ${medians}`]
    .filter((words) => words !== '')
    .join('; ');
}

function wordsOfNone(result: ContestantResult): string {
  if (result.attempted === 0) return 'not run';
  return result.finished === 0 ? wordsOfEnd(result) : 'not measured';
}
