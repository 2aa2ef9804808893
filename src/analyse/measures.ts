import { isLauncherMeasure, type LauncherMeasure } from '../quantity/measure.ts';
import { isRate } from '../quantity/units.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';

/** What the value of a measure depends on beside the record. */
export type MeasuredCase = Pick<SessionCase, 'measures' | 'parameters' | 'floorNs'>;

const NS_PER_S = 1e9;

/**
 * Value of a measure in one record, in the measure's own unit (ns, bytes; a quotient of two
 * ns is a number of cores; a rate is per second); `undefined` where the record doesn't hold it.
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
      return minus(
        source.of === undefined ? record.wallNs : record.measures?.[source.of],
        aCase.floorNs,
      );
    case 'program':
    case 'check':
      return record.measures?.[measure.id];
    case 'output':
      return record.outBytes ?? record.stdoutBytes;
    case 'build':
      return source.what === 'time' ? record.buildNs : record.binaryBytes;
    case 'quotient': {
      const others = {
        ...aCase,
        measures: aCase.measures.filter((other) => other.id !== measure.id),
      };
      const [of, by] = [source.of, source.by].map((name) => operandValue(record, name, others));
      return over(of, by, isRate(measure.unit) ? NS_PER_S : 1);
    }
  }
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

const recordFields = {
  wall: 'wallNs',
  cpuTime: 'cpuNs',
  peakTree: 'peakTreeBytes',
  peakProcess: 'peakProcessBytes',
} as const satisfies Record<LauncherMeasure, keyof InvocationRecord>;

function launcherValue(record: InvocationRecord, id: string): number | undefined {
  return isLauncherMeasure(id) ? record[recordFields[id]] : undefined;
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function over(a: number | undefined, b: number | undefined, times: number): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : (a / b) * times;
}
