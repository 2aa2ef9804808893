import type { SessionMeasure } from '../store/schema.ts';
import { barFavourable, whyNotFavourable, whyUndecided } from './bars.ts';
import { compare } from './comparison.ts';
import { contestantResult } from './contestant.ts';
import { restsOnFloor } from './measures.ts';
import { observe } from './observations.ts';
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
    comparisons: compareAll(contestantPairs(subjects), setting, measures),
    controls: compareAll(controlPairs(subjects), setting, measures),
  };
}

/** In a saturated case the floor was out of everyone's reach, so the time above it says nothing. */
function shownMeasures({ aCase, saturated }: Setting): SessionMeasure[] {
  return aCase.measures.filter((measure) => !saturated || !restsOnFloor(measure, aCase.measures));
}

/** Each pair by each measure for which it is stated what matters. */
function compareAll(
  pairs: readonly (readonly [Subject, Subject])[],
  setting: Setting,
  measures: readonly SessionMeasure[],
): Comparison[] {
  if (!setting.aCase.verdicts) return [];
  return pairs.flatMap(([a, b]) =>
    measures.flatMap((measure) =>
      measure.matters === undefined
        ? []
        : [compareSubjects(a, b, measure, measure.matters, setting)],
    ),
  );
}

function compareSubjects(
  a: Subject,
  b: Subject,
  measure: SessionMeasure,
  matters: NonNullable<SessionMeasure['matters']>,
  setting: Setting,
): Comparison {
  const { aCase } = setting;
  // Nothing is computed from the single run of a `once` contestant: it is shown, not compared.
  const isOnce = a.contestant.once || b.contestant.once;
  const comparison = compare(
    isOnce ? [] : observe(a.runs, measure, aCase),
    isOnce ? [] : observe(b.runs, measure, aCase),
    {
      measure: measure.id,
      a: a.contestant.id,
      b: b.contestant.id,
      matters,
      blocks: aCase.blocks,
      resolution: measure.resolution,
      ratios: true,
      undecided: whyUndecided(a, b, measure, setting),
    },
  );
  return barFavourable(comparison, whyNotFavourable(a, setting), whyNotFavourable(b, setting));
}

/** Every two contestants once, in their order; A/A copies take no part. */
function contestantPairs(subjects: readonly Subject[]): [Subject, Subject][] {
  const rivals = subjects.filter(({ contestant }) => contestant.controlOf === undefined);
  return rivals.flatMap((a, index) =>
    rivals.slice(index + 1).map((b): [Subject, Subject] => [a, b]),
  );
}

/** Each contestant that has a copy, against it. */
function controlPairs(subjects: readonly Subject[]): [Subject, Subject][] {
  return subjects.flatMap((copy) => {
    const original = subjects.find(({ contestant }) => contestant.id === copy.contestant.controlOf);
    return original === undefined ? [] : [[original, copy] as [Subject, Subject]];
  });
}
