import type { AgreementCount } from '../claims/agreement.ts';
import { checkDrawingApart } from '../drawing/check-apart.ts';
import type { MeasureOptions } from '../session/choose-plan.ts';
import type { MeasureOutcome } from '../session/measure.ts';
import { measureStale } from './measure.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

export interface BuildOutcome extends MeasureOutcome {
  /** How this machine agrees with the reference, by report; empty where there is none. */
  readonly agreement: Readonly<Record<string, AgreementCount>>;
}

/**
 * Check what pages are drawn from → measure what is missing or stale → analyse → render. Writes
 * ignored files only. Ends with how this machine's runs agree with the reference, the numbers, and where
 * the pages are.
 */
export async function build(
  options: Omit<MeasureOptions, 'signal'>,
  places: Places,
  output: Output,
): Promise<BuildOutcome> {
  // Before minutes of measuring, not after them.
  await checkDrawingApart();
  const outcome = await measureStale(options, places, output);
  // Loaded only now: nothing of the pages stands in memory beside a timed program.
  const { render } = await import('../drawing/render.ts');
  const { sayAgreement } = await import('../drawing/agreement.ts');
  await render(places, output);
  const agreement = sayAgreement(places, output);
  const { sayMeasured, sayPages } = await import('./say-measured.ts');
  sayMeasured(outcome, places, output);
  sayPages(outcome, places, output);
  return { ...outcome, agreement };
}
