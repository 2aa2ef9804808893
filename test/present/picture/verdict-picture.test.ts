import { describe, expect, it } from 'vitest';
import { cutTo, shrinkTo, widthOf } from '../../../src/present/picture/fit.ts';
import { verdictPicture } from '../../../src/present/picture/verdict-picture.ts';
import { allRows } from '../../../src/present/verdict-table.ts';
import { referenceView } from '../sample.ts';

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
    const said = texts(verdictPicture(referenceView));
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

  it('draws no number that is not finite, and is the same each time', () => {
    const svg = verdictPicture(referenceView);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(verdictPicture(referenceView)).toBe(svg);
  });

  it('says how many rows it leaves out, and keeps all within its height', () => {
    const svg = verdictPicture(manyRows);
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
    expect(cutTo(1000, 'did not finish', 17)).toBe('did not finish');
    const cut = cutTo(100, 'did not finish: memory reached its cap', 17);
    expect(cut).toMatch(/^did .*…$/);
    expect(widthOf([{ text: cut, size: 17 }])).toBeLessThanOrEqual(100);
  });
});
