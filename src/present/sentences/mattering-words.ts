/** What is said of a difference that is shown while it is open whether it matters, and of one that the blocks don't show alike. */
import type { Verdict } from '../../analyse/types.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import { leastThatMatters } from '../matters.ts';
import { words, type Piece } from './pieces.ts';
import type { Wording } from './wording.ts';

type Matters = Pick<SessionMeasure, 'matters' | 'unit'>;

/** Whether it is open if the difference matters that the verdict shows. */
export function isMatteringOpen(verdict: Verdict): boolean {
  return 'matters' in verdict && verdict.matters === 'open';
}

/** Beside a chip or a mark: "open whether it matters (at least 50 ms)". */
export function openWords(measure: Matters): string {
  return `open whether it matters (at least ${leastThatMatters(measure)})`;
}

/**
 * At the end of a clause: ", and whether that matters (at least 50 ms) is open", in the short form
 * ", which may not matter". Empty where it is shown to matter.
 */
export function openRider(verdict: Verdict, measure: Matters, { form }: Wording): Piece[] {
  if (!isMatteringOpen(verdict)) return [];
  if (form === 'short') return [words(', which may not matter')];
  return [words(`, and whether that ${openEnd(measure)}`)];
}

/** "matters (at least 50 ms) is open". */
export function openEnd(measure: Matters): string {
  return `matters (at least ${leastThatMatters(measure)}) is open`;
}

/** The condition under which no difference is shown, where the interval alone would show one. */
export function blocksNote(verdict: Verdict): string | undefined {
  return isByBlocks(verdict) ? 'none that holds in every block' : undefined;
}

/** Of a verdict for nobody: "no difference that matters", "no difference shown in every block". */
export function evenWords(verdict: Verdict): string {
  if (verdict.kind === 'same') return 'no difference that matters';
  return isByBlocks(verdict) ? 'no difference shown in every block' : 'no difference shown';
}

function isByBlocks(verdict: Verdict): boolean {
  return verdict.kind === 'no difference shown' && verdict.because === 'blocks';
}
