/** What the service saw: whether it was the bottleneck, and how many workers were really busy at once. */
import type { ServiceReport } from '../../store/record-schema.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatCount, formatPercent } from '../format/value.ts';
import { inReportOrder, markOf } from '../report.ts';
import { reasonWords } from '../sentences/reason-words.ts';
import { countedRuns } from '../values.ts';

export interface ServiceRow {
  readonly caseId: string;
  readonly title: string;
  readonly mark: Mark;
  /** Median of most requests in flight at once. */
  readonly concurrency: string;
  readonly longest: string;
  /** Largest share of one core that the service used. */
  readonly cpuShare: string;
  readonly connections: string;
  readonly overflows: string;
}

export interface ServiceTrouble {
  readonly title: string;
  readonly words: string;
}

export function serviceRows(view: DocumentView): ServiceRow[] {
  return servedCases(view).flatMap((aCase) =>
    inReportOrder(view.report, aCase.result.contestants)
      .filter((one) => one.controlOf === undefined)
      .flatMap((one) => {
        const seen = countedRuns(aCase, one.id).flatMap(({ service, wallNs }) =>
          service && wallNs ? [{ service, wallNs }] : [],
        );
        if (seen.length === 0) return [];
        const share = Math.max(...seen.map(({ service, wallNs }) => service.cpuNs / wallNs));
        return [
          {
            caseId: aCase.id,
            title: aCase.title,
            mark: markOf(view.report, one.id),
            concurrency:
              one.concurrency === undefined ? '–' : formatCount(Math.round(one.concurrency)),
            longest: `${formatCount(Math.ceil(most(seen, (service) => service.longestNs) / 1e6))}\u00a0ms`,
            cpuShare: formatPercent(share),
            connections: formatCount(most(seen, (service) => service.connections)),
            overflows: overflowWords(seen.map(({ service }) => service)),
          },
        ];
      }),
  );
}

/** Cases in which the service was the bottleneck, or too few workers were busy at once. */
export function serviceTroubles(view: DocumentView): ServiceTrouble[] {
  return servedCases(view).flatMap(({ title, result }) => [
    ...(result.serviceTrouble === undefined
      ? []
      : [{ title, words: reasonWords(result.serviceTrouble) }]),
    ...(result.saturated
      ? [
          {
            title,
            words:
              'no contestant kept 95% of its workers waiting at once, so the time beyond the waiting is not compared',
          },
        ]
      : []),
  ]);
}

function servedCases(view: DocumentView): MeasuredCase[] {
  return [...view.cases.values()].filter(
    (one): one is MeasuredCase => one.state === 'measured' && one.definition.service !== undefined,
  );
}

function most(
  seen: readonly { service: ServiceReport }[],
  of: (service: ServiceReport) => number,
): number {
  return Math.max(...seen.map(({ service }) => of(service)));
}

function overflowWords(reports: readonly ServiceReport[]): string {
  const known = reports.flatMap(({ listenOverflows }) =>
    listenOverflows === undefined ? [] : [listenOverflows],
  );
  return known.length === 0
    ? 'not told by this system'
    : formatCount(known.reduce((sum, one) => sum + one, 0));
}
