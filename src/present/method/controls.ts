/** The A/A control: a contestant against its own copy. Whatever it shows is the machine's noise. */
import type { Comparison } from '../../analyse/types.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { formatEstimate } from '../format/estimate.ts';
import { labelsOf, markOf } from '../report.ts';
import { reasonWords } from '../sentences/reason-words.ts';
import { evenWords, isMatteringOpen } from '../sentences/mattering-words.ts';

export interface ControlRow {
  readonly caseId: string;
  readonly title: string;
  readonly mark: Mark;
  readonly measure: string;
  /** The copy over the original, and the difference in the measure's unit. */
  readonly ratio: string;
  readonly ratioInterval: string;
  readonly difference: string;
  readonly verdict: string;
  /** The machine shows a difference where there is none. */
  readonly isFalse: boolean;
}

export function controlRows(view: DocumentView): ControlRow[] {
  const measured = [...view.cases.values()].filter(
    (one): one is MeasuredCase => one.state === 'measured',
  );
  return measured.flatMap((aCase) =>
    aCase.result.controls.map((control) => rowOf(view, aCase, control)),
  );
}

function rowOf(view: DocumentView, aCase: MeasuredCase, control: Comparison): ControlRow {
  const measure = aCase.definition.measures.find((one) => one.id === control.measure)!;
  const original =
    aCase.result.contestants.find((one) => one.id === control.a)?.controlOf === undefined
      ? control.a
      : control.b;
  const ratio = control.ratio && formatEstimate(control.ratio, 'ratio');
  const difference = control.difference && formatEstimate(control.difference, measure.unit);
  const { verdict } = control;
  return {
    caseId: aCase.id,
    title: aCase.title,
    mark: markOf(view.report, original),
    measure: measure.title,
    ratio: ratio?.point ?? '–',
    ratioInterval: ratio?.interval ?? '',
    difference: difference?.point ?? '–',
    verdict:
      verdict.kind === 'not decided'
        ? `not decided: ${reasonWords(verdict.reason, labelsOf(view.report))}`
        : verdict.kind === 'less' || verdict.kind === 'more'
          ? `a false difference${isMatteringOpen(verdict) ? ', open whether it matters' : ''}`
          : evenWords(verdict),
    isFalse: verdict.kind === 'less' || verdict.kind === 'more',
  };
}
