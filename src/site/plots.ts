/** Charts that an author specifies: `<name>.vl.json` beside the text. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../claims/yaml.ts';
import { drawSpec } from '../present/charts/draw.ts';
import { plotData, type PlotTable, type PlotTables } from '../present/plot/data.ts';
import { MOST_ROWS, rowsFor, specMistakes, strangePaint, withData } from '../present/plot/spec.ts';
import { WIDTHS, type Width } from '../present/charts/theme.ts';
import type { Chart, ChartTable } from '../present/charts/types.ts';
import type { DocumentView } from '../present/document.ts';
import { Problem } from '../scenario/problem.ts';
import { readText } from '../store/text.ts';
import { findPlaces, type Roots } from '../places.ts';

interface Wanted {
  /** Name of the file beside the text. */
  readonly spec: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A specification of a report, read and checked.
 *
 * @throws Problem (usage) with file, line and what to do
 */
export function readSpec(
  report: string,
  name: string,
  { content }: Pick<Roots, 'content'> = findPlaces(),
): Readonly<Record<string, unknown>> {
  const file = `content/${report}/${name}`;
  if (!/^[a-z0-9][\w-]*\.vl\.json$/.test(name))
    throw new Problem(
      'usage',
      `${file}: a specification is named like "cost.vl.json", and lies beside the text.`,
    );
  const path = join(content, report, name);
  if (!existsSync(path))
    throw new Problem(
      'usage',
      `${file} is missing. Write the specification there, or mend the name.`,
    );
  // JSON is YAML; this reader knows the line of everything.
  const yaml = parseYaml({ text: readText(path, file), file });
  const mistakes = specMistakes(yaml.value);
  if (mistakes.length > 0) {
    const said = mistakes.map((one) => yaml.mistake(yaml.lineOf(one.path), one.what).message);
    throw new Problem('usage', said.join('\n'));
  }
  return yaml.value as Readonly<Record<string, unknown>>;
}

const known = new WeakMap<DocumentView, PlotTables>();

/**
 * Draws a specification of a report over the runs of a document.
 *
 * @param id unique on the page
 * @throws Problem (usage) where it can't be drawn
 */
export async function plotChart(
  view: DocumentView,
  { spec: name, title, description }: Wanted,
  id: string,
  where: Roots = findPlaces(),
): Promise<Chart> {
  const own = readSpec(view.report.id, name, where);
  const file = `content/${view.report.id}/${name}`;
  const all = known.get(view) ?? plotData(view);
  known.set(view, all);
  const tables = rowsFor(own, all);
  const count = namedIn(own, tables).length;
  if (count > MOST_ROWS) {
    const filter = '{"filter": {"field": "measure", "equal": "wall"}}';
    throw new Problem(
      'usage',
      `${file} draws ${count} rows, and a page holds ${MOST_ROWS}. Filter first: "transform": [${filter}].`,
    );
  }
  const draw = async (width: Width): Promise<string> => {
    const svg = await drawSpec(
      withData(own, tables, WIDTHS[width]),
      width,
      { id, title, description },
      (said) => {
        throw new Problem('usage', `${file}: Vega-Lite says: ${said}. Mend the specification.`);
      },
    ).catch((error: unknown) => {
      if (error instanceof Problem) throw error;
      throw new Problem(
        'usage',
        `${file} can't be drawn: ${(error as Error).message}. Mend the specification.`,
      );
    });
    const paint = strangePaint(svg);
    if (paint === undefined) return svg;
    throw new Problem(
      'usage',
      `${file} paints with "${paint}", which doesn't turn with the page in the dark. Use "var(--c1)" to "var(--c6)", "var(--ink)" or "var(--line)", as a colour or as the range of a scale.`,
    );
  };
  const spec = withData(own, tables, WIDTHS.wide);
  return {
    wide: await draw('wide'),
    narrow: await draw('narrow'),
    title,
    legend: [],
    notes: [],
    table: tableOf(namedIn(own, tables)),
    spec,
  };
}

/** The rows of the data that the specification names first. */
function namedIn(spec: Readonly<Record<string, unknown>>, tables: PlotTables): PlotTable {
  const name = (spec['data'] as { name?: keyof PlotTables } | undefined)?.name;
  return name === undefined ? [] : tables[name];
}

function tableOf(rows: PlotTable): ChartTable {
  const columns = Object.keys(rows[0] ?? {});
  return {
    columns: columns.map((title) => ({ title, numeric: typeof rows[0]?.[title] === 'number' })),
    rows: rows.map((row) => ({ cells: columns.map((column) => String(row[column] ?? '–')) })),
  };
}
