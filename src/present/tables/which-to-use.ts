/** Which to use when: a row a kind of work and size, with who needs the least time and the least memory. */
import { counted } from '../sentences/pieces.ts';
import { bestOf, type Best } from '../../analyse/best.ts';
import type { Mark } from '../charts/types.ts';
import { caseOf, casesOf, type DocumentView, type MeasuredCase } from '../document.ts';
import { formatCount } from '../format/value.ts';
import { scaleOf, sizedCases } from '../growth/series.ts';
import { labelsOf, markOf, type WhichChoice } from '../report.ts';
import { reasonWords } from '../sentences/reason-words.ts';

/** Who is best by one quantity, or why nobody can be called so. */
export type WhichCell =
  | {
      readonly state: 'best' | 'tie';
      /** One, or all of whom none is shown to be ahead of the first. */
      readonly marks: readonly Mark[];
      /** It is open whether the lead over some other matters. */
      readonly mayNotMatter: boolean;
    }
  | { readonly state: 'open'; readonly words: string };

export interface WhichRow {
  /** "Wait for a server". */
  readonly work: string;
  /** "100 workers"; the case's title where it has no size. */
  readonly size: string;
  readonly caseId: string;
  /** Undefined where it isn't a question of this work. */
  readonly cells: readonly [time: WhichCell | undefined, memory: WhichCell | undefined];
}

const WHERE = '"which" in the front matter';

/** In the order of the front matter, each kind of work by rising size; what isn't measured has no row. */
export function whichRows(view: DocumentView): WhichRow[] {
  return view.report.which.flatMap((choice) => rowsOf(view, choice));
}

function rowsOf(view: DocumentView, choice: WhichChoice): WhichRow[] {
  const cases = (
    choice.case === undefined
      ? casesOf(view, choice.scenario ?? '', WHERE)
      : [caseOf(view, choice.case, WHERE)]
  ).filter((one): one is MeasuredCase => one.state === 'measured' && hasRivals(one));
  const [first] = cases;
  if (first === undefined) return [];
  const sized = choice.case === undefined ? sizedCases(cases, scaleOf(cases)) : [];
  const ordered = sized.length === cases.length ? sized.map(({ aCase }) => aCase) : cases;
  return ordered.map((aCase) => ({
    work: choice.words,
    size: choice.case === undefined ? sizeWords(aCase, cases) : aCase.title,
    caseId: aCase.id,
    cells: [cellOf(view, aCase, choice.time), cellOf(view, aCase, choice.memory)],
  }));
}

/** A case whose contestants are tried once shows where each ends, and ranks nobody. */
function hasRivals({ definition }: MeasuredCase): boolean {
  return definition.contestants.filter(({ once }) => !once).length > 1;
}

function sizeWords(aCase: MeasuredCase, cases: readonly MeasuredCase[]): string {
  const { parameter, noun } = scaleOf(cases);
  const size = aCase.definition.parameters[parameter];
  return typeof size === 'number' ? counted(formatCount(size), noun) : aCase.title;
}

function cellOf(
  view: DocumentView,
  aCase: MeasuredCase,
  measures: WhichChoice['time'],
): WhichCell | undefined {
  // A session of before may lack a measure; the reference is checked for its names.
  const known = [measures ?? []]
    .flat()
    .flatMap((id) => aCase.definition.measures.filter((one) => one.id === id));
  if (known.length === 0) return undefined;
  const found = known.map((measure) => bestOf(aCase.result, measure));
  const [first] = found;
  const undecided = found.find((one) => one.kind === 'not decided');
  if (undecided !== undefined)
    return {
      state: 'open',
      words: reasonWords(undecided.reason, labelsOf(view.report)),
    };
  const decided = found.filter(
    (one): one is Extract<Best, { kind: 'best' }> => one.kind === 'best',
  );
  const ids = first?.kind === 'best' ? [...first.ids].sort() : [];
  if (decided.some((one) => [...one.ids].sort().join(' ') !== ids.join(' ')))
    return { state: 'open', words: 'depends on how it is counted' };
  const leaders = first?.kind === 'best' ? first.ids : [];
  return {
    state: leaders.length === 1 ? 'best' : 'tie',
    marks: leaders.map((id) => markOf(view.report, id)),
    mayNotMatter: decided.some(({ open }) => open.length > 0),
  };
}
