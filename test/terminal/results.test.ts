import { describe, expect, it } from 'vitest';
import { notRun } from '../../src/present/results/notes.ts';
import { resultTable } from '../../src/present/results/table.ts';
import { resultLines } from '../../src/terminal/results.ts';
import { realCase, realCases } from '../fixtures/real-session.ts';

const linesOf = (cases: typeof realCases, width?: number): string[] =>
  resultLines(
    cases.flatMap((aCase) => aCase.definition.measures.map((one) => resultTable(aCase, one))),
    notRun(cases),
    width,
  );

/** What a terminal shows: colours add no width. */
const plain = (line: string): string => line.replaceAll(/\u001b\[\d+m/g, '');

describe('results in a terminal', () => {
  it('have no line wider than 80 columns, for every case and measure of a real session', () => {
    const wide = linesOf(realCases)
      .map(plain)
      .filter((line) => line.length > 80);
    expect(wide).toEqual([]);
  });

  it('stand in columns under their head', () => {
    const aCase = realCase('startup/imports');
    const [measure] = aCase.definition.measures;
    const lines = resultLines([resultTable(aCase, measure!)], []).map((line) =>
      plain(line).replaceAll('\u00a0', ' '),
    );
    expect(lines.slice(0, 4)).toEqual([
      'startup/imports  Wall time, 21 runs each. Less is better.',
      '  duso             8.7 ms  8.3–9.2                    best',
      '  python-requests  265 ms  255–291  +256 ms  244–286  behind',
      '  python-aiohttp   369 ms  337–396  +361 ms  324–391  behind',
    ]);
  });

  it('leave out the intervals of the ratios, and never a name, where the terminal is narrow', () => {
    const lines = linesOf([realCase('cpu/20')], 50).map(plain);
    const line = lines.find((one) => one.includes('python-processes-jit'));
    expect(line).toMatch(/best$/);
    expect(lines.find((one) => one.includes('python-threads'))).not.toContain('2.11–2.59');
  });

  it('end with how to read them', () => {
    const text = linesOf([realCase('cpu/20')])
      .map(plain)
      .join(' ');
    expect(text).toContain('Medians with 95% intervals; then the ratio (×)');
  });
});
