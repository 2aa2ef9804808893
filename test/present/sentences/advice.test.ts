import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/analyse/types.ts';
import type { DocumentView, MeasuredCase } from '../../../src/present/document.ts';
import { adviceSentences } from '../../../src/present/sentences/advice.ts';
import { whichRows } from '../../../src/present/tables/which-to-use.ts';
import { measured, referenceView } from '../sample.ts';

const which = [
  { words: 'Wait', scenario: 'io', time: 'wall', memory: 'peakTree' },
  { words: 'Hold', scenario: 'memory', memory: 'peakTree' },
];
const sizes = ['io/100', 'io/1000', 'io/10000'];
const same: Verdict = { kind: 'same' };

/** The reference, with these verdicts of every pair by wall time; the others as they are. */
function view(verdicts: Readonly<Record<string, Verdict>>): DocumentView {
  const cases = Object.entries(verdicts).map(([id, verdict]): [string, MeasuredCase] => {
    const aCase = measured(referenceView, id);
    const comparisons = aCase.result.comparisons.map((one) =>
      one.measure === 'wall' ? { ...one, verdict } : one,
    );
    return [id, { ...aCase, result: { ...aCase.result, comparisons } }];
  });
  return {
    ...referenceView,
    cases: new Map([...referenceView.cases, ...cases]),
    report: { ...referenceView.report, which },
  };
}
/** Of each size who leads by time, from the table. */
const ledBy = (from: DocumentView): string[] =>
  whichRows(from)
    .filter(({ work }) => work === 'Wait')
    .map(({ cells: [time] }) =>
      time?.state === 'open' ? 'open' : (time?.marks.map(({ label }) => label).join('+') ?? ''),
    );

describe('advice on one kind of work', () => {
  it('names for every size whom the table names, once for sizes that end alike', () => {
    const from = view({});
    const [time = ''] = adviceSentences(from, 'Wait');
    const leaders = ledBy(from).filter((one) => one !== 'open');
    expect(leaders.length).toBeGreaterThan(1);
    for (const leader of new Set(leaders)) {
      const label = leader.split('+')[0]!;
      expect(time.split(label).length - 1, time).toBeGreaterThanOrEqual(1);
    }
  });

  it('says that nobody of several is shown to be ahead', () => {
    const tied = view(Object.fromEntries(sizes.map((id) => [id, same])));
    expect(adviceSentences(tied, 'Wait')[0]).toMatch(
      / take the least time (with|up to) [\d\u202f]+ workers, (neither|none of them) shown to be ahead/,
    );
  });

  it('says last what is not settled, and nothing else where nothing is', () => {
    const open: Verdict = { kind: 'not decided', reason: { kind: 'no-shared-round' } };
    const one = adviceSentences(view({ 'io/100': open }), 'Wait')[0];
    expect(one).toMatch(/; with 100 workers it is not settled\.$/);
    const none = adviceSentences(
      view(Object.fromEntries(sizes.map((id) => [id, open]))),
      'Wait',
    )[0];
    expect(none).toBe('Who takes the least time is not settled.');
  });

  it('leaves out what isn’t a question of the work, and is empty where nothing was measured', () => {
    expect(adviceSentences(view({}), 'Hold')).toEqual([
      expect.stringContaining('the least memory'),
    ]);
    const nothing = { ...view({}), report: { ...referenceView.report, which: [] } };
    expect(adviceSentences(nothing, 'Wait')).toEqual([]);
  });
});
