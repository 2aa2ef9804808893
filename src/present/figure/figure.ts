/** A figure is a table: a row a contestant; a column a measure, or the same measure of another size. */
import { counted } from '../sentences/pieces.ts';
import type { ContestantResult } from '../../analyse/types.ts';
import { betterOf } from '../../quantity/measure.ts';
import { betterWords, titleInText } from '../../quantity/words-of.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatCount, formatLevel } from '../format/value.ts';
import { scaleOf } from '../growth/series.ts';
import { inReportOrder, markOf } from '../report.ts';
import {
  failureWords,
  finishedWords,
  lowConcurrencyWords,
  reasonWords,
  troubleOf,
} from '../words.ts';
import { columnOf, type ColumnChoice, type FigureCell, type FigureColumn } from './column.ts';

/** Of more columns than this only the first one's marks have room: the others print their numbers alone. */
const MOST_DRAWN = 3;

interface FigureRow {
  readonly mark: Mark;
  readonly tuned: boolean;
  /** Attempted in one round only. */
  readonly once: boolean;
  /** Of one case: "21", or "9 of 12" where not all finished. */
  readonly runs: string;
  /** What isn't as usual in a contestant that finished: "9 of 12 finished, 3 timed out". */
  readonly note: string;
  /** Why nothing stands in any column; the row has no cells then. */
  readonly failure?: string;
  /** A cell for each column; undefined where the contestant isn't in its case. */
  readonly cells: readonly (FigureCell | undefined)[];
}

export interface Figure {
  readonly title: string;
  /** After the title: what stands in the cells. */
  readonly words: string;
  readonly heads: readonly string[];
  /** What its columns are of; of several the words tell them apart: "100 workers". */
  readonly cases: readonly { readonly id: string; readonly words: string }[];
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** Of several cases: who did not finish some, or kept too few workers busy, and where. */
  readonly notes: readonly { readonly mark: Mark; readonly words: string }[];
  /** Who was not run at all, and why. */
  readonly absent: readonly { readonly mark: Mark; readonly words: string }[];
}

/** @param choices at least one */
export function figureOf(
  view: DocumentView,
  choices: readonly ColumnChoice[],
  title?: string,
): Figure {
  const areAllDrawn = choices.length <= MOST_DRAWN;
  const columns = choices.map((choice, index) => columnOf(choice, areAllDrawn || index === 0));
  const cases = [...new Set(choices.map(({ aCase }) => aCase))];
  const ids = inReportOrder(view.report, contestantsOf(cases)).map(({ id }) => id);
  const ran = ids.filter((id) => resultsOf(cases, id).some(({ attempted }) => attempted > 0));
  return {
    title: title ?? cases.map((one) => one.title).join(', '),
    words: captionWords(columns, cases),
    heads: headsOf(columns, cases),
    cases: cases.map((one) => ({
      id: one.id,
      words: cases.length === 1 ? one.title : sizeWords(one, cases),
    })),
    columns,
    rows: byMedian(ran, columns[0]!).map((id) => rowOf(view, id, columns, cases)),
    notes: (cases.length === 1 ? [] : ran)
      .map((id) => ({ mark: markOf(view.report, id), words: notesOf(cases, id) }))
      .filter(({ words }) => words !== ''),
    absent: ids
      .filter((id) => !ran.includes(id))
      .map((id) => ({ mark: markOf(view.report, id), words: notRunWords(resultsOf(cases, id)) })),
  };
}

function contestantsOf(cases: readonly MeasuredCase[]): { readonly id: string }[] {
  const all = cases.flatMap(({ result }) => result.contestants);
  const ids = all.filter(({ controlOf }) => controlOf === undefined).map(({ id }) => id);
  return [...new Set(ids)].map((id) => ({ id }));
}

function resultsOf(cases: readonly MeasuredCase[], id: string): ContestantResult[] {
  return cases.flatMap(({ result }) => result.contestants.filter((one) => one.id === id));
}

/** By the median of a measure, the better first; who has none comes last, in the order given. */
export function byMedian(ids: readonly string[], { aCase, measure }: ColumnChoice): string[] {
  const better = betterOf(measure);
  if (better === 'neither') return [...ids];
  const place = (id: string): number => {
    const result = aCase.result.contestants.find((one) => one.id === id);
    const point = result?.finished ? result.estimates[measure.id]?.point : undefined;
    if (typeof point !== 'number') return Infinity;
    return better === 'more' ? -point : point;
  };
  return [...ids].sort((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first === second ? 0 : first - second;
  });
}

function rowOf(
  view: DocumentView,
  id: string,
  columns: readonly FigureColumn[],
  cases: readonly MeasuredCase[],
): FigureRow {
  const results = resultsOf(cases, id);
  const failure = results.every(({ finished }) => finished === 0) ? failureOf(results) : undefined;
  return {
    mark: markOf(view.report, id),
    tuned: results.some(({ tuned }) => tuned),
    once: results.every(({ once }) => once),
    runs: results.map(runsWords).join(', '),
    note: failure === undefined && cases.length === 1 ? notesOf(cases, id) : '',
    ...(failure !== undefined && { failure }),
    cells: columns.map(({ cells }) => cells.get(id)),
  };
}

/** "21" where all finished; "9 of 12", and "not run" where no process was started. */
function runsWords(result: ContestantResult): string {
  const isWhole = result.attempted > 0 && result.finished === result.attempted;
  return isWhole ? formatCount(result.finished) : finishedWords(result);
}

/** The reason of the first case that didn't finish, once: "not finished after 60 s". */
function failureOf([first]: readonly ContestantResult[]): string {
  return (first && (reasonWords(first) ?? failureWords(first))) ?? 'not run';
}

function notRunWords([first]: readonly ContestantResult[]): string {
  return (first && failureWords(first)) ?? 'not run';
}

/** What did not finish, and who finished without all workers ever being busy at once. */
function notesOf(cases: readonly MeasuredCase[], id: string): string {
  const notes = cases.flatMap((aCase) => {
    const own = resultsOf([aCase], id).flatMap((result) => [
      cases.length === 1 ? failureWords(result) : troubleOf(result),
      lowConcurrencyWords(result, aCase.definition.parameters),
    ]);
    const said = own.filter((words) => words !== undefined);
    if (cases.length === 1 || said.length === 0) return said;
    return [`${sizeWords(aCase, cases)}: ${said.join(', ')}`];
  });
  return notes.join('; ');
}

/** "Time beyond the waiting", or of several cases what tells them apart: "20 workers". */
function headsOf(columns: readonly FigureColumn[], cases: readonly MeasuredCase[]): string[] {
  const isOneCase = cases.length === 1;
  const isOneMeasure = new Set(columns.map(({ measure }) => measure.id)).size === 1;
  return columns.map(({ aCase, measure }) => {
    if (isOneCase) return measure.title;
    const size = sizeWords(aCase, cases);
    return isOneMeasure ? size : `${size}: ${titleInText(measure.title)}`;
  });
}

/** "100 workers"; of cases that aren't sizes of one scenario the title. */
function sizeWords(aCase: MeasuredCase, cases: readonly MeasuredCase[]): string {
  const scenarios = new Set(cases.map(({ definition }) => definition.scenario));
  if (scenarios.size > 1) return aCase.title;
  const { parameter, noun } = scaleOf(cases);
  const size = aCase.definition.parameters[parameter];
  return typeof size === 'number' ? counted(formatCount(size), noun) : aCase.title;
}

/** "Wall time: medians with 95% intervals, 21 runs each. Less is better." */
function captionWords(columns: readonly FigureColumn[], cases: readonly MeasuredCase[]): string {
  const measures = [...new Set(columns.map(({ measure }) => measure))];
  const [first] = measures;
  const named = cases.length > 1 && new Set(measures.map(({ id }) => id)).size === 1;
  const estimates = columns.flatMap(({ aCase, measure }) =>
    aCase.result.contestants.flatMap((one) => one.estimates[measure.id] ?? []),
  );
  const levels = [...new Set(estimates.map(({ level }) => formatLevel(level)))];
  const intervals = levels.length === 1 ? `${levels[0]} intervals` : 'their intervals';
  const better = [...new Set(measures.map((measure) => betterWords(measure)))];
  const head = named && first ? `${first.title}: medians` : 'Medians';
  return [`${head} with ${intervals}, ${roundsWords(cases)}.`, better.length === 1 ? better[0] : '']
    .filter((words) => words !== '')
    .join(' ');
}

/** "21 runs each", "12 to 21 runs each". */
export function roundsWords(cases: readonly MeasuredCase[]): string {
  const rounds = cases.map(({ result }) => result.rounds);
  const [least, most] = [Math.min(...rounds), Math.max(...rounds)];
  const range =
    least === most ? formatCount(least) : `${formatCount(least)} to ${formatCount(most)}`;
  return `${range} ${most === 1 ? 'run' : 'runs'} each`;
}
