import { describe, expect, it } from 'vitest';
import { plotColumns, plotData, plotTables } from '../../../src/present/plot/data.ts';
import { knownValues, valueMistakes } from '../../../src/present/plot/known.ts';
import { specMistakes } from '../../../src/present/plot/mistakes.ts';
import { rowsFor } from '../../../src/present/plot/rows.ts';
import { placeOfText, strangePaint, withData } from '../../../src/present/plot/spec.ts';
import { measured, referenceView } from '../sample.ts';

const tables = plotData(referenceView);
const usual = {
  data: { name: 'medians' },
  transform: [
    { filter: { field: 'measure', equal: 'wall' } },
    { calculate: 'datum.median / 1e9', as: 'seconds' },
  ],
  mark: 'point',
  encoding: { x: { field: 'seconds', type: 'quantitative' }, y: { field: 'contestant' } },
};
const measuredOnly = {
  ...referenceView,
  cases: new Map([...referenceView.cases].filter(([, { state }]) => state === 'measured')),
};
const known = knownValues(measuredOnly);
const said = (spec: unknown): string[] =>
  specMistakes(spec).map(({ path, what }) => `${path.join('.')}: ${what}`);

describe('the data of a chart that an author specifies', () => {
  it('has the columns that are told of, in every row', () => {
    for (const name of plotTables) {
      expect(tables[name].length).toBeGreaterThan(20);
      for (const row of tables[name].slice(0, 50))
        expect(Object.keys(row).sort()).toEqual([...plotColumns[name]].sort());
    }
  });

  it('holds the finished counted runs, and the medians of the analysis', () => {
    const aCase = measured(referenceView, 'io/100');
    const wall = { case: 'io/100', measure: 'wall', contestant: 'duso' };
    const isIt = (row: Readonly<Record<string, unknown>>): boolean =>
      Object.entries(wall).every(([key, value]) => row[key] === value);
    const runs = aCase.records.filter(
      ({ contestant, round, outcome }) =>
        contestant === 'duso' && round > 0 && outcome === 'measured',
    );
    expect(tables.runs.filter(isIt).map(({ value }) => value)).toEqual(
      runs.map(({ wallNs }) => wallNs),
    );
    const { estimates } = aCase.result.contestants.find(({ id }) => id === 'duso')!;
    expect(tables.medians.find(isIt)).toMatchObject({
      median: estimates['wall']!.point,
      size: 100,
      runs: 21,
    });
  });
});

describe('a specification', () => {
  it('is right as docs/writing.md shows it', () => {
    expect(said(usual)).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['is no object', [], /^: a specification is an object/],
    ['names no data', { mark: 'point' }, /^: it names no data\. .*runs, medians, comparisons/],
    ['names other data', { data: { name: 'median' } }, /^data: .*Did you mean "medians"\?/],
    ['loads data', { data: { url: 'x.csv' } }, /^data\.url: "url" loads something/],
    [
      'has data of its own',
      { data: { values: [{ a: 1 }] } },
      /^data\.values: "values" holds data of its own/,
    ],
    ['makes links', { ...usual, encoding: { href: { field: 'case' } } }, /^encoding\.href: /],
    ['is for changing', { ...usual, params: [] }, /^params: /],
    ['has a theme', { ...usual, config: {} }, /^config: /],
    [
      'shows pictures',
      { ...usual, mark: { type: 'image' } },
      /^mark\.type: "image" shows a picture/,
    ],
    [
      'names a field that is not there',
      { ...usual, encoding: { x: { field: 'secnods' } } },
      /^encoding\.x\.field: there is no field "secnods"\. Did you mean "seconds"\?/,
    ],
    [
      'computes from a field that is not there',
      { ...usual, transform: [{ calculate: 'datum.medain / 1e9', as: 'seconds' }] },
      /^transform\.0\.calculate: there is no field "medain"\. Did you mean "median"\?/,
    ],
    [
      'filters by a field that is not there',
      { ...usual, transform: [{ filter: "datum['lowr'] > 0" }, usual.transform[1]] },
      /^transform\.0\.filter: there is no field "lowr"\. Did you mean "lower"\?/,
    ],
    [
      'groups by a field that is not there',
      { ...usual, transform: [...usual.transform, { aggregate: [], groupby: ['cas'] }] },
      /^transform\.2\.groupby\.0: there is no field "cas"\. Did you mean "case"\?/,
    ],
  ])('that %s is refused, with its place', (_, spec, what) => {
    expect(
      said(spec).some((line) => what.test(line)),
      said(spec).join('\n'),
    ).toBe(true);
  });

  it('may have ticks of its own on an axis', () => {
    const encoding = { x: { field: 'seconds', axis: { values: [1, 2] } } };
    expect(said({ ...usual, encoding })).toEqual([]);
  });

  it('that filters by what no row has is refused, with its place, and each of several', () => {
    const filters = (filter: object): string[] =>
      valueMistakes({ ...usual, transform: [{ filter }] }, known).map(
        ({ path, what }) => `${path.join('.')}: ${what}`,
      );
    expect(filters({ field: 'measure', oneOf: ['wall', 'wal'] })).toEqual([
      'transform.0.filter.oneOf.1: no row has the measure "wal". Did you mean "wall"?',
    ]);
    expect(filters({ field: 'contestant', equal: 'dusso' })[0]).toContain('Did you mean "duso"?');
    expect(filters({ field: 'measure', equal: 'wall' })).toEqual([]);
    expect(filters({ field: 'median', equal: 'wal' })).toEqual([]);
  });

  it('may filter by a measure of a case that is not measured here', () => {
    const [id] = referenceView.cases.keys();
    const why = { kind: 'not-measured-yet' } as const;
    const cases = new Map([
      ...referenceView.cases,
      [id!, { state: 'absent', id: id!, title: '', why } as const],
    ]);
    const some = knownValues({ ...referenceView, cases });
    expect(some.has('measure')).toBe(false);
    expect(some.get('case')?.has(id!)).toBe(true);
  });

  it('tells where a paint stands', () => {
    const spec = { ...usual, encoding: { color: { value: 'red' } } };
    expect(placeOfText(spec, 'red')).toEqual(['encoding', 'color', 'value']);
    expect(placeOfText(spec, 'blue')).toBeUndefined();
  });

  it('gets the rows that its filters let through, with the columns that it names', () => {
    const { medians } = rowsFor(usual, tables);
    expect(medians.length).toBe(tables.medians.filter(({ measure }) => measure === 'wall').length);
    expect(Object.keys(medians[0]!).sort()).toEqual(['contestant', 'measure', 'median']);
    const both = {
      ...usual,
      transform: [{ filter: { field: 'measure', oneOf: ['wall', 'cpuTime'] } }],
    };
    expect(rowsFor(both, tables).medians.length).toBeGreaterThan(medians.length);
  });

  it('is given its data wherever it names them', () => {
    const spec = { data: { name: 'medians' }, layer: [{ data: { name: 'runs' }, mark: 'point' }] };
    const filled = withData(spec, tables, 343) as unknown as {
      data: { values: unknown[] };
      layer: { data: { values: unknown[] } }[];
      width: number;
    };
    expect(filled.data.values).toBe(tables.medians);
    expect(filled.layer[0]!.data.values).toBe(tables.runs);
    expect(filled.width).toBe(343);
  });
});

describe('paint that does not turn with the page', () => {
  it('is found', () => {
    expect(strangePaint('<path fill="var(--c1)" stroke="none"/>')).toBeUndefined();
    expect(strangePaint('<path fill="rgb(1, 2, 3)"/>')).toBe('rgb(1, 2, 3)');
    expect(strangePaint('<path fill="none" stroke="#fff"/>')).toBe('#fff');
  });
});
