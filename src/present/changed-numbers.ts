/** Medians that are printed otherwise in two documents of a report. */
import type { Estimate } from '../analyse/types.ts';
import type { DocumentView, MeasuredCase } from './document.ts';
import { formatEstimate } from './format/estimate.ts';
import { markOf } from './report.ts';
import type { Mark } from './charts/types.ts';

export interface ChangedNumber {
  readonly caseId: string;
  readonly title: string;
  readonly measure: { readonly id: string; readonly title: string };
  readonly mark: Mark;
  /** With their intervals; absent where only the other document has it. */
  readonly before?: string;
  readonly after?: string;
}

/** Every median that isn't printed the same, in the order of the later document. */
export function changedNumbers(before: DocumentView, after: DocumentView): ChangedNumber[] {
  if (before.sessions[0]?.seal?.sha256 === after.sessions[0]?.seal?.sha256) return [];
  const ids = [...new Set([...after.cases.keys(), ...before.cases.keys()])];
  return ids.flatMap((id) => changesIn(after, measuredIn(before, id), measuredIn(after, id)));
}

/** Medians of all cases that a document holds. */
export function countNumbers(view: DocumentView): number {
  const cases = [...view.cases.values()].filter((one) => one.state === 'measured');
  return cases
    .flatMap((one) => one.result.contestants)
    .reduce((sum, { estimates }) => sum + Object.keys(estimates).length, 0);
}

function measuredIn(view: DocumentView, id: string): MeasuredCase | undefined {
  const found = view.cases.get(id);
  return found?.state === 'measured' ? found : undefined;
}

function changesIn(
  view: DocumentView,
  before: MeasuredCase | undefined,
  after: MeasuredCase | undefined,
): ChangedNumber[] {
  const either = after ?? before;
  if (either === undefined) return [];
  const ids = [...new Set([...contestantsOf(after), ...contestantsOf(before)])];
  return either.definition.measures.flatMap(({ id: measure, title, unit }) =>
    ids.flatMap((contestant): ChangedNumber[] => {
      const print = (estimate: Estimate | undefined): string | undefined =>
        estimate && formatEstimate(estimate, unit).text;
      const old = print(estimateOf(before, contestant, measure));
      const now = print(estimateOf(after, contestant, measure));
      if (old === now) return [];
      return [
        {
          caseId: either.id,
          title: either.title,
          measure: { id: measure, title },
          mark: markOf(view.report, contestant),
          ...(old !== undefined && { before: old }),
          ...(now !== undefined && { after: now }),
        },
      ];
    }),
  );
}

function contestantsOf(aCase: MeasuredCase | undefined): string[] {
  const contestants = aCase?.result.contestants ?? [];
  return contestants.filter(({ controlOf }) => controlOf === undefined).map(({ id }) => id);
}

function estimateOf(
  aCase: MeasuredCase | undefined,
  contestant: string,
  measure: string,
): Estimate | undefined {
  return aCase?.result.contestants.find(({ id }) => id === contestant)?.estimates[measure];
}
