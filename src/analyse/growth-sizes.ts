/** The sizes of a growth series, and the rounds that two of them have in common. */
import { firstRoundOfBlock, isSampled } from '../plan/schedule.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import type { Session, SessionCase, SessionMeasure } from '../store/schema.ts';
import { measureValue } from './measures.ts';
import { finishedAllRounds, type Setting, type Subject } from './subject.ts';

export type Growth = Session['growth'][number];

/** What is stepped through: a parameter of a scenario, with the measure that is looked at. */
export type Stepped = Pick<Growth, 'scenario' | 'parameter' | 'of'>;

/** Below this size what a program needs at all hides what one more unit needs. */
export const SMALLEST_SIZE = 100;

/** One size of the series: the case, its scale, and its contestants by id. */
export interface Size {
  readonly scale: number;
  readonly setting: Setting;
  readonly entrants: ReadonlyMap<string, Entrant>;
}

/** A contestant at one size. */
interface Entrant {
  readonly subject: Subject;
  readonly finishedAllRounds: boolean;
  /** Its rounds by block and place there. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A round by its block and its place there, with the value of the growth's measure. */
interface Place {
  readonly block: number;
  readonly round: number;
  readonly value: number | undefined;
}

/** Two sizes between which a slope is taken; it says nothing outside them. */
export interface Range {
  readonly from: Size;
  readonly to: Size;
  /** Whether both are large enough for a verdict. */
  readonly isDecisive: boolean;
}

/** Sizes of the scenario that take part in verdicts, in rising order. */
export function sizesOf(growth: Stepped, settings: readonly Setting[]): Size[] {
  return allSizesOf(
    growth,
    settings.filter(({ aCase }) => aCase.verdicts),
  );
}

/** All sizes of the scenario, in rising order. */
export function allSizesOf(growth: Stepped, settings: readonly Setting[]): Size[] {
  return settings
    .filter(({ aCase }) => aCase.scenario === growth.scenario)
    .flatMap((setting) => {
      const scale = setting.aCase.parameters[growth.parameter];
      return typeof scale === 'number'
        ? [{ scale, setting, entrants: entrantsOf(setting, growth.of) }]
        : [];
    })
    .sort((x, y) => x.scale - y.scale);
}

function entrantsOf(setting: Setting, measureId: string): Map<string, Entrant> {
  const measure = setting.aCase.measures.find(({ id }) => id === measureId);
  return new Map(
    setting.subjects.map((subject) => [
      subject.contestant.id,
      {
        subject,
        finishedAllRounds: finishedAllRounds(subject, setting),
        places: placesOf(subject, setting.aCase, measure),
      },
    ]),
  );
}

function placesOf(
  { records }: Subject,
  aCase: SessionCase,
  measure: SessionMeasure | undefined,
): Map<string, Place> {
  return new Map(
    records.map((record) => {
      const [block, round] = [record.block, placeInBlock(record, aCase)];
      const value = measure && measureValue(record, measure, aCase);
      return [`${block} ${round}`, { block, round, value }];
    }),
  );
}

/** Contestants of the series in order of appearance; A/A copies and what runs once take no part. */
export function contestantsOf(sizes: readonly Size[]): string[] {
  const all = sizes.flatMap(({ setting }) => setting.subjects.map(({ contestant }) => contestant));
  return [
    ...new Set(
      all.filter(({ controlOf, once }) => controlOf === undefined && !once).map(({ id }) => id),
    ),
  ];
}

/**
 * The smallest size from 100 on and the largest that all of these contestants finished in
 * every round. Where there aren't two such sizes, the smallest and the largest of all, for
 * showing only.
 */
export function rangeOf(ids: readonly string[], sizes: readonly Size[]): Range | undefined {
  const finished = sizes.filter(({ entrants }) =>
    ids.every((id) => entrants.get(id)?.finishedAllRounds === true),
  );
  const large = finished.filter(({ scale }) => scale >= SMALLEST_SIZE);
  return between(large, true) ?? between(finished, false);
}

function between(sizes: readonly Size[], isDecisive: boolean): Range | undefined {
  const from = sizes[0];
  const to = sizes.at(-1);
  return from === undefined || to === undefined || from.scale === to.scale
    ? undefined
    : { from, to, isDecisive };
}

/** A round that both sizes have: what a contestant needed at each, where it was measured. */
export interface GrowthRound {
  readonly block: number;
  /** Place within the block. */
  readonly round: number;
  readonly small: number | undefined;
  readonly large: number | undefined;
}

/** Values of the growth's measure at both ends of the range, of every round that both have. */
export function growthRounds(id: string, { from, to }: Range): GrowthRound[] {
  const [small, large] = [from, to].map(({ entrants }) => entrants.get(id)?.places);
  return [...(large ?? [])].flatMap(([name, { block, round, value }]) => {
    const partner = small?.get(name);
    return partner === undefined ? [] : [{ block, round, small: partner.value, large: value }];
  });
}

/**
 * Place of a round among those of its block, by its number and whatever else was recorded. A slow case has
 * fewer rounds in a block than a quick one: their rounds are numbered differently, and the first
 * ones of each block go together. So do the first rounds with a sampler, which count down from −1.
 */
function placeInBlock({ block, round }: InvocationRecord, aCase: SessionCase): number {
  if (isSampled({ round }, aCase)) return aCase.rounds - round;
  return round - firstRoundOfBlock(aCase, block);
}
