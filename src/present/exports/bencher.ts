/**
 * Bencher Metric Format (bencher.dev/docs/reference/bencher-metric-format): by case and contestant, by measure.
 * The wall time is Bencher's own `latency`, in nanoseconds as there; other measures bear their own
 * names, in the measure's unit.
 */
import { prettyJson } from '../../store/files.ts';
import type { MeasuredCase } from '../document.ts';
import { leftOutNote, type Exported } from './exported.ts';
import { mediansOf } from './medians.ts';

interface Metric {
  readonly value: number;
  readonly lower_value?: number;
  readonly upper_value?: number;
}

/** Medians with their intervals; an end beyond every finished run is left out. */
export function bencherExport(cases: readonly MeasuredCase[], asked: string | undefined): Exported {
  const { known, unknown } = mediansOf(cases, asked);
  const metrics: Record<string, Record<string, Metric>> = {};
  for (const { name, measure, value, estimate } of known) {
    const { lower, upper } = estimate;
    (metrics[name] ??= {})[slugOf(measure.id)] = {
      value,
      ...(lower !== null && { lower_value: lower }),
      ...(upper !== null && { upper_value: upper }),
    };
  }
  return {
    text: prettyJson(metrics),
    notes: leftOutNote('since too few runs finished', unknown),
  };
}

/** "peak-tree" of "peakTree": the slug of a measure at Bencher. */
function slugOf(measure: string): string {
  if (measure === 'wall') return 'latency';
  return measure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
