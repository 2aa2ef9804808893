/** What a specification that an author wrote may not hold, and what it can't mean. */
import { meantWords } from '../../scenario/nearest.ts';
import { plotColumns, plotTables } from './data.ts';
import { isObject, walk, type Found, type SpecMistake, type SpecPath } from './spec.ts';

/** Keys that load, run, or paint by themselves; with the way out. */
const REFUSED: Readonly<Record<string, string>> = {
  url: 'loads something, and a page loads nothing. Name the data: {"name": "medians"}.',
  href: 'makes marks into links. Leave it out.',
  params: 'is for charts that a person changes, and a page runs no script. Leave it out.',
  config: 'is the theme’s: charts of a site look alike. Leave it out.',
  usermeta: 'is not read. Leave it out.',
  values:
    'holds data of its own, and a number of a report comes from runs. Name the data: {"name": "runs"}.',
  datasets: 'holds data of its own, and a number of a report comes from runs. Leave it out.',
  image: 'shows a picture. Pictures are written into the text.',
};

/** What is wrong in a specification before it is drawn: with the path, for the line. */
export function specMistakes(spec: unknown): SpecMistake[] {
  if (!isObject(spec)) return [{ path: [], what: 'a specification is an object: {"data": …}.' }];
  const all = [...walk(spec, [])];
  const tables = all.filter(({ path }) => path.at(-1) === 'data');
  if (tables.length === 0)
    return [
      {
        path: [],
        what: `it names no data. Write "data": {"name": "medians"}; there are: ${plotTables.join(', ')}.`,
      },
    ];
  return [
    ...all.flatMap(({ path, value }) => refused(path, value)),
    ...tables.flatMap(({ path, value }) => dataMistake(path, value)),
    ...fieldMistakes(all, tables),
  ];
}

function refused(path: SpecPath, value: unknown): SpecMistake[] {
  const key = path.at(-1);
  const isMark = value === 'image' && (key === 'mark' || key === 'type');
  const name = isMark ? 'image' : String(key);
  // "values" is also the ticks of an axis: refused are those of data.
  const isData = name !== 'values' || path.at(-2) === 'data';
  if (!Object.hasOwn(REFUSED, name) || !isData || (name === 'image' && !isMark)) return [];
  return [{ path, what: `"${name}" ${REFUSED[name]}` }];
}

function dataMistake(path: SpecPath, value: unknown): SpecMistake[] {
  const name = isObject(value) ? value['name'] : undefined;
  if (typeof name === 'string' && (plotTables as readonly string[]).includes(name)) return [];
  const meant = meantWords(typeof name === 'string' ? name : '', plotTables);
  return [{ path, what: `its data is none of the report's. ${meant}` }];
}

/** Fields that neither the named tables nor a transformation have. */
function fieldMistakes(all: readonly Found[], tables: readonly Found[]): SpecMistake[] {
  const named = tables.flatMap(({ value }) => (isObject(value) ? [value['name']] : []));
  const columns = plotTables
    .filter((one) => named.includes(one))
    .flatMap((one) => plotColumns[one]);
  const made = all
    .filter(({ path }) => path.at(-1) === 'as' || path.at(-2) === 'as')
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  // A fold, a pivot or a lookup makes columns by rules of its own: then nothing can be said of a name.
  const isOpen = all.some(({ path }) =>
    ['fold', 'pivot', 'lookup', 'flatten'].includes(String(path.at(-1))),
  );
  const known = new Set([...columns, ...made]);
  if (isOpen) return [];
  return all.flatMap(({ path, value }) =>
    fieldsIn(path, value)
      .filter((field) => !known.has(field))
      .map((field) => ({
        path,
        what: `there is no field "${field}". ${meantWords(field, known)}`,
      })),
  );
}

/** Fields that a value names: as a field, to group by, or in an expression as `datum.median`. */
function fieldsIn(path: SpecPath, value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const key = path.at(-1);
  if (key === 'field' || path.at(-2) === 'groupby') return [value];
  if (key !== 'calculate' && key !== 'filter' && key !== 'test') return [];
  return [...value.matchAll(/\bdatum(?:\.([A-Za-z_]\w*)|\[\s*['"]([^'"]+)['"]\s*\])/g)].map(
    ([, plain, quoted]) => plain ?? quoted!,
  );
}
