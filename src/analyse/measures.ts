import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';

/** What the value of a measure depends on beside the record. */
export type MeasuredCase = Pick<SessionCase, 'measures' | 'parameters' | 'floorNs'>;

/**
 * Value of a measure in one record, in the measure's own unit (ns, bytes; a quotient of two
 * ns is a number of cores); `undefined` where the record doesn't hold it.
 */
export function measureValue(
  record: InvocationRecord,
  measure: SessionMeasure,
  aCase: MeasuredCase,
): number | undefined {
  const { source } = measure;
  switch (source.from) {
    case 'launcher':
      return launcherValue(record, measure.id);
    case 'floor':
      return minus(record.wallNs, aCase.floorNs);
    case 'program':
      return record.measures?.[measure.id];
    case 'quotient': {
      const others = {
        ...aCase,
        measures: aCase.measures.filter((other) => other.id !== measure.id),
      };
      return over(operandValue(record, source.of, others), operandValue(record, source.by, others));
    }
  }
}

/** Whether a measure is the time above the floor, or is made from it. */
export function restsOnFloor(
  measure: SessionMeasure,
  measures: readonly SessionMeasure[],
): boolean {
  const { source } = measure;
  if (source.from === 'floor') return true;
  if (source.from !== 'quotient') return false;
  const others = measures.filter((other) => other.id !== measure.id);
  return others.some(
    (other) => (other.id === source.of || other.id === source.by) && restsOnFloor(other, others),
  );
}

/** What a quotient names: a measure of the case, one of the launcher's, or a parameter. */
function operandValue(
  record: InvocationRecord,
  name: string,
  aCase: MeasuredCase,
): number | undefined {
  const measure = aCase.measures.find((candidate) => candidate.id === name);
  if (measure !== undefined) return measureValue(record, measure, aCase);
  const parameter = aCase.parameters[name];
  return typeof parameter === 'number' ? parameter : launcherValue(record, name);
}

function launcherValue(record: InvocationRecord, id: string): number | undefined {
  switch (id) {
    case 'wall':
      return record.wallNs;
    case 'cpuTime':
      return record.cpuNs;
    case 'peakTree':
      return record.peakTreeBytes;
    case 'peakProcess':
      return record.peakProcessBytes;
    default:
      return undefined;
  }
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function over(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}
