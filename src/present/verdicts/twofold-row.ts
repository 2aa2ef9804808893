/** One row from the rows of two measures: memory that can be counted in two ways. */
import { titleInText, wordsOf } from '../../quantity/words-of.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { VerdictRow } from './row.ts';

export interface MeasuredRow {
  readonly row: VerdictRow;
  readonly measure: SessionMeasure;
}

/**
 * Who is ahead by both, with what the second measure says beside the first; where they don't agree,
 * nobody is, and both are told. What one of them leaves open, the row leaves open.
 */
export function twofoldRow(first: MeasuredRow, second: MeasuredRow): VerdictRow {
  const [one, other] = [first.row, second.row];
  for (const row of [one, other]) {
    if (row.state !== 'ahead' && row.state !== 'tie') return row;
  }
  if (one.state === 'tie' && other.state === 'tie')
    return { ...one, isSame: one.isSame && other.isSame };
  if (one.state === 'ahead' && other.state === 'ahead' && one.side === other.side) {
    const isOpen = one.mattering === 'open' || other.mattering === 'open';
    return {
      ...one,
      mattering: isOpen ? 'open' : 'shown',
      openWords: one.openWords === '' ? other.openWords : one.openWords,
      also: `${other.words.amount}${byCount(second.measure)}`,
    };
  }
  const { caseId, title, as, section, runs, claim } = one;
  const { noun } = wordsOf(first.measure);
  const chip = `depends on how ${noun} is counted`;
  const also = `${told(first)}; ${told(second)}`;
  const head = { caseId, title, as, section, runs, also, ...(claim !== undefined && { claim }) };
  return {
    ...head,
    state: 'tie',
    isSame: false,
    chip,
    interval: '',
    ratio: null,
    matters: undefined,
  };
}

/** "threads needs 2.33 times as much by the whole tree": the pages of the runs say more. */
function told({ row, measure }: MeasuredRow): string {
  if (row.state !== 'ahead') return ('chip' in row ? row.chip : '') + byCount(measure);
  const { larger, verb, amount } = row.words;
  return `${larger} ${verb} ${amount}${byCount(measure)}`;
}

/** " by the largest process alone"; by its title, where there is one way to count it only. */
function byCount(measure: SessionMeasure): string {
  return ` by ${wordsOf(measure).counted ?? titleInText(measure.title)}`;
}
