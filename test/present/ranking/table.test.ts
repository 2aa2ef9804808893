import { describe, expect, it } from 'vitest';
import { rankedOutcome, rankedRows, scaleOfRows } from '../../../src/present/ranking/table.ts';
import { beamMark, rankingBeam } from '../../../src/present/verdicts/beam.ts';
import { inventedCases } from '../../fixtures/ranked-session.ts';
import { rankedView } from '../ranked-sample.ts';

const rows = rankedRows(
  rankedView(inventedCases, {
    verdicts: [
      { case: 'search/100', measure: 'wall', as: 'time', section: 'search' },
      { case: 'serve/1000', measure: 'wall', as: 'time', section: 'serve' },
      { case: 'serve/1000', measure: 'served', as: 'requests', section: 'serve' },
      { case: 'search/1000', measure: 'wall', as: 'time', section: 'both' },
      { case: 'serve/1000', measure: 'wall', as: 'time', section: 'both' },
    ],
  }),
);

describe('the table of a report without sides', () => {
  it('has its rows in the order of the front matter', () => {
    expect(rows.map(({ caseId }) => caseId)).toEqual([
      'search/100',
      'serve/1000',
      'serve/1000',
      'search/1000',
      'serve/1000',
    ]);
  });

  it('tells the contents who is first in a section, alone or with others, and on what that depends', () => {
    expect(rankedOutcome(rows, 'serve')).toMatchObject({
      kind: 'ahead',
      mark: { contestant: 'amber' },
    });
    expect(rankedOutcome(rows, 'both')).toEqual({ kind: 'mixed', on: 'case' });
    expect(rankedOutcome(rows, 'search')).toEqual({
      kind: 'tied',
      words: 'amber and 2 others are first',
    });
    expect(rankedOutcome(rows, 'other')).toBeUndefined();
  });

  it('has one scale, on which no contestant leaves the beam', () => {
    const scale = scaleOfRows(rows);
    // The last of eleven lies 1.4 to the power of 10 behind, which is 28.9.
    expect(scale.ticks.map(({ label }) => label)).toEqual(['equal', '3×', '10×', '30×']);
    for (const row of rows) {
      if (row.state !== 'ranked') throw new Error('a row has no ranking');
      for (const { against } of row.entries) {
        const ratio = against && 'ratio' in against ? against.ratio : null;
        expect(ratio && beamMark(ratio, scale)?.beyond).toBeFalsy();
      }
    }
  });
});

describe('the scale of a ranking', () => {
  const ratio = (point: number) => ({ point, lower: point, upper: point, level: 0.99, n: 21 });

  it('ends at the next round number, and says so', () => {
    const ends = [1, 2.9, 3.1, 28, 90, 900].map(
      (most) => rankingBeam([ratio(most), null]).ticks.at(-1)!.label,
    );
    expect(ends).toEqual(['3×', '3×', '10×', '30×', '100×', '1000×']);
  });

  it('points beyond its end for what is farther away than any scale', () => {
    const far = ratio(50_000);
    expect(beamMark(far, rankingBeam([far]))).toMatchObject({ beyond: 'right', x: 96 });
  });
});
