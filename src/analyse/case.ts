import type { SessionMeasure } from '../store/schema.ts';
import { barFavourable, barsOf, whyNotFavourable, whyUndecided, type Bars } from './bars.ts';
import { compare } from './comparison.ts';
import { contestantResult } from './contestant.ts';
import { isRemainder, restsOnFloor } from '../quantity/measure.ts';
import { observe } from './observations.ts';
import type { Reason } from './reasons.ts';
import { seriesOf, type Series } from './pairs.ts';
import type { Setting, Subject } from './subject.ts';
import type { CaseResult, Comparison } from './types.ts';

/** What the runs of one case say: each contestant by itself, then each pair, then the A/A controls. */
export function caseResult(setting: Setting): CaseResult {
  const { aCase, subjects } = setting;
  const measures = shownMeasures(setting);
  return {
    case: aCase.id,
    scenario: aCase.scenario,
    parameters: aCase.parameters,
    rounds: aCase.rounds,
    blocks: aCase.blocks,
    saturated: setting.saturated,
    ...(setting.serviceTrouble === undefined ? {} : { serviceTrouble: setting.serviceTrouble }),
    contestants: subjects.map((subject) => contestantResult(subject, setting, measures)),
    comparisons: caseComparisons(setting),
    controls: compareAll(controlPairs(subjects), setting, measures),
  };
}

/** Each pair of contestants by each measure that matters, at 99% or another level; controls apart. */
export function caseComparisons(setting: Setting, level?: number): Comparison[] {
  return compareAll(contestantPairs(setting.subjects), setting, shownMeasures(setting), level);
}

/** In a saturated case the floor was out of everyone's reach, so the time above it says nothing. */
function shownMeasures({ aCase, saturated }: Setting): SessionMeasure[] {
  return aCase.measures.filter((measure) => !saturated || !restsOnFloor(measure, aCase.measures));
}

/** A contestant by one measure, made ready once for all comparisons with it. */
interface Entrant {
  readonly series: Series;
  readonly bars: Bars;
  /** Why nothing may be said in its favour. */
  readonly notFavourable: Reason | undefined;
}

/** Each pair by each measure for which it is stated what matters. */
function compareAll(
  pairs: readonly Pair[],
  setting: Setting,
  measures: readonly SessionMeasure[],
  level?: number,
): Comparison[] {
  if (!setting.aCase.verdicts || pairs.length === 0) return [];
  const contests = measures.flatMap((measure) =>
    measure.matters === undefined
      ? []
      : [{ entrants: entrantsOf(setting, measure), measure, matters: measure.matters }],
  );
  return pairs.flatMap(([a, b]) =>
    contests.map(({ entrants, measure, matters }) => {
      const [first, second] = [entrants[a]!, entrants[b]!];
      const { aCase, subjects } = setting;
      const comparison = compare(first.series, second.series, {
        measure: measure.id,
        a: subjects[a]!.contestant.id,
        b: subjects[b]!.contestant.id,
        matters,
        blocks: aCase.blocks,
        resolution: measure.resolution,
        ratios: !isRemainder(measure),
        undecided: whyUndecided(first.bars, second.bars, setting),
        level,
      });
      return barFavourable(comparison, measure, first.notFavourable, second.notFavourable);
    }),
  );
}

/** In the order of the subjects. Nothing is computed from the single run of a `once` contestant. */
function entrantsOf(setting: Setting, measure: SessionMeasure): Entrant[] {
  return setting.subjects.map((subject) => ({
    series: seriesOf(subject.contestant.once ? [] : observe(subject.runs, measure, setting.aCase)),
    bars: barsOf(subject, measure, setting),
    notFavourable: whyNotFavourable(subject, setting),
  }));
}

/** Places of two contestants among the subjects. */
type Pair = readonly [number, number];

/** Every two contestants once, in their order; A/A copies take no part. */
function contestantPairs(subjects: readonly Subject[]): Pair[] {
  const rivals = subjects.flatMap(({ contestant }, place) =>
    contestant.controlOf === undefined ? [place] : [],
  );
  return rivals.flatMap((a, index) => rivals.slice(index + 1).map((b): Pair => [a, b]));
}

/** Each contestant that has a copy, against it. */
function controlPairs(subjects: readonly Subject[]): Pair[] {
  return subjects.flatMap((copy, place) => {
    const original = subjects.findIndex(
      ({ contestant }) => contestant.id === copy.contestant.controlOf,
    );
    return original < 0 ? [] : [[original, place] as Pair];
  });
}
