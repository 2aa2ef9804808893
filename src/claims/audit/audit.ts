/**
 * Published figures against what was measured. Pure: figures and results in, rows out.
 * The rules are stated for readers in docs/method.md, "Published figures".
 */
import type { FigureTest, PublishedFigure } from '../published.ts';
import { parseQuantity, type Quantity } from '../../quantity/quantity.ts';
import { decideRuns } from './runs.ts';
import { decideRatio, decideSide } from './side.ts';
import { decideRise, decideShare, decideValue } from './size.ts';
import type { AuditRow, AuditStatus, Decision, Measured } from './types.ts';

/** A row for each figure, in their order. */
export function auditFigures(figures: readonly PublishedFigure[], results: Measured): AuditRow[] {
  return figures.map((figure) => ({ figure, ...decide(figure, results) }));
}

const told: readonly AuditStatus[] = [
  'reproduced',
  'not reproduced',
  'reproduced otherwise',
  'not reproduced otherwise',
  'untestable',
  'said before',
  'contradicts itself',
  'not tested',
];

/** How many rows have each status, in the order in which they are told; "not tested" only where there are some. */
export function countStatuses(
  rows: readonly Pick<AuditRow, 'status'>[],
): { status: AuditStatus; count: number }[] {
  return told
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ status, count }) => status !== 'not tested' || count > 0);
}

function decide(figure: PublishedFigure, results: Measured): Decision {
  const { untestable, contradicts, repeats, test } = figure;
  if (untestable !== undefined) return { status: 'untestable', detail: untestable };
  if (repeats !== undefined) return { status: 'said before' };
  const tested = test && underConditions(decideTest(test, figure, results), figure);
  if (contradicts === undefined) return tested ?? { status: 'not tested' };
  // Whatever was measured stands beside it, and decides nothing.
  const evidence = tested?.evidence;
  return { status: 'contradicts itself', ...(evidence !== undefined && { evidence }) };
}

/** Where conditions differ, what was found is no word on the figure as it was stated. */
function underConditions(tested: Decision, { differs }: PublishedFigure): Decision {
  const { status } = tested;
  if (differs === undefined || (status !== 'reproduced' && status !== 'not reproduced'))
    return tested;
  return { ...tested, status: `${status} otherwise` };
}

function decideTest(test: FigureTest, figure: PublishedFigure, results: Measured): Decision {
  switch (test.as) {
    case 'ratio':
      return decideRatio(test, quantityOf(figure), results);
    case 'value':
      return decideValue(test, quantityOf(figure), results);
    case 'share':
      return decideShare(test, quantityOf(figure), results);
    case 'less':
    case 'more':
    case 'same':
      return decideSide(test, results);
    case 'finished':
    case 'did-not-finish':
      return decideRuns(test, results);
    case 'rises':
      return decideRise(test, results);
  }
}

/** The figure of a test that needs one: the schema has checked that it is there. */
function quantityOf({ id, figure }: PublishedFigure): Quantity {
  const quantity = parseQuantity(figure ?? '');
  if (quantity === undefined)
    throw new Error(`The published figure "${id}" has no number to test.`);
  return quantity;
}
