/** What each row of the verdict table says, as claims: further sessions are asked for these too. */
import { bestVariant } from '../../analyse/best.ts';
import { rankBy } from '../../analyse/rank.ts';
import type { Claim } from '../../claims/schema.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { measureOf } from '../document.ts';
import type { VerdictRowChoice } from '../report.ts';
import { rowClaimId } from './row-claim-id.ts';
import { namedSides, OTHERS, sidesOf, subjectVariant } from '../verdicts/sides.ts';

const WHERE = 'The verdict table ("verdicts" in the front matter)';

/** The contestants that a row shows against each other, as claims: the same ones on every machine. */
export function rowClaims(view: DocumentView): Claim[] {
  return view.report.verdicts.flatMap((choice) => {
    const aCase = view.cases.get(choice.case);
    if (aCase?.state !== 'measured') return [];
    return namedSides(view) === undefined
      ? ofRanking(view, choice, aCase)
      : ofSides(view, choice, aCase);
  });
}

function ofSides(view: DocumentView, choice: VerdictRowChoice, aCase: MeasuredCase): Claim[] {
  const [choosing] = measuresOf(view, choice, aCase);
  const subject = subjectVariant(view, aCase, choosing);
  const others = bestVariant(aCase.result, choosing, OTHERS, sidesOf(view, aCase));
  if (subject === undefined || others === undefined) return [];
  return [comparing(choice, rowClaimId(choice), [subject, others])];
}

function ofRanking(view: DocumentView, choice: VerdictRowChoice, aCase: MeasuredCase): Claim[] {
  const [first, ...others] = rankBy(aCase.result, measuresOf(view, choice, aCase)).flat();
  return others.map((id) => comparing(choice, rowClaimId(choice, id), [id, first!]));
}

function measuresOf(view: DocumentView, choice: VerdictRowChoice, aCase: MeasuredCase) {
  const [first, ...others] = [choice.measure].flat().map((id) => measureOf(view, aCase, id, WHERE));
  return [first!, ...others] as const;
}

function comparing(choice: VerdictRowChoice, id: string, compare: [string, string]): Claim {
  const { case: caseId, measure } = choice;
  return { kind: 'compare', id, file: '', line: 0, in: caseId, compare, on: measure };
}
