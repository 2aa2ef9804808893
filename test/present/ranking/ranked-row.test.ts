import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/analyse/types.ts';
import { caseOf, type DocumentView, type MeasuredCase } from '../../../src/present/document.ts';
import { rankedRow } from '../../../src/present/ranking/ranked-row.ts';
import type { Ranked, RankedRow } from '../../../src/present/ranking/row.ts';
import { inventedCases, type InventedCase } from '../../fixtures/ranked-session.ts';
import { rankedView } from '../ranked-sample.ts';

const view = rankedView(inventedCases);
const rowOf = (document: DocumentView, id: string, measure: string | [string, string]): RankedRow =>
  rankedRow(document, { case: id, measure, as: 'x', section: 's' }, caseOf(document, id, 'here'));
const ranked = (document: DocumentView, id: string, measure: string | [string, string]): Ranked => {
  const row = rowOf(document, id, measure);
  if (row.state !== 'ranked') throw new Error(`${id} has no ranking: ${row.state}`);
  return row;
};

const measuredIn = (document: DocumentView, id: string): MeasuredCase => {
  const aCase = document.cases.get(id);
  if (aCase?.state !== 'measured') throw new Error(`${id} was not measured`);
  return aCase;
};

/** A case of these medians in ms, and nothing else. */
const caseOfTimes = (
  times: Readonly<Record<string, number>>,
  more: Partial<InventedCase['contestants'][string]> = {},
): DocumentView => {
  const contestants = Object.fromEntries(
    Object.entries(times).map(([id, wallMs]) => [id, { wallMs, ...more }]),
  );
  return rankedView([{ id: 'own/1', parameters: { requests: 1 }, contestants }]);
};

describe('a row of a ranking', () => {
  it('gives each contestant its place, shared ones as a range', () => {
    const { entries } = ranked(view, 'search/100', 'wall');
    expect(entries.map(({ mark, place }) => `${place} ${mark.contestant}`)).toEqual([
      '1–3 amber',
      '1–3 birch',
      '1–3 cedar',
      '4–5 dogwood',
      '4–5 elm',
      '6 fir',
    ]);
    expect(entries.map(({ begins }) => begins)).toEqual([true, false, false, true, false, true]);
  });

  it('says what the least is that matters', () => {
    expect(ranked(view, 'search/100', 'wall').matters).toBe('2%');
    expect(ranked(view, 'search/100', ['wall', 'served']).matters).toBe('2%');
  });

  it('tells each against the first, and why it shares a place with the best of its group', () => {
    const { entries } = ranked(view, 'search/100', 'wall');
    const told = new Map(entries.map((entry) => [entry.mark.contestant, entry]));
    expect(told.get('amber')?.against).toBeUndefined();
    expect(told.get('birch')?.against).toMatchObject({ state: 'tie', isSame: true });
    expect(told.get('cedar')?.against).toMatchObject({ state: 'ahead', mattering: 'open' });
    // 25.4 / 8.2 is 3.098.
    expect(told.get('fir')?.against).toMatchObject({
      state: 'ahead',
      mattering: 'shown',
      words: { larger: 'fir', amount: '3.10 times as long', smaller: 'amber' },
    });
    expect(told.get('elm')?.tie).toBe('beside dogwood: no difference that matters');
    expect(told.get('dogwood')?.tie).toBe('');
  });

  it('hangs who is behind right of "equal", also where more is better', () => {
    for (const measure of ['wall', 'served']) {
      const { entries } = ranked(view, 'serve/1000', measure);
      const ratios = entries
        .slice(1)
        .map(({ against }) => (against && 'ratio' in against ? against.ratio?.point : undefined));
      ratios.forEach((ratio, index) => expect(ratio).toBeCloseTo(1.4 ** (index + 1), 0));
      expect(entries.map(({ mark }) => mark.contestant)[0]).toBe('amber');
    }
  });

  it('hangs and prints the same interval where the paired ratio lies on the other side than the medians', () => {
    for (const measure of ['wall', 'served']) {
      const even = caseOfTimes({ amber: 10, birch: 10.01 });
      const [first] = ranked(even, 'own/1', measure).entries;
      // Against the first: 0.9 to 2 by wall time, and so the inverse by what is served.
      const [lower, upper] = measure === 'wall' ? [0.904, 2.076] : [1 / 2.076, 1 / 0.904];
      const ratio = {
        point: measure === 'wall' ? 0.977 : 1 / 0.977,
        lower,
        upper,
        level: 0.99,
        n: 21,
      };
      const comparison: Comparison = {
        measure,
        a: first.mark.contestant === 'amber' ? 'birch' : 'amber',
        b: first.mark.contestant,
        ratio,
        difference: null,
        pairs: 21,
        voidPairs: 0,
        blocks: [0],
        verdict: { kind: 'no difference shown', because: 'interval' },
      };
      const aCase = measuredIn(even, 'own/1');
      const result = { ...aCase.result, comparisons: [comparison] };
      const turned = { ...even, cases: new Map([['own/1', { ...aCase, result }]]) };
      const against = ranked(turned, 'own/1', measure).entries[1]!.against;
      expect(against).toMatchObject({ state: 'tie', interval: '0.904–2.076' });
      expect(against && 'ratio' in against && against.ratio?.upper).toBeCloseTo(2.076);
    }
  });

  it('names those without a place last, those that ran before those that did not, with the reason', () => {
    const { unplaced } = ranked(view, 'search/100', 'wall');
    expect(unplaced).toMatchObject([
      { mark: { contestant: 'ginkgo' }, sign: '✕', runs: '19' },
      { mark: { contestant: 'hazel' }, sign: '–', runs: '0' },
    ]);
    expect(unplaced[0]!.why).toContain('19 of 21 finished');
    expect(unplaced[1]!.why).toBe('not available on this machine: no program of that name on PATH');
  });

  it('is none where nobody finished, with the reasons', () => {
    const row = rowOf(caseOfTimes({ amber: 1, birch: 2 }, { stopped: 'all' }), 'own/1', 'wall');
    expect(row).toMatchObject({
      state: 'nobody',
      chip: 'no contestant has a result in all its runs',
    });
    expect(row.state === 'nobody' && row.unplaced).toHaveLength(2);
  });

  it('is none where the case was not measured', () => {
    const absent = rankedView(inventedCases, { cases: { 'other/1': { title: 'Other' } } });
    expect(rowOf(absent, 'other/1', 'wall').state).toBe('absent');
  });

  it('gives each of twenty contestants a look of its own', () => {
    const names = Array.from({ length: 20 }, (_, index) => `tree-${index + 10}`);
    const many = caseOfTimes(Object.fromEntries(names.map((name, index) => [name, 10 + index])));
    const { entries } = ranked(many, 'own/1', 'wall');
    const looks = entries.map(
      ({ mark: { slot, hollow = false, number = 1 } }) => `${slot} ${hollow} ${number}`,
    );
    expect(entries).toHaveLength(20);
    expect(new Set(looks).size).toBe(20);
  });
});

describe('who is first', () => {
  it('is said with its value and the distance to the next one', () => {
    expect(ranked(caseOfTimes({ birch: 30, amber: 10 }), 'own/1', 'wall').standing).toMatchObject({
      kind: 'alone',
      who: 'amber is first',
      value: '10.0\u00a0ms',
      next: 'birch, next, takes 3.00 times as long',
    });
  });

  it('is told from the larger side where more is better, in the words of the measure', () => {
    const { standing } = ranked(caseOfTimes({ birch: 30, amber: 10 }), 'own/1', 'served');
    expect(standing).toMatchObject({
      kind: 'alone',
      who: 'amber is first',
      next: 'it serves 3.00 times as many requests per second as birch, next',
    });
    expect(standing.value).toMatch(/^\d+(\.\d)?\u00a0per\u00a0second$/);
    expect(JSON.stringify(standing)).not.toContain('erving');
  });

  it('is said to be several where they are the same', () => {
    const two = ranked(view, 'search/1000', 'wall').standing;
    expect(two).toMatchObject({ kind: 'same', next: '', value: '' });
    expect(two.who).toMatch(/^\w+ and \w+ are first, the same to within 2%$/);
    const three = caseOfTimes({ amber: 100, birch: 100.01, cedar: 100.02, dogwood: 200 });
    const { who, next } = ranked(three, 'own/1', 'wall').standing;
    const [, first] = /^\w+, \w+ and \w+ are first, all the same as (\w+) to within 2%$/.exec(who)!;
    expect(next).toMatch(new RegExp(`^dogwood, next, takes 2.00 times as long as ${first}$`));
  });

  it('is said to be several where none is shown to be behind by what matters', () => {
    const { standing } = ranked(caseOfTimes({ amber: 100, birch: 102 }), 'own/1', 'wall');
    expect(standing).toMatchObject({
      kind: 'not shown',
      who: 'amber and birch are first, neither shown to be ahead by what matters',
      brief: { who: 'amber and birch are first', next: '' },
    });
  });

  it('is said to be of those with a place, where one without may be better', () => {
    expect(ranked(view, 'search/100', 'wall').standing.who).toBe(
      'amber, birch and cedar are first of those with a place, none shown to be behind amber by what matters',
    );
  });

  it('is nothing to be proud of where no other one has a place', () => {
    const { standing } = ranked(caseOfTimes({ amber: 10 }), 'own/1', 'wall');
    expect(standing).toMatchObject({ kind: 'unrivalled', who: 'only amber has a place', next: '' });
  });
});

describe('after two contestants have changed places', () => {
  const pairs = [
    ['amber', 'fir'],
    ['amber', 'birch'],
    ['cedar', 'dogwood'],
    ['elm', 'ginkgo'],
  ] as const;

  it.each(pairs)('all that is said of %s is said of %s, and the other way round', (x, y) => {
    const swapped = rankedView(inventedCases, {}, { [x]: y, [y]: x });
    const exchange = (text: string): string =>
      text.replace(/\b[a-z]+\b/g, (word) => ({ [x]: y, [y]: x })[word] ?? word);
    for (const measure of ['wall', 'served', ['peakTree', 'peakProcess'] as [string, string]]) {
      const [before, after] = [view, swapped].map((one) =>
        said(ranked(one, 'search/100', measure)),
      );
      expect(after).toEqual(before!.map(exchange).sort());
      expect(after).not.toEqual(before);
    }
  });
});

/** Each place, finding and reason as a line, in the order of the letters. */
function said({ standing, entries, unplaced }: Ranked): string[] {
  const lines = entries.map(({ mark, place, median, interval, against, tie }) => {
    const words = against?.state === 'ahead' ? Object.values(against.words).join(' ') : '';
    const chip = against && 'chip' in against ? against.chip : '';
    return [place, mark.label, median, interval, words, chip, against?.also ?? '', tie].join(' | ');
  });
  const left = unplaced.map(({ mark, why, runs }) => `– ${mark.label} ${why} ${runs}`);
  return [standing.who, standing.value, standing.next, ...lines, ...left].sort();
}
