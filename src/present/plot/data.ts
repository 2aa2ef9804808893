/** The runs of a document as flat tables, for charts that an author specifies. Values are in the measure's own unit. */
import type { DocumentView, MeasuredCase } from '../document.ts';
import { scaleOf } from '../growth/series.ts';
import { markOf } from '../report.ts';
import { countedRuns, runValues } from '../values.ts';
import { measureValue } from '../../analyse/measures.ts';

type Value = string | number | boolean | null;
export type PlotTable = readonly Readonly<Record<string, Value>>[];

/** Names that the data of a specification may have. */
export const plotTables = ['runs', 'medians', 'comparisons'] as const;
export type PlotTables = Readonly<Record<(typeof plotTables)[number], PlotTable>>;

/** Columns of each table. */
export const plotColumns: Readonly<Record<(typeof plotTables)[number], readonly string[]>> = {
  runs: [
    'case',
    'scenario',
    'title',
    'size',
    'contestant',
    'runtime',
    'round',
    'measure',
    'unit',
    'value',
  ],
  medians: [
    ...['case', 'scenario', 'title', 'size', 'contestant', 'runtime', 'measure', 'unit'],
    ...['median', 'lower', 'upper', 'runs'],
  ],
  comparisons: [
    ...[
      'case',
      'scenario',
      'title',
      'size',
      'a',
      'b',
      'measure',
      'verdict',
      'ratio',
      'lower',
      'upper',
    ],
    'pairs',
  ],
};

/** Every finished counted run, every median with its 95% interval, every comparison with its 99% interval. */
export function plotData(view: DocumentView): PlotTables {
  const cases = [...view.cases.values()].filter(
    (one): one is MeasuredCase => one.state === 'measured',
  );
  return {
    runs: cases.flatMap((aCase) => runRows(view, aCase)),
    medians: cases.flatMap((aCase) => medianRows(view, aCase)),
    comparisons: cases.flatMap((aCase) => comparisonRows(view, aCase)),
  };
}

function headOf(aCase: MeasuredCase) {
  const { id, title, definition } = aCase;
  const size = definition.parameters[scaleOf([aCase]).parameter];
  return {
    case: id,
    scenario: definition.scenario,
    title,
    size: typeof size === 'number' ? size : null,
  };
}

function whoOf(view: DocumentView, { definition }: MeasuredCase, id: string) {
  const runtime = definition.contestants.find((one) => one.id === id)?.runtime ?? '';
  return { contestant: markOf(view.report, id).label, runtime };
}

const originals = ({ result }: MeasuredCase) =>
  result.contestants.filter(({ controlOf }) => controlOf === undefined);

function runRows(view: DocumentView, aCase: MeasuredCase): PlotTable {
  return originals(aCase).flatMap(({ id }) =>
    countedRuns(aCase, id)
      .filter(({ outcome }) => outcome === 'measured')
      .flatMap((record) =>
        aCase.definition.measures.flatMap((measure) => {
          const value = measureValue(record, measure, aCase.definition);
          if (value === undefined) return [];
          const { id: name, unit } = measure;
          const run = { round: record.round, measure: name, unit, value };
          return [{ ...headOf(aCase), ...whoOf(view, aCase, id), ...run }];
        }),
      ),
  );
}

function medianRows(view: DocumentView, aCase: MeasuredCase): PlotTable {
  return originals(aCase).flatMap(({ id, estimates }) =>
    aCase.definition.measures.flatMap((measure) => {
      const estimate = estimates[measure.id];
      if (estimate === undefined) return [];
      const { point, lower, upper } = estimate;
      const runs = runValues(aCase, id, measure).length;
      const median = { measure: measure.id, unit: measure.unit, median: point, lower, upper, runs };
      return [{ ...headOf(aCase), ...whoOf(view, aCase, id), ...median }];
    }),
  );
}

function comparisonRows(view: DocumentView, aCase: MeasuredCase): PlotTable {
  return aCase.result.comparisons.map(({ a, b, measure, verdict, ratio, pairs }) => ({
    ...headOf(aCase),
    a: markOf(view.report, a).label,
    b: markOf(view.report, b).label,
    measure,
    verdict: verdict.kind,
    ratio: ratio?.point ?? null,
    lower: ratio?.lower ?? null,
    upper: ratio?.upper ?? null,
    pairs,
  }));
}
