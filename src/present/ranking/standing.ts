/** Who is first in a case, and how far away the next one is, in the words of the measure. */
import type { TieGroup } from '../../analyse/rank.ts';
import { betterOf } from '../../quantity/measure.ts';
import { isRate } from '../../quantity/units.ts';
import { formatEstimate } from '../format/estimate.ts';
import type { Mark } from '../charts/types.ts';
import { formatCount } from '../format/value.ts';
import { markOf } from '../report.ts';
import { within } from '../sentences/even-clause.ts';
import { measureWords } from '../sentences/measure-words.ts';
import { listedWith } from '../sentences/pieces.ts';
import { toldComparison } from '../verdicts/comparison-words.ts';
import { comparisonBetween } from '../verdicts/sides.ts';
import { againstRow, resultOf, type RankedCase } from './ranked-case.ts';
import type { Standing } from './row.ts';

/** @param groups at least one */
export function standingOf(ranked: RankedCase, groups: readonly TieGroup[]): Standing {
  const [leaders, second] = groups as readonly [TieGroup, ...TieGroup[]];
  const [first, ...others] = leaders;
  const placed = groups.flat();
  const kind = placed.length === 1 ? 'unrivalled' : kindOf(ranked, first, others);
  const mark = (id: string) => markOf(ranked.view.report, id);
  const marks = [mark(first), ...others.map(mark)] as const;
  const who = whoWords(ranked, kind, leaders, isContested(ranked, placed));
  const next = nextWords(ranked, first, second?.[0], others.length === 0);
  return {
    kind,
    leaders: marks,
    who,
    value: others.length === 0 ? valueWords(ranked, first) : '',
    next: next.full,
    brief: { who: briefWho(kind, marks, who), next: next.brief },
  };
}

function kindOf(
  ranked: RankedCase,
  first: string,
  others: readonly string[],
): Exclude<Standing['kind'], 'unrivalled'> {
  if (others.length === 0) return 'alone';
  const rows = others.map((id) => againstRow(ranked, id, first));
  if (rows.some(({ state }) => state === 'undecided')) return 'not decided';
  return rows.every((row) => row.state === 'tie' && row.isSame) ? 'same' : 'not shown';
}

/** "rg is first", "rg and ugrep are first, the same to within 2%". */
function whoWords(
  ranked: RankedCase,
  kind: Standing['kind'],
  leaders: TieGroup,
  contested: boolean,
): string {
  const labels = leaders.map((id) => markOf(ranked.view.report, id).label);
  const names = listedWith(labels, (text) => text).join('');
  const isTwo = leaders.length === 2;
  const among = contested ? ' of those with a place' : '';
  switch (kind) {
    case 'unrivalled':
      return `only ${names} has a place`;
    case 'alone':
      return `${names} is first${among}`;
    case 'same':
      return `${names} are first${among}, ${isTwo ? 'the same' : `all the same as ${labels[0]!}`} ${within(ranked.measures[0])}`;
    case 'not shown':
      return `${names} are first${among}, ${isTwo ? 'neither shown to be ahead' : `none shown to be behind ${labels[0]!}`} by what matters`;
    case 'not decided':
      return 'who is first is not settled';
  }
}

/** Whether somebody without a place may be better: of whom the first is not shown to be ahead. */
function isContested(ranked: RankedCase, placed: readonly string[]): boolean {
  const { aCase, measures } = ranked;
  const first = placed[0]!;
  return aCase.result.contestants
    .filter(({ id, controlOf, once }) => controlOf === undefined && !once && !placed.includes(id))
    .filter(({ estimates }) => typeof estimates[measures[0].id]?.point === 'number')
    .some(({ id }) => {
      const row = againstRow(ranked, first, id);
      return row.state !== 'ahead' || row.winner.contestant !== first;
    });
}

/** "8.2 ms", "19.2 MB of peak memory". */
function valueWords({ aCase, measures: [measure] }: RankedCase, first: string): string {
  const estimate = resultOf(aCase, first).estimates[measure.id]!;
  const { of } = measureWords(measure, aCase.definition, 'short');
  const { point } = formatEstimate(estimate, measure.unit);
  // What a rate counts stands in the words around it.
  return isRate(measure.unit) ? point : point + of;
}

/** How far away the next one is: in full and in few words; both empty where no other one has a place. */
function nextWords(
  ranked: RankedCase,
  first: string,
  next: string | undefined,
  isAlone: boolean,
): { readonly full: string; readonly brief: string } {
  const { view, aCase, measures } = ranked;
  const [measure] = measures;
  const comparison = next && comparisonBetween(aCase, measure.id, next, first);
  if (next === undefined || !comparison) return { full: '', brief: '' };
  const label = (id: string) => markOf(view.report, id).label;
  const how = measureWords(measure, aCase.definition, 'short');
  const { turned, byDifference } = toldComparison(comparison, measure);
  const estimate = byDifference ? turned.difference : turned.ratio;
  const { point } = estimate ? formatEstimate(estimate, byDifference ? measure.unit : 'ratio') : {};
  if (point === undefined)
    return { full: `${label(next)} is next`, brief: `${label(next)} is next` };
  const link = byDifference ? 'than' : 'as';
  const full = byDifference ? `${point} ${how.more}` : `${point} times ${how.asMuch}`;
  const brief = byDifference ? `${point} more` : `${point} times ${how.as}`;
  const verb = how.verb.one;
  if (betterOf(measure) === 'more') {
    const who = isAlone ? 'it' : label(first);
    const behind = `${link} ${label(next)}`;
    return {
      full: `${who} ${verb} ${full} ${behind}, next`,
      brief: `${who} ${verb} ${brief} ${behind}`,
    };
  }
  const than = isAlone ? '' : ` ${link} ${label(first)}`;
  return {
    full: `${label(next)}, next, ${verb} ${full}${than}`,
    brief: `${label(next)} ${verb} ${brief}${isAlone ? '' : than}`,
  };
}

/** "rg is first", "rg and ugrep are first", "rg and 2 others are first". */
function briefWho(
  kind: Standing['kind'],
  [first, ...others]: readonly Mark[],
  who: string,
): string {
  if (others.length === 0 || kind === 'not decided') return who;
  const rest = others.length === 1 ? others[0]!.label : `${formatCount(others.length)} others`;
  return `${first!.label} and ${rest} are first`;
}
