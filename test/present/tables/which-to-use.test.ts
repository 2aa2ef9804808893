import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/analyse/types.ts';
import type { DocumentView, MeasuredCase } from '../../../src/present/document.ts';
import type { WhichChoice } from '../../../src/present/report.ts';
import { whichRows, type WhichCell } from '../../../src/present/tables/which-to-use.ts';
import { measured, referenceView } from '../sample.ts';

const choosing = (which: WhichChoice[], cases = referenceView.cases): DocumentView => ({
  ...referenceView,
  cases,
  report: { ...referenceView.report, which },
});
const waiting: WhichChoice = {
  words: 'Wait for a server',
  scenario: 'io',
  time: 'wall',
  memory: 'peakTree',
};

/** The case with these verdicts of every pair by a measure. */
function with_(id: string, measure: string, verdict: Verdict): DocumentView {
  const aCase = measured(referenceView, id);
  const comparisons = aCase.result.comparisons.map((one) =>
    one.measure === measure ? { ...one, verdict } : one,
  );
  const changed: MeasuredCase = { ...aCase, result: { ...aCase.result, comparisons } };
  return choosing([waiting], new Map([...referenceView.cases, [id, changed]]));
}
const cellOf = (view: DocumentView, id: string, place: 0 | 1): WhichCell =>
  whichRows(view).find(({ caseId }) => caseId === id)!.cells[place]!;

describe('which to use when', () => {
  it('has a row a size, the smallest first, of what was measured', () => {
    const rows = whichRows(choosing([waiting]));
    expect(rows.map(({ work, size }) => `${work}, ${size}`)).toEqual([
      'Wait for a server, 100 workers',
      'Wait for a server, 1000 workers',
      'Wait for a server, 10\u202f000 workers',
    ]);
  });

  it('names who has the least median of all contestants, where it is ahead of each', () => {
    for (const { caseId, cells } of whichRows(choosing([waiting]))) {
      const { contestants } = measured(referenceView, caseId).result;
      for (const [index, id] of ['wall', 'peakTree'].entries()) {
        const cell = cells[index]!;
        if (cell?.state !== 'best') continue;
        const medians = contestants
          .filter((one) => one.finished === one.attempted && one.controlOf === undefined)
          .map((one) => [one.estimates[id]?.point ?? Infinity, one.id] as const)
          .sort(([a], [b]) => a - b);
        expect(cell.marks.map(({ contestant }) => contestant)).toEqual([medians[0]![1]]);
      }
    }
  });

  it('names a tie group where nobody is shown to be ahead', () => {
    const even: Verdict = { kind: 'no difference shown', because: 'interval' };
    const cell = cellOf(with_('io/100', 'wall', even), 'io/100', 0);
    expect(cell).toMatchObject({ state: 'tie', mayNotMatter: false });
    expect(cell.state === 'tie' && cell.marks.length).toBe(5);
  });

  it('says where a lead may not matter', () => {
    const { comparisons } = measured(referenceView, 'io/100').result;
    const open = comparisons.map((one) => {
      const { verdict } = one;
      const isLead = verdict.kind === 'less' || verdict.kind === 'more';
      return isLead ? { ...one, verdict: { ...verdict, matters: 'open' as const } } : one;
    });
    const aCase = measured(referenceView, 'io/100');
    const changed = { ...aCase, result: { ...aCase.result, comparisons: open } };
    const view = choosing([waiting], new Map([...referenceView.cases, ['io/100', changed]]));
    expect(cellOf(view, 'io/100', 1)).toMatchObject({ mayNotMatter: true });
  });

  it('is not settled where a comparison is not decided, with the reason', () => {
    const reason = { kind: 'few-pairs', pairs: 3, needed: 8 } as const;
    const view = with_('io/100', 'wall', { kind: 'not decided', reason });
    expect(cellOf(view, 'io/100', 0)).toEqual({
      state: 'open',
      words: '3 rounds to compare, 8 are needed',
    });
  });

  it('is not settled where two ways to count memory name two leaders', () => {
    const view = choosing([{ ...waiting, memory: ['peakTree', 'wall'] }]);
    const cells = whichRows(view).map(({ cells: [, memory] }) => memory);
    expect(cells).toContainEqual({ state: 'open', words: 'depends on how it is counted' });
  });

  it('has the title of a case that stands alone', () => {
    const [row] = whichRows(
      choosing([{ words: 'Wait', case: 'io/100', time: 'wall', memory: 'peakTree' }]),
    );
    expect(row?.size).toBe('I/O, 100 workers');
  });
});
