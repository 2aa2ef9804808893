/** Agreement of this machine with the reference, in words. */
import type { Agreement, AgreementCount } from '../../claims/agreement.ts';
import { formatCount } from '../format/value.ts';
import { reasonWords, type LabelOf } from './reason-words.ts';

/** On the machine that measured the reference, and measured nothing since. */
export const OWN_RUNS = "This machine's runs are the reference's own: they say no more of it.";

/** "agrees", "contradicted", "inconclusive: …", "can't be tested: …". */
export function agreementWords(agreement: Agreement, labelOf?: LabelOf): string {
  switch (agreement.kind) {
    case 'agrees':
      return 'agrees with the reference';
    case 'contradicted':
      return 'contradicts the reference';
    case 'inconclusive':
      return `inconclusive: ${reasonWords(agreement.why, labelOf)}`;
    case 'untestable':
      return `can't be tested: ${reasonWords(agreement.why, labelOf)}`;
  }
}

/** "14 claims agree, 0 contradicted, 3 inconclusive, 23 can't be tested: Motor was not found". */
export function summaryWords(count: AgreementCount): string {
  const { agrees, contradicted, inconclusive, untestable } = count;
  const noun = agrees === 1 ? '1 claim agrees' : `${formatCount(agrees)} claims agree`;
  const counts = [
    noun,
    `${formatCount(contradicted)} contradicted`,
    `${formatCount(inconclusive)} inconclusive`,
    `${formatCount(untestable)} can't be tested`,
  ].join(', ');
  return untestable === 0 ? counts : `${counts}: ${reasonsWords(count)}`;
}

/** One reason by itself; several with how many claims each keeps from being tested. */
function reasonsWords({ reasons }: AgreementCount): string {
  const [first, ...others] = reasons;
  if (first === undefined) return '';
  if (others.length === 0) return reasonWords(first.why);
  return reasons.map(({ why, count }) => `${reasonWords(why)} (${formatCount(count)})`).join(', ');
}
