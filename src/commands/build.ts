import { withInterruption } from './interruption.ts';
import { measure, type MeasureOptions, type MeasureOutcome } from './measure.ts';
import type { Output } from './output.ts';
import type { Places } from './places.ts';
import { render } from './render.ts';

/** Measure what is missing or stale → analyse → render. Writes ignored files only. */
export async function build(options: Omit<MeasureOptions, 'signal'>, places: Places, output: Output): Promise<MeasureOutcome> {
  const outcome = await withInterruption((signal) => measure({ ...options, signal }, places, output));
  await render(places, output);
  return outcome;
}
