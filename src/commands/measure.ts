import { withInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import type { MeasureOptions } from '../session/choose-plan.ts';
import { measure as measureHere, type MeasureOutcome } from '../session/measure.ts';
import type { Places } from '../places.ts';

/** Measures what is missing or stale, of what a report needs where one is named. Ends with the numbers. */
export async function measure(
  options: Omit<MeasureOptions, 'signal'>,
  places: Places,
  output: Output,
): Promise<MeasureOutcome> {
  const outcome = await measureStale(options, places, output);
  if (output.quiet || outcome.state === 'planned') return outcome;
  // Loaded only now: nothing of it stands in memory beside a timed program.
  const { sayMeasured, sayHowToDraw } = await import('./say-measured.ts');
  sayMeasured(outcome, places, output);
  sayHowToDraw(outcome, output);
  return outcome;
}

/** The same without a word on the numbers. */
export async function measureStale(
  options: Omit<MeasureOptions, 'signal'>,
  places: Places,
  output: Output,
): Promise<MeasureOutcome> {
  const selection = await selectionOf(options, places);
  return withInterruption((signal) =>
    measureHere({ ...options, selection, signal }, places, output),
  );
}

/** The texts of a report are read only where one is named. */
async function selectionOf(
  { report, profile, selection }: Omit<MeasureOptions, 'signal'>,
  places: Places,
): Promise<MeasureOptions['selection']> {
  if (report === undefined) return selection;
  const { selectionFor } = await import('./report-selection.ts');
  return selectionFor(report, profile, selection, places);
}
