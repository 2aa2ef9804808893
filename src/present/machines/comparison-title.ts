import type { DecidedClaim } from '../../claims/decided.ts';
import { evidenceFor } from '../../claims/claim-evidence.ts';
import { titleInText } from '../../quantity/words-of.ts';
import type { DocumentView } from '../document.ts';

/** "Bundle 1 copy, wall time: a to b": what a ratio is of. */
export function wordsOfComparison(
  view: DocumentView,
  decided: DecidedClaim,
  labelOf: (id: string) => string,
): string {
  const { case: caseId = '', measure: id, contestants } = evidenceFor(decided);
  const aCase = view.cases.get(caseId);
  if (aCase?.state !== 'measured') return caseId;
  const measure = aCase.definition.measures.find((one) => one.id === id);
  const of = measure === undefined ? '' : `, ${titleInText(measure.title)}`;
  return `${aCase.title}${of}: ${contestants.map(labelOf).join(' to ')}`;
}
