/** One sentence about what a pull request does to the programs. */
import type { BaseComparison, Change, MeasuredChange } from '../../store/comparison.ts';
import { formatEstimate } from '../format/estimate.ts';
import { formatCount } from '../format/value.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { placeOf } from './table.ts';

/** Whether nothing but text differs from the base. */
function isOnlyText({ touched, changes, data, numbers }: BaseComparison): boolean {
  const untouched = !touched.runners && !touched.data && !touched.harness;
  return (
    untouched && changes.length === 0 && data.length === 0 && numbers.identical === numbers.all
  );
}

/** The result, worst first: wrong answers, other failures, changes, else that none is shown. */
export function resultSentence(comparison: BaseComparison): string {
  const { changes } = comparison;
  if (isOnlyText(comparison)) {
    const { all } = comparison.numbers;
    const same = all === 0 ? 'nothing differs' : `all ${formatCount(all)} numbers identical`;
    return `No program, scenario or data changed: ${same}.`;
  }
  const wrong = changes.filter(
    (change) => change.state === 'did not finish' && change.outcome === 'wrong-answer',
  );
  if (wrong[0] !== undefined)
    return `**A wrong answer** from ${placeOf(wrong[0])}${others(wrong.length)}.`;
  const failed = changes.filter((change) => change.state === 'did not finish');
  if (failed[0] !== undefined) {
    const isFailed = failed[0].outcome === 'failed';
    return `**${isFailed ? 'Failed' : 'Did not finish'}:** ${placeOf(failed[0])}${others(failed.length)}.`;
  }
  return measuredSentence(changes) ?? restSentence(comparison);
}

function measuredSentence(changes: readonly Change[]): string | undefined {
  const measured = changes.filter((change) => change.state === 'measured');
  if (measured.length === 0) return undefined;
  const changed = changesWith('changed', measured);
  const [first] = changed;
  const rest = changes.length - measured.length;
  const further = rest === 0 ? '' : ` ${rest} could not be compared here.`;
  if (first === undefined) {
    const small = changesWith('change may not matter', measured);
    if (small[0] !== undefined) {
      const more = small.length === 1 ? '' : ` So it is in ${small.length} programs.`;
      return `A change that may not matter: ${placeOf(small[0].change)} ${amount(small[0].one)}; whether it reaches 3% is open.${more}${further}`;
    }
    const what = measured.length === 1 ? 'the one program' : `any of ${measured.length} programs`;
    return `No change shown in ${what} compared.${further}`;
  }
  const all = changed.length === 1 ? '' : ` ${changed.length} of ${measured.length} changed.`;
  return `**Changed:** ${placeOf(first.change)} ${amount(first.one)}.${all}${further}`;
}

type Measured = Extract<Change, { readonly state: 'measured' }>;

/** Each change with the first of its measures that has this verdict. */
function changesWith(
  wanted: MeasuredChange['verdict'],
  measured: readonly Measured[],
): { change: Measured; one: MeasuredChange }[] {
  return measured.flatMap((change) => {
    const one = change.measures.find(({ verdict }) => verdict === wanted);
    return one === undefined ? [] : [{ change, one }];
  });
}

/** "needs 1.21 times as much as before (CPU time)" */
function amount({ measure, ratio }: MeasuredChange): string {
  const { point } = formatEstimate(ratio, 'ratio');
  return `needs ${escapeMarkdown(point)} times what it did before (${escapeMarkdown(measure.title)})`;
}

function restSentence({ changes, touched, data, numbers }: BaseComparison): string {
  const same =
    numbers.all === 0
      ? 'there is no number of a reference to compare'
      : `${formatCount(numbers.identical)} of ${formatCount(numbers.all)} numbers identical`;
  if (changes.length > 0)
    return `Nothing could be compared here: ${changes.length} to look at; ${same}.`;
  if (data.length > 0) return `The data changed: ${same}.`;
  if (touched.harness)
    return `Steelyard itself changed, no program, parameter or answer did: ${same}.`;
  return `Files of the scenarios or the data changed, no program, parameter or answer did: ${same}.`;
}

function others(count: number): string {
  return count === 1 ? '' : ` and ${count - 1} more`;
}
