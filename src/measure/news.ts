/** What a person hears of an invocation that didn't go well. */
import type { InvocationRecord } from '../store/record-schema.ts';
import { printable } from '../store/printable.ts';

const NO_NEWS: readonly string[] = ['measured', 'unavailable', 'not-attempted'];

export function isNews(record: InvocationRecord): boolean {
  return !NO_NEWS.includes(record.outcome);
}

/** Who, where, how and why, then what the program said on standard error. */
export function newsOf(record: InvocationRecord): string {
  const round = record.round === 0 ? 'the warm-up' : `round ${record.round}`;
  const what = `${record.contestant} in ${record.case}: ${record.outcome} in ${round}. ${record.reason ?? ''}`;
  const words = (record.stderr ?? '').split('\n').filter(Boolean);
  return [what.trim(), ...words.map((line) => `    ${printable(line)}`)].join('\n');
}
