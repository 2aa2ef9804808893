import { describe, expect, it } from 'vitest';
import { changedNumbers, countNumbers } from '../../src/present/changed-numbers.ts';
import type { DocumentView } from '../../src/present/document.ts';
import { measured, referenceView } from './sample.ts';

/** The reference as another session, with this wall time of the first contestant of io/100. */
function otherSession(wallNs: number | undefined): DocumentView {
  const original = measured(referenceView, 'io/100');
  const [first, ...rest] = original.result.contestants;
  const { wall, ...others } = first!.estimates;
  const estimates =
    wallNs === undefined ? others : { ...others, wall: { ...wall!, point: wallNs } };
  const contestants = [{ ...first!, estimates }, ...rest];
  const changed = { ...original, result: { ...original.result, contestants } };
  const [session] = referenceView.sessions;
  return {
    ...referenceView,
    sessions: [{ ...session!, seal: { records: 1, sha256: 'another' } }],
    cases: new Map([...referenceView.cases, ['io/100', changed]]),
  };
}

const first = measured(referenceView, 'io/100').result.contestants[0]!;

describe('changed numbers', () => {
  it('are none for one session, and for two whose medians print alike', () => {
    expect(changedNumbers(referenceView, referenceView)).toEqual([]);
    const same = otherSession(first.estimates['wall']!.point! + 1);
    expect(changedNumbers(referenceView, same)).toEqual([]);
  });

  it('are told with both texts, by case, measure and contestant', () => {
    const [change, ...more] = changedNumbers(
      referenceView,
      otherSession(first.estimates['wall']!.point! * 2),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({ caseId: 'io/100', measure: { id: 'wall' } });
    expect(change!.mark.contestant).toBe(first.id);
    expect(change!.before).not.toBe(change!.after);
  });

  it('have one text where only one of the two has the median', () => {
    const gone = otherSession(undefined);
    expect(changedNumbers(referenceView, gone)).toMatchObject([{ caseId: 'io/100' }]);
    expect(changedNumbers(referenceView, gone)[0]).not.toHaveProperty('after');
    expect(changedNumbers(gone, referenceView)[0]).not.toHaveProperty('before');
  });

  it('are counted over all measured cases', () => {
    const all = [...referenceView.cases.values()].flatMap((one) =>
      one.state === 'measured' ? one.result.contestants : [],
    );
    const medians = all.flatMap(({ estimates }) => Object.values(estimates));
    expect(countNumbers(referenceView)).toBe(medians.length);
    expect(medians.length).toBeGreaterThan(100);
  });
});
