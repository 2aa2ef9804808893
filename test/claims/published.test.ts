import { describe, expect, it } from 'vitest';
import { auditFigures, countStatuses } from '../../src/claims/audit/audit.ts';
import { parsePublished, readPublished } from '../../src/claims/published.ts';
import { parseQuantity } from '../../src/quantity/quantity.ts';
import { aCase, comparison, contestant, growth } from './audit-results.ts';

const io = aCase('io/100', {
  contestants: [
    contestant('a', { estimates: { wall: [5, 4.9, 5.1], peak: [28e6, 27e6, 28.6e6] } }),
    contestant('b', { estimates: { wall: [15, 14.9, 15.1] } }),
    contestant('c', { finished: 0, attempted: 12 }),
    contestant('d', { attempted: 0, finished: 0 }),
  ],
  comparisons: [
    comparison('wall', 'a', 'b', 'less', [0.31, 0.3, 0.32]),
    comparison('peak', 'a', 'b', 'less', [0.5, 0.49, 0.51]),
    comparison('cpu', 'a', 'b', 'more', [2, 1.9, 2.1]),
    comparison('size', 'a', 'b', 'no difference shown', [1, 0.9, 1.1]),
    comparison('load', 'a', 'b', 'not decided', [1, 0.9, 1.1]),
  ],
});
const more = aCase('io/1000', {
  contestants: [contestant('a', { estimates: { wall: [8, 7.8, 8.2] } })],
  comparisons: [],
});
const memory = growth(
  'memory',
  'peak',
  [['a', [600, 500, 700]]],
  [comparison('peak', 'a', 'b', 'less', null)],
);

/** published.yaml with one figure, its fields as YAML. */
const text = (fields: string): string =>
  `title: A\nconditions: B\nfigures:\n  x: { section: S, quote: 'takes 3.2x, ~29 MB and 0.5% of 1,000', ${fields} }\n`;
const row = (fields: string, cases = [io], growths = [memory]) =>
  auditFigures(parsePublished(text(fields), 'published.yaml').figures, {
    cases,
    growth: growths,
  })[0]!;

describe('a published figure as printed', () => {
  it.each([
    ['3.2x', { unit: 'ratio', low: 3.15, high: 3.25 }],
    ['29 MB', { unit: 'bytes', low: 28.5e6, high: 29.5e6 }],
    ['~11 s', { unit: 'ns', low: 9.9e9, high: 12.1e9 }],
    ['20-50 MB', { unit: 'bytes', low: 19.5e6, high: 50.5e6 }],
    ['3,288 ms', { unit: 'ns', low: 3287.5e6, high: 3288.5e6 }],
    ['0.5%', { unit: 'share', low: 0.0045, high: 0.0055 }],
  ])('%s leaves open what its digits leave open', (printed, { unit, low, high }) => {
    const found = parseQuantity(printed)!;
    expect(found.unit).toBe(unit);
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });

  it.each([
    ['7 ns', 'ns', 7],
    ['7 µs', 'ns', 7e3],
    ['7 ms', 'ns', 7e6],
    ['7 s', 'ns', 7e9],
    ['7 min', 'ns', 420e9],
    ['7 B', 'bytes', 7],
    ['7 kB', 'bytes', 7e3],
    ['7 KB', 'bytes', 7e3],
    ['7 MB', 'bytes', 7e6],
    ['7 GB', 'bytes', 7e9],
    ['7 MB/s', 'bytes/s', 7e6],
    ['7 cores', 'cores', 7],
    ['7x', 'ratio', 7],
    ['7%', 'share', 0.07],
    ['20-50 MB', 'bytes', 35e6],
  ])('%s is read in its unit, a range by its middle', (printed, unit, value) => {
    expect(parseQuantity(printed)).toMatchObject({ unit, value });
  });

  it.each([
    // A tenth of each end, or half of the coarser last digit: whichever is more.
    ['~20-50 MB', 18e6, 55e6],
    ['~1.5-2 s', 1e9, 2.5e9],
    ['~0.2 s', 0.15e9, 0.25e9],
    ['~1,000 ms', 900e6, 1100e6],
  ])('%s leaves open a tenth, and not less than its digits', (printed, low, high) => {
    const found = parseQuantity(printed)!;
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('is nothing without a unit that is known', () => {
    expect(parseQuantity('3.2')).toBeUndefined();
    for (const unit of ['parsecs', 'constructor', 'toString', '__proto__'])
      expect(parseQuantity(`3 ${unit}`)).toBeUndefined();
  });
});

describe('the decision on a published ratio', () => {
  const ratio = (compare: string, on: string, figure = '3.2x') =>
    row(`figure: ${figure}, test: { as: ratio, in: io/100, compare: [${compare}], on: ${on} }`);

  it('is "reproduced" if the verdict is on its side and the figure touches the 99% interval', () => {
    expect(ratio('b, a', 'wall')).toMatchObject({
      status: 'reproduced',
      detail: 'side and size hold',
    });
  });

  it('is "not reproduced: right side, wrong size" if the figure lies outside the interval', () => {
    expect(ratio('b, a', 'peak')).toMatchObject({
      status: 'not reproduced',
      detail: 'right side, wrong size',
    });
  });

  it('is "not reproduced: the other side" if the verdict is the opposite', () => {
    expect(ratio('b, a', 'cpu')).toMatchObject({
      status: 'not reproduced',
      detail: 'the other side',
    });
    expect(ratio('a, b', 'wall')).toMatchObject({
      status: 'not reproduced',
      detail: 'the other side',
    });
  });

  it('is "not reproduced" where no difference is shown, and "not tested" where nothing is decided or compared', () => {
    expect(ratio('b, a', 'size')).toMatchObject({
      status: 'not reproduced',
      detail: 'no difference shown',
    });
    expect(ratio('b, a', 'load').status).toBe('not tested');
    expect(ratio('b, a', 'other')).toMatchObject({
      status: 'not tested',
      why: {
        kind: 'not-compared-in',
        case: 'io/100',
        compared: { contestants: ['b', 'a'], measure: 'other' },
      },
    });
  });
});

describe('the decision on other published figures', () => {
  it('takes a value as reproduced if it touches the 95% interval of the median', () => {
    const value = (figure: string, on: string) =>
      row(`figure: ${figure}, test: { as: value, in: io/100, of: a, on: ${on} }`);
    expect(value('~29 MB', 'peak').status).toBe('reproduced');
    expect(value('29 MB', 'peak').status).toBe('reproduced');
    const high = aCase('io/100', {
      contestants: [contestant('a', { estimates: { peak: [20e6, 19e6, 21e6] } })],
      comparisons: [],
    });
    expect(
      row('figure: 29 MB, test: { as: value, in: io/100, of: a, on: peak }', [high]),
    ).toMatchObject({ status: 'not reproduced', detail: 'measured: less' });
  });

  it.each([
    // 29 MB stands for 28.5 to 29.5 MB.
    [[30e6, 29.5e6, 31e6], 'reproduced', 'the size holds'],
    [[30e6, 29.51e6, 31e6], 'not reproduced', 'measured: more'],
    [[28e6, 27e6, 28.5e6], 'reproduced', 'the size holds'],
    [[28e6, 27e6, 28.49e6], 'not reproduced', 'measured: less'],
    [[30e6, 29e6, null], 'reproduced', 'the size holds'],
    [[31e6, 30e6, null], 'not reproduced', 'measured: more'],
    [[null, null, null], 'not reproduced', 'measured: more'],
  ] as const)('sets 29 MB beside a median of %j: %s', (peak, status, detail) => {
    const measured = aCase('io/100', {
      contestants: [contestant('a', { estimates: { peak } })],
      comparisons: [],
    });
    const test = 'figure: 29 MB, test: { as: value, in: io/100, of: a, on: peak }';
    expect(row(test, [measured])).toMatchObject({ status, detail });
  });

  it.each([
    [[1, 2, 3], [3.5, 3.1, 4], 'it rises'],
    [[2, 1, 3], [3.5, 3, 4], 'no rise shown'],
    [[2, 1, 3], [null, null, null], 'it rises'],
    [[2, 1, null], [null, null, null], 'no rise shown'],
    [[null, null, null], [2, 1, 3], 'it falls'],
    [[3.5, 3, 4], [2, 1, 3], 'no rise shown'],
  ] as const)('takes %j and then %j for: %s', (first, second, detail) => {
    const cases = [first, second].map((wall, index) =>
      aCase(`io/${index}`, {
        contestants: [contestant('a', { estimates: { wall } })],
        comparisons: [],
      }),
    );
    const test = 'test: { as: rises, in: [io/0, io/1], of: a, on: wall }';
    expect(row(test, cases)).toMatchObject({ detail });
  });

  it.each([
    [[0.31, 0.3, 0.4], '0.4x', 'side and size hold'],
    [[0.31, 0.3, 0.34], '0.4x', 'right side, wrong size'],
    [[0.31, 0.46, 0.5], '0.4x', 'right side, wrong size'],
    [[0.31, 0.3, 0.32], '1.0x', 'right side, wrong size'],
    [[0.31, 0.3, 0.32], '1.1x', 'the other side'],
  ] as const)('sets a ratio of %j beside %s: %s', (ratio, figure, detail) => {
    const measured = aCase('io/100', {
      contestants: [],
      comparisons: [comparison('wall', 'a', 'b', 'less', ratio)],
    });
    const found = auditFigures(
      parsePublished(
        text(
          `figure: ${figure}, test: { as: ratio, in: io/100, compare: [a, b], on: wall }`,
        ).replace('3.2x', figure),
        'published.yaml',
      ).figures,
      { cases: [measured], growth: [] },
    );
    expect(found[0]).toMatchObject({ detail });
  });

  it('says in few words what holds instead', () => {
    const side = (as: string, on: string) =>
      row(`test: { as: ${as}, in: io/100, compare: [a, b], on: ${on} }`);
    expect(side('less', 'cpu')).toMatchObject({ detail: 'the other side' });
    expect(side('less', 'size')).toMatchObject({ detail: 'no difference shown' });
    expect(side('less', 'load')).toMatchObject({
      status: 'not tested',
      why: { kind: 'few-pairs', pairs: 3, needed: 8 },
    });
    expect(side('less', 'wall')).toMatchObject({ detail: 'it holds' });
    const alike = aCase('io/100', {
      contestants: [],
      comparisons: [comparison('wall', 'a', 'b', 'same', [1, 0.99, 1.01])],
    });
    const test = (as: string) => `test: { as: ${as}, in: io/100, compare: [b, a], on: wall }`;
    expect(row(test('same'), [alike])).toMatchObject({
      status: 'reproduced',
      detail: 'no difference that matters',
    });
    expect(row(test('less'), [alike])).toMatchObject({ detail: 'no difference that matters' });
  });

  it('names the largest size of a growth that was compared, and none where there were no two', () => {
    const test = 'test: { as: less, over: memory, compare: [a, b], on: peak }';
    const place = { scenario: 'memory', to: 1000 };
    expect(row(test)).toMatchObject({ evidence: { place } });
    const comparisons = memory.comparisons.map((one) => ({ ...one, from: 0, to: 0 }));
    expect(row(test, [io], [{ ...memory, comparisons }])).not.toHaveProperty('evidence');
    const other = { ...memory.comparisons[0]!, b: 'c', to: 10_000 };
    const both = { ...memory, comparisons: [...memory.comparisons, other] };
    expect(row(test, [io], [both])).toMatchObject({ evidence: { place } });
    expect(row(test, [io], [])).toMatchObject({
      status: 'not tested',
      why: { kind: 'growth-without-runs', scenario: 'memory' },
    });
  });

  it('says of a value whether its contestant was not run, or not measured', () => {
    const value = (of: string, on: string) =>
      row(`figure: 29 MB, test: { as: value, in: io/100, of: ${of}, on: ${on} }`).why;
    expect(value('d', 'peak')).toEqual({ kind: 'not-run-in', contestant: 'd', case: 'io/100' });
    expect(value('nobody', 'peak')).toMatchObject({ kind: 'not-run-in', contestant: 'nobody' });
    expect(value('b', 'peak')).toEqual({
      kind: 'not-measured-in',
      contestant: 'b',
      measure: 'peak',
      case: 'io/100',
    });
  });

  it('sets what was measured beside what contradicts itself, and decides nothing by it', () => {
    const fields = 'contradicts: y, test: { as: finished, in: io/100, of: a }';
    const two = `${text(fields)}  y: { section: S, quote: q, untestable: so }\n`;
    const [found] = auditFigures(parsePublished(two, 'published.yaml').figures, {
      cases: [io],
      growth: [],
    });
    expect(found).toMatchObject({ status: 'contradicts itself', evidence: { kind: 'runs' } });
    expect(countStatuses([{ status: 'not tested' }]).at(-1)).toEqual({
      status: 'not tested',
      count: 1,
    });
  });

  it('says of a slope that was not measured that it is not tested', () => {
    const slope = (of: string, growths = [memory]) =>
      row(`figure: ~29 MB, test: { as: value, over: memory, of: ${of}, on: peak }`, [io], growths);
    for (const found of [slope('b'), slope('a', [])])
      expect(found).toMatchObject({ status: 'not tested' });
  });

  it('takes a slope for each further worker like a value', () => {
    expect(row('figure: ~29 MB, test: { as: value, over: memory, of: a, on: peak }')).toMatchObject(
      { status: 'not reproduced', detail: 'measured: less' },
    );
  });

  it('takes a share of a stated total as a percentage', () => {
    const share = (total: string) =>
      row(`figure: 0.5%, test: { as: share, in: io/100, of: a, on: wall, total: ${total} }`);
    expect(share('1000 ns').status).toBe('reproduced');
    expect(share('10 ns').status).toBe('not reproduced');
  });

  it('asks for the verdict against each of the others', () => {
    expect(row('test: { as: less, in: io/100, compare: [a, b], on: wall }').status).toBe(
      'reproduced',
    );
    expect(row('test: { as: more, in: io/100, compare: [a, b], on: wall }').status).toBe(
      'not reproduced',
    );
    expect(row('test: { as: same, in: io/100, compare: [a, b], on: wall }')).toMatchObject({
      status: 'not reproduced',
      detail: 'not the same',
    });
    expect(row('test: { as: less, in: io/100, compare: [a, b, c], on: wall }').status).toBe(
      'not tested',
    );
    expect(row('test: { as: less, over: memory, compare: [a, b], on: peak }').status).toBe(
      'reproduced',
    );
  });

  it('counts runs for "finished" and "did not finish", and needs all of those named', () => {
    expect(row('test: { as: finished, in: io/100, of: a }').status).toBe('reproduced');
    expect(row('test: { as: did-not-finish, in: io/100, of: c }').status).toBe('reproduced');
    expect(row('test: { as: did-not-finish, in: io/100, of: [c, a] }')).toMatchObject({
      status: 'not reproduced',
      detail: 'it finishes',
    });
    expect(row('test: { as: finished, in: io/100, of: d }')).toMatchObject({
      status: 'not tested',
      why: { kind: 'not-run-in', contestant: 'd', case: 'io/100' },
    });
  });

  it('sees a rise only where the intervals lie apart', () => {
    const rises = 'test: { as: rises, in: [io/100, io/1000], of: a, on: wall }';
    expect(row(rises, [io, more]).status).toBe('reproduced');
    expect(row(rises.replace('io/100, io/1000', 'io/1000, io/100'), [io, more])).toMatchObject({
      status: 'not reproduced',
      detail: 'it falls',
    });
    expect(row(rises.replace('io/1000', 'io/100'), [io, more])).toMatchObject({
      status: 'not reproduced',
      detail: 'no rise shown',
    });
  });

  it('is counted apart where its conditions differ from those that were stated', () => {
    const test = 'figure: 29 MB, test: { as: value, in: io/100, of: a, on: peak }';
    const status = (fields: string, size: number): string => {
      const peak = [size, size * 0.99, size * 1.01] as const;
      const of = contestant('a', { estimates: { peak } });
      return row(fields, [aCase('io/100', { contestants: [of], comparisons: [] })]).status;
    };
    expect(status(test, 29e6)).toBe('reproduced');
    expect(status(test, 90e6)).toBe('not reproduced');
    expect(status(`${test}, differs: another machine`, 29e6)).toBe('reproduced otherwise');
    expect(status(`${test}, differs: another machine`, 90e6)).toBe('not reproduced otherwise');
  });

  it('is not tested again where it says what another one says', () => {
    const two = `${text('figure: 3.2x, untestable: so')}  y: { section: S, quote: 'takes 3.2x', figure: 3.2x, repeats: x }\n`;
    const rows = auditFigures(parsePublished(two, 'published.yaml').figures, {
      cases: [],
      growth: [],
    });
    expect(rows.map((one) => one.status)).toEqual(['untestable', 'said before']);
  });

  it('says "untestable" and "contradicts itself" without any runs, and never "false"', () => {
    expect(row('untestable: the rival is not named', [], [])).toMatchObject({
      status: 'untestable',
      detail: 'the rival is not named',
    });
    const two = `${text('figure: 3.2x, untestable: so')}  y: { section: S, quote: q, contradicts: x }\n`;
    const rows = auditFigures(parsePublished(two, 'published.yaml').figures, {
      cases: [],
      growth: [],
    });
    expect(rows.map((one) => one.status)).toEqual(['untestable', 'contradicts itself']);
    expect(countStatuses(rows).map(({ status, count }) => `${status} ${count}`)).toEqual([
      'reproduced 0',
      'not reproduced 0',
      'reproduced otherwise 0',
      'not reproduced otherwise 0',
      'untestable 1',
      'said before 0',
      'contradicts itself 1',
    ]);
  });

  it('says what a page without the runs lacks', () => {
    expect(
      row('figure: 3.2x, test: { as: ratio, in: io/100, compare: [a, b], on: wall }', []),
    ).toMatchObject({ status: 'not tested', why: { kind: 'case-without-runs', case: 'io/100' } });
  });
});

describe('a mistake in published.yaml', () => {
  it.each([
    [
      'a figure that the quote lacks',
      'figure: 9.9x, untestable: so',
      /published\.yaml:4: figures\.x\.figure: "9\.9x" doesn't stand in the quote/,
    ],
    ['a figure without a unit', "figure: '3.2', untestable: so", /use a number with its unit/],
    [
      'no way of testing',
      'figure: 3.2x',
      /say one of "test", "untestable", "repeats" and "contradicts"/,
    ],
    [
      'two ways of testing',
      'untestable: so, test: { as: finished, in: io/100, of: a }',
      /say one of/,
    ],
    [
      'a test without its figure',
      'test: { as: ratio, in: io/100, compare: [a, b], on: wall }',
      /needs the figure/,
    ],
    [
      'a test with two places',
      'figure: 3.2x, test: { as: value, in: io/100, over: io, of: a, on: wall }',
      /say where it is tested/,
    ],
    [
      'a contradiction of nothing',
      'contradicts: nothing',
      /published\.yaml:4: "x" contradicts "nothing", which is no other figure/,
    ],
    ['a word that is unknown', 'untestable: so, sure: yes', /sure/],
  ])('is told with its line: %s', (_, fields, message) => {
    expect(() => parsePublished(text(fields), 'published.yaml')).toThrow(message);
  });

  it('is a quote of more than 140 characters, or an empty field', () => {
    const read = (section: string, quote: string, title = 'A', conditions = 'B') =>
      parsePublished(
        `title: '${title}'\nconditions: '${conditions}'\nfigures:\n  x: { section: '${section}', quote: '${quote}', untestable: so }\n`,
        'published.yaml',
      ).figures.length;
    expect(read('S', 'q'.repeat(140))).toBe(1);
    const wrong: Parameters<typeof read>[] = [
      ['S', 'q'.repeat(141)],
      ['S', ''],
      ['', 'q'],
      ['S', 'q', ''],
      ['S', 'q', 'A', ''],
    ];
    for (const given of wrong) expect(() => read(...given)).toThrow(/published\.yaml:/);
  });

  it('is none that a contradiction is tested too, and one that it is untestable', () => {
    const y = '  y: { section: S, quote: q, untestable: so }\n';
    const read = (fields: string) =>
      parsePublished(`${text(fields)}${y}`, 'published.yaml').figures.length;
    expect(read('contradicts: y, test: { as: finished, in: io/100, of: a }')).toBe(2);
    expect(() => read('contradicts: y, untestable: so')).toThrow(/say one of/);
    expect(() => read('contradicts: x')).toThrow(/which is no other figure/);
    const test = 'test: { as: less, compare: [a, b], on: wall }';
    expect(() => read(test)).toThrow(/say where it is tested/);
  });

  it('is told where the file is missing', () => {
    expect(() => readPublished('nowhere/published.yaml')).toThrow(
      /nowhere\/published\.yaml is missing/,
    );
  });
});
