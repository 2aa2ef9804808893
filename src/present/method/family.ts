/** The family of comparisons: how many err by chance, and which verdicts hold when all are asked to at once. */
import { caseComparisons } from '../../analyse/case.ts';
import { settingsOf } from '../../analyse/derived.ts';
import {
  expectedByChance,
  familyLevel,
  fewestRounds,
  holdsAt,
  levelOf,
  type Stricter,
} from '../../analyse/family.ts';
import { growthResult } from '../../analyse/growth.ts';
import type { Comparison } from '../../analyse/types.ts';
import type { DecidedClaim } from '../../claims/decided.ts';
import { comparisonWords, unfinishedWords } from '../verdicts/comparison-words.ts';
import { scenarioOf, type DocumentView, type MeasuredCase } from '../document.ts';
import { flip } from '../../analyse/flip.ts';
import { markOf } from '../report.ts';
import { toldComparisons, type ToldComparison } from './told-comparisons.ts';

export interface FamilyRow {
  readonly caseId: string;
  readonly title: string;
  readonly measure: string;
  /** "threads takes 1.47 times as long as fibres". */
  readonly finding: string;
  /** The interval at 99%, and at the level of the family or the highest below that the rounds give. */
  readonly usual: string;
  readonly strict: string;
  readonly strictLevel: number;
  readonly outcome: Stricter;
}

export interface Family {
  /** Comparisons with a verdict that the sessions of the document make. */
  readonly made: number;
  /** How many of them would be called less or more by chance, at most, if nothing differed. */
  readonly byChance: number;
  /** Comparisons that the document tells, whatever they say. */
  readonly told: number;
  /** Level that each of those has to hold for all to hold together, and the fewest rounds that have it. */
  readonly level: number;
  readonly fewest: number;
  /** Those told that say less or more: first those that don't hold. */
  readonly rows: readonly FamilyRow[];
}

/** The family of a document's comparisons; undefined where it tells none. */
export function familyOf(view: DocumentView, decided: Iterable<DecidedClaim>): Family | undefined {
  const told = toldComparisons(view, decided);
  if (told.length === 0) return undefined;
  const level = familyLevel(told.length);
  const made = countMade(view);
  const anew = recompute(view, level);
  const rows = told
    .filter(({ comparison: { verdict } }) => verdict.kind === 'less' || verdict.kind === 'more')
    .flatMap((one) => {
      const strict = anew(one);
      return strict === undefined ? [] : [rowOf(view, one, strict, level)];
    });
  const rank: Readonly<Record<Stricter, number>> = { fails: 0, 'few rounds': 1, holds: 2 };
  return {
    made,
    byChance: expectedByChance(made),
    told: told.length,
    level,
    fewest: fewestRounds(level),
    rows: rows.toSorted((x, y) => rank[x.outcome] - rank[y.outcome]),
  };
}

function countMade(view: DocumentView): number {
  const ofCases = measuredCases(view).flatMap(({ result }) => result.comparisons);
  const ofGrowth = [...view.growth.values()].flatMap(({ comparisons }) => comparisons);
  return [...ofCases, ...ofGrowth].filter(({ verdict }) => verdict.kind !== 'not decided').length;
}

/** Computes comparisons from their records at another level; those of a case or of a growth once. */
function recompute(
  view: DocumentView,
  level: number,
): (told: ToldComparison) => Comparison | undefined {
  const known = new Map<string, readonly Comparison[]>();
  return ({ comparison, caseId, per }) => {
    const aCase = view.cases.get(caseId);
    if (aCase?.state !== 'measured') return undefined;
    const name = per === undefined ? caseId : `${scenarioOf(caseId)} ${comparison.measure}`;
    const all =
      known.get(name) ??
      (per === undefined ? caseAt(aCase, level) : growthAt(view, aCase, comparison.measure, level));
    known.set(name, all);
    const pair = [comparison.a, comparison.b];
    const found = all.find(
      ({ a, b, measure }) => measure === comparison.measure && pair.includes(a) && pair.includes(b),
    );
    return found === undefined || found.a === comparison.a ? found : flip(found);
  };
}

function caseAt(aCase: MeasuredCase, level: number): Comparison[] {
  return settingsOf(aCase.session, [aCase.id], aCase.records).flatMap((setting) =>
    caseComparisons(setting, level),
  );
}

/** The sizes of the scenario that come from the session of its largest. */
function growthAt(
  view: DocumentView,
  { session, definition }: MeasuredCase,
  measure: string,
  level: number,
): readonly Comparison[] {
  const growth = session.growth.find(
    ({ scenario, of }) => scenario === definition.scenario && of === measure,
  );
  if (growth === undefined) return [];
  const own = measuredCases(view).filter(
    (one) => one.session.id === session.id && one.definition.scenario === growth.scenario,
  );
  const ids = own.map(({ id }) => id);
  const records = own.flatMap((one) => one.records);
  return growthResult(growth, settingsOf(session, ids, records), level).comparisons;
}

function rowOf(
  view: DocumentView,
  { comparison, measure, caseId, per }: ToldComparison,
  strict: Comparison,
  level: number,
): FamilyRow {
  const label = (id: string): string => markOf(view.report, id).label;
  const aCase = view.cases.get(caseId);
  const unfinished =
    aCase?.state === 'measured' && per === undefined
      ? unfinishedWords(comparison, measure, aCase.result, label)
      : undefined;
  const words = unfinished ?? comparisonWords(comparison, measure, label);
  const { larger, verb, amount, link, smaller } = words;
  const counted = per === undefined ? '' : ` per further ${per}`;
  return {
    caseId,
    title: aCase?.title ?? caseId,
    measure: measure.title,
    finding: `${larger} ${verb} ${amount}${counted} ${link} ${smaller}`,
    usual: words.interval,
    strict: (unfinished ?? comparisonWords(strict, measure, label)).interval,
    strictLevel: levelOf(strict),
    outcome: holdsAt(comparison, strict, level),
  };
}

function measuredCases(view: DocumentView): MeasuredCase[] {
  return [...view.cases.values()].filter((one): one is MeasuredCase => one.state === 'measured');
}
