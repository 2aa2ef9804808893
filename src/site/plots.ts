/** Charts that an author specifies: `<name>.vl.json` beside the text. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../claims/yaml.ts';
import { drawSpec } from '../present/charts/draw.ts';
import { plotData, type PlotTable, type PlotTables } from '../present/plot/data.ts';
import { knownValues, valueMistakes } from '../present/plot/known.ts';
import { specMistakes } from '../present/plot/mistakes.ts';
import { MOST_ROWS, rowsFor } from '../present/plot/rows.ts';
import { placeOfText, strangePaint, withData, type SpecMistake } from '../present/plot/spec.ts';
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

/** A specification, and what a mistake at a place of it says, with its line. */
interface ReadSpec {
  readonly file: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly mistakeAt: (mistake: SpecMistake) => Problem;
}

/**
 * A specification of a report, read and checked.
 *
 * @throws Problem (usage) with file, line and what to do
 */
function readSpec(
  report: string,
  name: string,
  { content }: Pick<Roots, 'content'> = findPlaces(),
): ReadSpec {
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
  const mistakeAt = ({ path: at, what }: SpecMistake) => yaml.mistake(yaml.lineOf(at), what);
  const mistakes = specMistakes(yaml.value);
  if (mistakes.length > 0)
    throw new Problem('usage', mistakes.map((one) => mistakeAt(one).message).join('\n'));
  return { file, spec: yaml.value as ReadSpec['spec'], mistakeAt };
}

/**
 * Makes sure that a specification filters by what the document has: a misspelled measure would draw nothing.
 *
 * @throws Problem (usage) with file, line and what to do
 */
export function checkSpec(view: DocumentView, name: string, where: Pick<Roots, 'content'>): void {
  const { spec, mistakeAt } = readSpec(view.report.id, name, where);
  const mistakes = valueMistakes(spec, knownValues(view));
  if (mistakes.length > 0)
    throw new Problem('usage', mistakes.map((one) => mistakeAt(one).message).join('\n'));
}

const known = new WeakMap<DocumentView, PlotTables>();

/**
 * Draws a specification of a report over the runs of a document.
 *
 * @param id unique on the page
 * @returns undefined where no finished run is left that it would draw
 * @throws Problem (usage) where it can't be drawn
 */
export async function plotChart(
  view: DocumentView,
  { spec: name, title, description }: Wanted,
  id: string,
  where: Roots = findPlaces(),
): Promise<Chart | undefined> {
  const { file, spec: own, mistakeAt } = readSpec(view.report.id, name, where);
  const all = known.get(view) ?? plotData(view);
  known.set(view, all);
  const tables = rowsFor(own, all);
  const count = namedIn(own, tables).length;
  if (count === 0) return undefined;
  if (count > MOST_ROWS) {
    const filter = '{"filter": {"field": "measure", "equal": "wall"}}';
    throw new Problem(
      'usage',
      `${file} draws ${count} rows, and a page holds ${MOST_ROWS}. Filter first: "transform": [${filter}].`,
    );
  }
  const draw = async (width: Width): Promise<string | undefined> => {
    // Thrown from within, it would be caught by Vega and told once more.
    const warnings: string[] = [];
    const svg = await drawSpec(
      withData(own, tables, WIDTHS[width]),
      width,
      { id, title, description },
      (said) => warnings.push(said),
    ).catch((error: unknown) => {
      throw new Problem(
        'usage',
        `${file} can't be drawn: ${withoutStop(warnings[0] ?? (error as Error).message)}. Mend the specification.`,
      );
    });
    if (warnings.some(isOfNoRows)) return undefined;
    if (warnings[0] !== undefined)
      throw new Problem(
        'usage',
        `${file}: Vega-Lite says: ${withoutStop(warnings[0])}. Mend the specification.`,
      );
    const paint = strangePaint(svg);
    if (paint === undefined) return svg;
    const what = `"${paint}" doesn't turn with the page in the dark. Use "var(--c1)" to "var(--c6)", "var(--ink)" or "var(--line)", as a colour or as the range of a scale.`;
    throw mistakeAt({ path: placeOfText(own, paint) ?? [], what });
  };
  const spec = withData(own, tables, WIDTHS.wide);
  const [wide, narrow] = [await draw('wide'), await draw('narrow')];
  if (wide === undefined || narrow === undefined) return undefined;
  return {
    wide,
    narrow,
    title,
    legend: [],
    notes: [],
    table: tableOf(namedIn(own, tables)),
    spec,
  };
}

/** A sentence goes on after it. */
function withoutStop(message: string): string {
  return message.replace(/\.+$/, '');
}

/** Its filters may leave no row, and failed runs no value in any: what the data decides is no mistake of the specification. */
function isOfNoRows(warning: string): boolean {
  return warning.startsWith('Infinite extent');
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
