/** Concurrency models: what a worker is, what it was measured to cost, how far it went, how long its program is. */
import type { SessionMeasure } from '../../store/schema.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatColumn } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { scaleOf, sizedCases } from '../growth/series.ts';
import type { Program } from '../programs/programs.ts';
import { lowConcurrencyWords, troubleOf } from '../words.ts';

export interface ModelRow {
  readonly mark: Mark;
  readonly worker: string;
  /** Memory per further worker, or why there is none. */
  readonly memory:
    | {
        readonly point: string;
        readonly interval: string;
        readonly range: string;
        readonly caseId: string;
      }
    | { readonly words: string };
  /** Largest size of which every attempted round finished. */
  readonly largest:
    | {
        readonly size: string;
        readonly caseId: string;
        /** What the rounds say against it: too few workers were busy at once. */
        readonly but?: string;
      }
    | { readonly words: string };
  /** Smallest size above it that was tried and did not finish; absent where none was. */
  readonly unfinished?: string;
  /** What ended the series, if anything did. */
  readonly ended?: string;
  readonly lines: string;
}

export interface ModelSources {
  readonly programs: readonly Program[];
  /** Growth of this measure in this scenario. */
  readonly scenario: string;
  readonly measure: SessionMeasure | undefined;
  /** Cases whose sizes are stepped through. */
  readonly cases: readonly MeasuredCase[];
}

/** A row for each contestant that was run. */
export function modelRows(view: DocumentView, sources: ModelSources): ModelRow[] {
  const ran = (id: string): boolean =>
    sources.cases.some(({ result }) =>
      result.contestants.some((one) => one.id === id && one.attempted > 0),
    );
  const programs = sources.programs.filter(({ mark }) => ran(mark.contestant));
  return programs.map((program) => {
    const id = program.mark.contestant;
    const { largest, unfinished, ended } = largestFinished(sources.cases, id);
    return {
      mark: program.mark,
      worker: view.report.contestants.find((one) => one.id === id)?.worker ?? '',
      memory: slopeOf(view, sources, id),
      largest,
      ...(unfinished !== undefined && { unfinished }),
      ...(ended !== undefined && { ended }),
      lines: formatCount(program.lines),
    };
  });
}

function slopeOf(
  view: DocumentView,
  { scenario, measure }: ModelSources,
  id: string,
): ModelRow['memory'] {
  const growth = measure && view.growth.get(`${scenario} ${measure.id}`);
  if (measure === undefined || growth === undefined) return { words: 'not measured' };
  const index = growth.contestants.findIndex((one) => one.id === id);
  const found = growth.contestants[index];
  if (found === undefined) return { words: 'no two sizes finished' };
  const { point, interval } = formatColumn(
    growth.contestants.map((one) => one.slope),
    measure.unit,
  )[index]!;
  const range = `${formatCount(found.from)} to ${formatCount(found.to)}`;
  return { point, interval, range, caseId: `${scenario}/${found.to}` };
}

function largestFinished(
  cases: readonly MeasuredCase[],
  id: string,
): Pick<ModelRow, 'largest' | 'unfinished' | 'ended'> {
  if (cases.length === 0) return { largest: { words: 'not measured' } };
  const sizes = sizedCases(cases, scaleOf(cases));
  const tried = sizes.flatMap(({ size, aCase }) => {
    const result = aCase.result.contestants.find((one) => one.id === id);
    return result === undefined ? [] : [{ size, aCase, result }];
  });
  const finished = tried.filter(
    ({ result }) =>
      result.attempted > 0 &&
      result.finished === result.attempted &&
      troubleOf(result) === undefined,
  );
  const last = finished.at(-1);
  const failed = tried.find(
    ({ size, result }) =>
      size > (last?.size ?? 0) && result.attempted > 0 && troubleOf(result) !== undefined,
  );
  const but = last && lowConcurrencyWords(last.result, last.aCase.result.parameters);
  return {
    largest:
      last === undefined
        ? { words: 'none' }
        : {
            size: formatCount(last.size),
            caseId: last.aCase.id,
            ...(but !== undefined && { but }),
          },
    ...(failed !== undefined && {
      unfinished: formatCount(failed.size),
      ended: `at ${formatCount(failed.size)}: ${troubleOf(failed.result) ?? ''}`,
    }),
  };
}
