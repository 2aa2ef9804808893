/** What stands at the head of an evidence page, as pairs of words. */
import type { MeasuredCase } from '../document.ts';
import type { Pair } from '../method/machine.ts';
import { leastThatMatters } from '../matters.ts';
import { commitWords, dateWords } from '../head/provenance.ts';
import { settingPairs } from '../setting.ts';

/** Case, parameters, limits, rounds, and what difference matters in each measure. */
export function conditionPairs(aCase: MeasuredCase): Pair[] {
  const stated = aCase.definition.measures.filter(({ matters }) => matters !== undefined);
  const matters = stated.map((measure) => `${measure.title} ${leastThatMatters(measure)}`);
  return [
    ['case', aCase.id],
    ...settingPairs(aCase),
    ['what matters', matters.length === 0 ? 'not stated: nothing is compared' : matters.join(', ')],
  ];
}

/** Session, dates, machine and the commit that measured. */
export function originPairs(aCase: MeasuredCase): Pair[] {
  const { machine, launcher, harness, id, profile } = aCase.session;
  const cores = machine.usableCores === 1 ? '1 core' : `${machine.usableCores} cores`;
  const system = `${machine.os}, ${machine.architecture}`;
  return [
    ['session', `${id} (${profile})`],
    ['measured', timesOf(aCase)],
    ['machine', `${machine.cpu}, ${cores}, ${machine.memoryGiB} GiB, ${system}`],
    ['launched by', launcher.method === 'launcher' ? 'own launcher' : 'plain spawn'],
    ['commit', commitWords(harness)],
  ];
}

/** "24 November 2026, 07:49 to 08:46 UTC": from the first to the last invocation's start. */
function timesOf({ records, session }: MeasuredCase): string {
  const times = records.map(({ at }) => at).sort();
  const first = times[0] ?? session.startedAt;
  const last = times.at(-1) ?? first;
  const lastDay = dateWords(last) === dateWords(first) ? '' : `${dateWords(last)}, `;
  return `${dateWords(first)}, ${first.slice(11, 16)} to ${lastDay}${last.slice(11, 16)} UTC`;
}
