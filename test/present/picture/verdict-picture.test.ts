import { describe, expect, it } from 'vitest';
import { cutPieces, cutTo, shrinkTo, widthOf } from '../../../src/present/picture/fit.ts';
import { verdictPicture } from '../../../src/present/picture/verdict-picture.ts';
import type { DocumentView } from '../../../src/present/document.ts';
import type { Typeface } from '../../../src/typeface/inter.ts';
import { allRows } from '../../../src/present/verdicts/table.ts';
import { inventedCases } from '../../fixtures/ranked-session.ts';
import { rankedView } from '../ranked-sample.ts';
import { referenceView, withOpenLeads } from '../sample.ts';

/** Every letter is half as wide as high; there are no others than these. */
const typeface: Typeface = {
  width: (text, { size }) => (text.length * size) / 2,
  has: (text) => /^[\u0020-\u2fff]*$/.test(text),
};
const draw = (view: DocumentView): string => verdictPicture(view, typeface)!;
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((match) => match[1]!.replace(/<[^>]*>/g, ''));
const manyRows = {
  ...referenceView,
  report: {
    ...referenceView.report,
    verdicts: Array.from({ length: 20 }, () => referenceView.report.verdicts[0]!),
  },
};

describe('the picture of the verdicts', () => {
  it('names the report, the machine, the session and every row with its finding', () => {
    const said = texts(draw(referenceView));
    expect(said).toContain('Sample');
    expect(said.join('\n')).toContain(referenceView.sessions[0]!.id);
    for (const row of allRows(referenceView)) {
      expect(said).toContain(`${row.title} ${row.as}`);
      if (row.state === 'ahead') {
        const { larger, verb, amount, link, smaller } = row.words;
        expect(said).toContain(`${larger} ${verb} ${amount} ${link} ${smaller}`);
      }
    }
  });

  it('draws a lead that may not matter with an outlined interval, and says it', () => {
    const row = allRows(referenceView).find(({ state }) => state === 'ahead')!;
    const open = draw(withOpenLeads(referenceView, row.caseId));
    const intervals = (svg: string) => [...svg.matchAll(/<rect[^>]* rx="2"[^>]*>/g)].map(String);
    expect(texts(open).join('\n')).toContain(', may not matter');
    expect(intervals(open).some((one) => one.includes('fill="none" stroke="var(--c'))).toBe(true);
    expect(texts(draw(referenceView)).join('\n')).not.toContain('may not matter');
    expect(intervals(draw(referenceView)).some((one) => one.includes('fill="none"'))).toBe(false);
  });

  it('draws no number that is not finite, and is the same each time', () => {
    const svg = draw(referenceView);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(draw(referenceView)).toBe(svg);
  });

  it('is none where a text holds a letter that its font lacks', () => {
    const { report } = referenceView;
    const cases = [...referenceView.cases].map(
      ([id, one]) => [id, { ...one, title: '\u6d4b' }] as const,
    );
    const views: DocumentView[] = [
      { ...referenceView, report: { ...report, title: '\u6d4b\u8bd5' } },
      { ...referenceView, report: { ...report, others: 'Others \u{1f600}' } },
      { ...referenceView, cases: new Map(cases) },
    ];
    for (const view of views) expect(verdictPicture(view, typeface)).toBeUndefined();
  });

  it('says how many rows it leaves out, and keeps all within its height', () => {
    const svg = draw(manyRows);
    const left = allRows(manyRows).length - 11;
    expect(texts(svg)).toContain(`and ${left} more in the document`);
    const baselines = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.max(...baselines)).toBeLessThan(620);
  });
});

describe('the text of a column', () => {
  it('shrinks as little as the widest line needs, and never below the least', () => {
    expect(shrinkTo(100, [50, 80], 0.8)).toBe(1);
    expect(shrinkTo(100, [50, 125], 0.5)).toBe(0.8);
    expect(shrinkTo(100, [1000], 0.8)).toBe(0.8);
    expect(shrinkTo(100, [], 0.8)).toBe(1);
  });

  it('is cut with an ellipsis where it has to stay on one line', () => {
    const look = { size: 10 };
    expect(cutTo(1000, 'did not finish', look, typeface)).toBe('did not finish');
    const cut = cutTo(100, 'did not finish: memory reached its cap', look, typeface);
    expect(cut).toMatch(/^did .*…$/);
    expect(widthOf([{ text: cut, look }], typeface)).toBeLessThanOrEqual(100);
  });

  it('is cut where it is wider than its fair share of the line', () => {
    const pieces = ['a'.repeat(40), ' needs ', 'b'.repeat(9)].map((text) => ({
      text,
      look: { size: 10 },
    }));
    const said = (width: number) => cutPieces(width, pieces, typeface).map(({ text }) => text);
    expect(said(1000)).toEqual(pieces.map(({ text }) => text));
    expect(said(150)).toEqual([`${'a'.repeat(13)}…`, ' needs ', 'b'.repeat(9)]);
    expect(said(110)).toEqual(['aaaaaa…', ' needs ', 'bbbbbb…']);
  });
});

describe('the picture of a report without sides', () => {
  const view = rankedView(inventedCases, {
    verdicts: [
      { case: 'search/100', measure: 'wall', as: 'time', section: 's' },
      { case: 'serve/1000', measure: 'served', as: 'requests', section: 's' },
    ],
  });

  it('says who is first in each case and how far away the next one is, and of nobody that it is ahead', () => {
    const said = texts(draw(view));
    expect(said).toContain(
      'amber and 2 others are first; dogwood takes 1.48 times as long as amber',
    );
    expect(said).toContain('amber is first; it serves 1.40 times as many as birch');
    expect(said.join(' ')).not.toContain('ahead');
  });

  it('hangs a first that is alone at "equal" and several as a ring, each with the next right of it', () => {
    const svg = draw(view);
    const ring = [...svg.matchAll(/<circle transform="translate\(([\d.]+) [\d.]+\)"/g)];
    const marks = [...svg.matchAll(/<path transform="translate\(([\d.]+) [\d.]+\) scale/g)];
    const at = (matches: readonly RegExpMatchArray[]) => matches.map((one) => Number(one[1]));
    expect(ring).toHaveLength(1);
    expect(marks).toHaveLength(3);
    const [equal] = at(ring);
    expect(at(marks).filter((x) => x === equal)).toHaveLength(1);
    expect(at(marks).filter((x) => x > equal!)).toHaveLength(2);
  });
});
