/** Medians of contestants by the measures asked for: what trackers of benchmarks take. */
import type { Estimate } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { measuresOf } from '../results/standings.ts';
import { nameIn } from './exported.ts';

export interface NamedMedian {
  readonly name: string;
  readonly aCase: MeasuredCase;
  readonly measure: SessionMeasure;
  readonly estimate: Estimate;
  readonly value: number;
}

export interface Medians {
  readonly known: readonly NamedMedian[];
  /** Names of those without a median: so few runs finished, or none. */
  readonly unknown: readonly string[];
}

/** @param asked a measure's id, or "all"; absent: the main measure of each case */
export function mediansOf(cases: readonly MeasuredCase[], asked: string | undefined): Medians {
  const known: NamedMedian[] = [];
  const unknown = new Set<string>();
  for (const aCase of cases)
    for (const measure of measuresOf(aCase, asked))
      for (const { id, controlOf, finished, estimates } of aCase.result.contestants) {
        if (controlOf !== undefined) continue;
        const name = nameIn(aCase.id, id);
        const estimate = finished === 0 ? undefined : estimates[measure.id];
        if (typeof estimate?.point !== 'number') unknown.add(name);
        else known.push({ name, aCase, measure, estimate, value: estimate.point });
      }
  return { known, unknown: [...unknown] };
}
