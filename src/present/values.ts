import { measureValue } from '../analyse/measures.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionMeasure } from '../store/schema.ts';
import type { MeasuredCase } from './document.ts';

/** Values of a measure in a contestant's finished counted rounds, in the order they ran. */
export function runValues(
  aCase: MeasuredCase,
  contestant: string,
  measure: SessionMeasure,
): number[] {
  return countedRuns(aCase, contestant)
    .filter((record) => record.outcome === 'measured')
    .map((record) => measureValue(record, measure, aCase.definition))
    .filter((value) => value !== undefined);
}

/** Records of a contestant without the warm-up, in the order they ran. */
export function countedRuns(aCase: MeasuredCase, contestant: string): InvocationRecord[] {
  return aCase.records.filter((record) => record.contestant === contestant && record.round > 0);
}
