/** Means, for formats of others that ask for them. Nothing here decides by them. */
import { mean, sampleStandardDeviation } from 'simple-statistics';

export interface Moments {
  readonly mean: number;
  /** Of a sample (n − 1); null of a single value. */
  readonly deviation: number | null;
}

/** @throws Error for no value */
export function momentsOf(values: readonly number[]): Moments {
  const all = [...values];
  return { mean: mean(all), deviation: all.length < 2 ? null : sampleStandardDeviation(all) };
}
