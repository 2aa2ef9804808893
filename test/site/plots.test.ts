/** Charts that an author specifies, drawn over the runs of a document. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSpec, plotChart } from '../../src/site/plots.ts';
import { Problem } from '../../src/scenario/problem.ts';
import { findPlaces } from '../../src/places.ts';
import { referenceView } from '../present/sample.ts';

const content = mkdtempSync(join(tmpdir(), 'steelyard-plots-'));
const folder = join(content, referenceView.report.id);
mkdirSync(folder);
afterAll(() => rmSync(content, { recursive: true }));

const wanted = { spec: 'own.vl.json', title: 'Own', description: 'A chart.' };
const places = findPlaces({ STEELYARD_CONTENT: content });

/** A specification with one filter, and an encoding beside x and y. */
function write(filter: string, color = '{ "field": "runtime" }'): void {
  const lines = [
    '{ "data": { "name": "medians" },',
    `  "transform": [{ "filter": ${filter} }],`,
    '  "mark": "point",',
    '  "encoding": {',
    `    "color": ${color},`,
    '    "x": { "field": "median", "type": "quantitative" }, "y": { "field": "contestant" } } }',
  ];
  writeFileSync(join(folder, wanted.spec), lines.join('\n'));
}

const draw = () => plotChart(referenceView, wanted, 'own', places);
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => error);

describe('a chart that an author specifies', () => {
  it('is drawn in two widths', async () => {
    write('{ "field": "measure", "equal": "wall" }');
    const chart = await draw();
    expect(chart?.wide).toContain('<svg');
    expect(chart?.table?.rows.length).toBeGreaterThan(0);
  });

  it.each(['{ "field": "case", "equal": "none/1" }', '"datum.median < 0"'])(
    'is none where no row is left to draw, which is no mistake: %s',
    async (filter) => {
      write(filter);
      expect(await draw()).toBeUndefined();
    },
  );

  it('that paints by a colour of its own is a mistake of usage, told once, with its line', async () => {
    write('{ "field": "measure", "equal": "wall" }', '{ "value": "red" }');
    const problem = await problemOf(draw());
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ kind: 'usage' });
    expect((problem as Problem).message).toMatch(/own\.vl\.json:5: "red" doesn't turn/);
  });

  it('that Vega-Lite finds strange is a mistake of usage, told once', async () => {
    write('{ "field": "measure", "equal": "wall" }', '{ "field": "runtime", "type": "colour" }');
    const { kind, message } = (await problemOf(draw())) as Problem;
    expect(kind).toBe('usage');
    expect(message.match(/Mend the specification/g)).toHaveLength(1);
    expect(message).not.toMatch(/Problem:|\.\./);
  });

  it('that filters by what the document has not is told with its line', () => {
    write('{ "field": "case", "oneOf": ["io/100", "io/10O"] }');
    expect(() => checkSpec(referenceView, wanted.spec, places)).toThrow(
      /own\.vl\.json:2: no row has the case "io\/10O"\. Did you mean "io\/100+"\?/,
    );
  });
});
