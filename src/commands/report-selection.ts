import type { Selection } from '../plan/selection.ts';
import type { MeasuringProfile } from '../scenario/schema.ts';
import { needsOf } from '../site/needs.ts';
import { chooseReport } from './choose-report.ts';
import type { Places } from '../places.ts';

/**
 * What is left of a selection where only what a report needs is measured. The smoke profile has
 * cases of its own: those of the same scenarios stand for the others.
 *
 * @throws Problem (usage) for a report that isn't there, or a mistake in it
 */
export function selectionFor(
  report: string,
  profile: MeasuringProfile,
  selection: Selection,
  places: Places,
): Selection {
  const needed = needsOf(chooseReport(places, report), places);
  const scenarios = needed.map((name) => name.replace(/\/.*$/, ''));
  return { ...selection, needed: profile === 'smoke' ? [...new Set(scenarios)] : needed };
}
