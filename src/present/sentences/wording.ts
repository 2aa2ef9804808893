/** How the clauses of one document are worded. */
import type { MeasuredEvidence } from '../../claims/evidence.ts';
import type { Mark } from '../charts/types.ts';
import type { DocumentView } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { markOf } from '../report.ts';
import { counted, type Piece } from './pieces.ts';

export interface Wording {
  /**
   * - `whole`: subject, comparative, number, object, machine, interval
   * - `short`: without the machine, for cells and bullets
   */
  readonly form: 'whole' | 'short';
  /** The document shows this machine's own runs. */
  readonly here: boolean;
  readonly markOf: (contestant: string) => Mark;
}

export function nameOf(wording: Wording, contestant: string): Piece {
  const mark = wording.markOf(contestant);
  return { kind: 'name', text: mark.label, mark };
}

/** "2 cores": those of the machine that the programs may use. */
export function coresOf(place: MeasuredEvidence): string {
  return counted(formatCount(place.session.machine.usableCores), 'core');
}

/** How a document words its claims. */
export function wordingFor(view: DocumentView, form: Wording['form'] = 'whole'): Wording {
  return {
    form,
    here: view.place === 'here' || view.place === 'local',
    markOf: (contestant) => markOf(view.report, contestant),
  };
}
