/** The data sets of the mutation tests: which pairs are exchanged, evened or stopped, and what was said before. */
import { measureValue } from '../../src/analyse/measures.ts';
import type { DocumentView, MeasuredCase } from '../../src/present/document.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { everyClaim, idsOf, said, type Said } from './every-claim.ts';
import { fieldsOf, measuresFrom, records, session, viewOf, type Field } from './mutate.ts';

const cases = session.cases.filter((one) => one.verdicts);
const scenarios = [...new Set(cases.map((one) => one.scenario))];
export const views = new Map(scenarios.map((one) => [one, viewOf(one, records)]));
export const claims = new Map(scenarios.map((one) => [one, everyClaim(session, one)]));
export const before = new Map(
  scenarios.map((one) => [one, said(claims.get(one)!, views.get(one)!)]),
);

interface Swap {
  readonly aCase: SessionCase;
  readonly field: Field;
  readonly x: string;
  readonly y: string;
}

/** Every pair that finished all its runs, by every field in which one of the two is ahead. */
const swaps = cases
  .flatMap((aCase) => {
    const whole = measured(views.get(aCase.scenario)!, aCase.id).result.contestants;
    const ids = idsOf(aCase).filter((id) =>
      whole.some((one) => one.id === id && one.finished === aCase.rounds),
    );
    return fieldsOf(aCase).flatMap((field) =>
      ids.flatMap((x, index) => ids.slice(index + 1).map((y): Swap => ({ aCase, field, x, y }))),
    );
  })
  .filter(({ aCase, field, x, y }) => {
    const [measure] = measuresFrom(aCase, field);
    return measure !== undefined && isAhead(saidOf(aCase, measure.id, x, y));
  });

/** Whether one of the two was found to be ahead. */
export function isAhead({ found }: Said): boolean {
  return /^(less|more)-that-/.test(found);
}

/** So many of them, spread over all. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = items.length / Math.min(count, items.length);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, i) => items[Math.floor(i * step)]!,
  );
}

export function measured(view: DocumentView, id: string): MeasuredCase {
  return view.cases.get(id) as MeasuredCase;
}

export function saidOf(aCase: SessionCase, measure: string, x: string, y: string): Said {
  return before.get(aCase.scenario)!.get(`compare ${aCase.id} ${measure} ${x} ${y}`)!;
}

/** Two names exchanged in a text or an id. */
export function renamed(text: string, x: string, y: string): string {
  return text
    .split(/([a-z][a-z-]*[a-z])/)
    .map((word) => (word === x ? y : word === y ? x : word))
    .join('');
}

/** Median of the finished counted runs, taken from the records themselves. */
export function median(
  view: DocumentView,
  caseId: string,
  measureId: string,
  contestant: string,
): number {
  const { definition, records: runs } = measured(view, caseId);
  const measure = definition.measures.find((one) => one.id === measureId)!;
  return middle(
    runs
      .filter((one) => one.contestant === contestant && one.round > 0 && one.outcome === 'measured')
      .map((one) => measureValue(one, measure, definition)!),
  );
}

/** The same values by block and place within it: cases differ in how many rounds a block has. */
export function valuesByRound(
  view: DocumentView,
  caseId: string,
  measureId: string,
  contestant: string,
): ReadonlyMap<string, number> {
  const { definition, records: runs } = measured(view, caseId);
  const measure = definition.measures.find((one) => one.id === measureId)!;
  const own = runs.filter((one) => one.contestant === contestant && one.round > 0);
  const place = ({ block, round }: InvocationRecord): string =>
    `${block} ${own.filter((one) => one.block === block && one.round < round).length}`;
  const finished = own.filter(({ outcome }) => outcome === 'measured');
  return new Map(finished.map((one) => [place(one), measureValue(one, measure, definition)!]));
}

/** The middle value, or the mean of the two in the middle. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Pairs whose values of a field are exchanged: at least 200 data sets. */
export const swapSets = spread(swaps, 210);
/** Pairs of which one gets the values of the other. */
export const evenSets = spread(swaps, 50);
/** Contestants that stop finishing in a case. */
export const stopSets = spread(
  [
    ...new Map(
      swaps.flatMap(({ aCase, x, y }) =>
        [x, y].map((id) => [`${aCase.id} ${id}`, { aCase, id }] as const),
      ),
    ).values(),
  ],
  20,
);
