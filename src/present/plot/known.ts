/** Names that a specification may filter by, and those that it means but that the runs don't have. */
import type { DocumentView, MeasuredCase } from '../document.ts';
import { meantWords } from '../../scenario/nearest.ts';
import { markOf } from '../report.ts';
import { equalities } from './rows.ts';
import type { SpecMistake } from './spec.ts';

/** Values of a column, where all that may stand there are known. */
type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Cases and scenarios of a document; measures and contestants too, where all its cases are measured. */
export function knownValues({ report, cases }: DocumentView): KnownValues {
  const all = [...cases.values()];
  const measured = all.filter((one): one is MeasuredCase => one.state === 'measured');
  const ids = all.map(({ id }) => id);
  const places: [string, Set<string>][] = [
    ['case', new Set(ids)],
    ['scenario', new Set(ids.map((id) => id.split('/')[0]!))],
  ];
  if (measured.length < all.length) return new Map(places);
  const contestants = measured.flatMap(({ definition }) => definition.contestants);
  return new Map([
    ...places,
    [
      'measure',
      new Set(measured.flatMap(({ definition }) => definition.measures.map(({ id }) => id))),
    ],
    ['contestant', new Set(contestants.map(({ id }) => markOf(report, id).label))],
    ['runtime', new Set(contestants.map(({ runtime }) => runtime))],
  ]);
}

/** Filters by a value that no row can have: a misspelled measure draws nothing. */
export function valueMistakes(spec: unknown, known: KnownValues): SpecMistake[] {
  return equalities(spec).flatMap(({ field, values }) =>
    values.flatMap(({ value, path }): SpecMistake[] => {
      const own = known.get(field);
      if (own === undefined || typeof value !== 'string' || own.has(value)) return [];
      return [{ path, what: `no row has the ${field} "${value}". ${meantWords(value, own)}` }];
    }),
  );
}
