/** What runs add up to: memory held over time, workers in a container, the share of a long job. */
import {
  derivedEstimate,
  fitsWithin,
  settingsOf,
  type Derived,
  type Fit,
} from '../../analyse/derived.ts';
import { measureValue } from '../../analyse/measures.ts';
import type { Estimate } from '../../analyse/types.ts';
import type { InvocationRecord } from '../../store/record-schema.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatColumn } from '../format/estimate.ts';
import { formatCount, formatOutOf, restsOn } from '../format/value.ts';
import { inReportOrder, markOf } from '../report.ts';

interface DerivedCell {
  /** With its unit; or words where the figure lies beyond what was measured. */
  readonly point: string;
  /** 95%; empty beside words. */
  readonly interval: string;
  /** What of the runs is not in it, or has no growth; empty where nothing is amiss. */
  readonly note: string;
  /** Case with the runs. */
  readonly caseId: string;
}

/** Figures by contestant. */
export type DerivedColumn = ReadonlyMap<string, DerivedCell>;

export interface DerivedRow {
  readonly mark: Mark;
  /** In the order of the columns; `undefined` where the contestant takes no part. */
  readonly cells: readonly (DerivedCell | undefined)[];
}

/** The columns side by side, a row for each contestant that has any figure. */
export function derivedRows(view: DocumentView, columns: readonly DerivedColumn[]): DerivedRow[] {
  const ids = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  return inReportOrder(
    view.report,
    ids.map((id) => ({ id })),
  ).map(({ id }) => ({
    mark: markOf(view.report, id),
    cells: columns.map((column) => column.get(id)),
  }));
}

/**
 * Peak memory times wall time, for so many units of work: byte-seconds, printed as GB·s.
 *
 * @param work parameters whose product is the work of one run, for example workers and requests
 * @param units how many units of work the figure is for
 */
export function memoryTimeColumn(
  aCase: MeasuredCase,
  work: readonly string[],
  units: number,
): DerivedColumn {
  const done = work.reduce((product, name) => product * parameterOf(aCase, name), 1);
  const found = perRun(aCase, ({ peakTreeBytes, wallNs }) =>
    peakTreeBytes === undefined || wallNs === undefined
      ? undefined
      : (peakTreeBytes * (wallNs / 1e9) * units) / done,
  );
  return printed(found, aCase.id, (estimates) => formatColumn(estimates, 'bytes', { times: 's' }));
}

/** A measure as a share of a longer time. */
export function shareColumn(
  aCase: MeasuredCase,
  measureId: string,
  totalNs: number,
): DerivedColumn {
  const measure = aCase.definition.measures.find(({ id }) => id === measureId);
  if (measure === undefined) return new Map();
  const found = perRun(aCase, (record) => {
    const value = measureValue(record, measure, aCase.definition);
    return value === undefined ? undefined : value / totalNs;
  });
  return printed(found, aCase.id, (estimates) => formatColumn(estimates, 'share'));
}

/** How many workers keep the growth's measure within a limit, between the measured sizes. */
export function fitColumn(
  cases: readonly MeasuredCase[],
  measureId: string,
  limit: number,
): DerivedColumn {
  const last = cases.at(-1);
  const growth = last?.session.growth.find(
    (one) => one.scenario === last.definition.scenario && one.of === measureId,
  );
  if (last === undefined || growth === undefined) return new Map();
  const own = cases.filter(({ session }) => session.id === last.session.id);
  const settings = settingsOf(
    last.session,
    own.map(({ id }) => id),
    own.flatMap(({ records }) => records),
  );
  return new Map(
    fitsWithin(limit, growth, settings).map((fit) => [
      fit.contestant,
      { ...fitWords(fit), note: fitNote(fit), caseId: `${growth.scenario}/${fit.to}` },
    ]),
  );
}

/** Outside the measured sizes nothing is known but the side. */
function fitWords({ units, from, to }: Fit): Pick<DerivedCell, 'point' | 'interval'> {
  const { point, lower, upper } = units;
  const words = (value: number): string => {
    if (value < from) return `fewer than ${formatCount(from)}`;
    return value > to ? `more than ${formatCount(to)}` : formatCount(Math.floor(value));
  };
  if (upper < from || lower > to) return { point: words(lower), interval: '' };
  const dash = lower < from || upper > to ? ' to ' : '–';
  // The middle may lie between "none" and "any number".
  const middle = Number.isNaN(point) ? 'not known' : words(point);
  return { point: middle, interval: `${words(lower)}${dash}${words(upper)}` };
}

function fitNote({ units: { n }, rounds, withoutGrowth }: Fit): string {
  const flat = withoutGrowth > 0 ? `no growth in ${formatOutOf(withoutGrowth, n)} rounds` : '';
  return [restsOn(n, rounds, 'rounds'), flat].filter((words) => words !== '').join(', ');
}

function perRun(
  aCase: MeasuredCase,
  figure: (record: InvocationRecord) => number | undefined,
): Map<string, Derived> {
  const [setting] = settingsOf(aCase.session, [aCase.id], aCase.records);
  const found = new Map<string, Derived>();
  for (const { id, controlOf } of aCase.definition.contestants) {
    const derived =
      setting && controlOf === undefined ? derivedEstimate(setting, id, figure) : undefined;
    if (derived !== undefined) found.set(id, derived);
  }
  return found;
}

function printed(
  found: ReadonlyMap<string, Derived>,
  caseId: string,
  format: (
    estimates: readonly Estimate[],
  ) => readonly { readonly point: string; readonly interval: string }[],
): DerivedColumn {
  const texts = format([...found.values()].map(({ estimate }) => estimate));
  return new Map(
    [...found].map(([id, { estimate, runs }], index) => {
      const { point, interval } = texts[index]!;
      return [id, { point, interval, note: restsOn(estimate.n, runs, 'runs'), caseId }];
    }),
  );
}

function parameterOf(aCase: MeasuredCase, name: string): number {
  return Number(aCase.definition.parameters[name]);
}
