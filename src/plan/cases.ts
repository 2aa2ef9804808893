import { sortMade, type Built, type MadeInput } from '../scenario/made.ts';
import { expectedValue } from '../scenario/expected.ts';
import {
  takesPart,
  type Case,
  type Contestant,
  type MeasuringProfile,
  type Scenario,
} from '../scenario/schema.ts';
import type { SessionCase } from '../store/schema.ts';
import { addControl, planContestants, type Surroundings } from './contestants.ts';
import { checkFiles, serviceFiles } from './hashed-files.ts';
import { selectsCase, selectsContestant, type Selection } from './selection.ts';

/** A case as it will be measured. */
export interface PlannedCase {
  /** What goes into session.json. */
  readonly entry: SessionCase;
  readonly scenario: Scenario;
  readonly settings: Case;
  /** Cases of one unit are fresh or stale together: the sizes of a growth series. */
  readonly unit: string;
  /** Contestants that can't run here, with the reason. */
  readonly unavailable: ReadonlyMap<string, string>;
  /** What they work on, by the input's name. */
  readonly inputs: ReadonlyMap<string, MadeInput>;
  /** What was built for them, by contestant. */
  readonly built: ReadonlyMap<string, Built>;
}

/** A profile; or several, of which the first that has a case says how it is planned. */
export type Profiles = MeasuringProfile | readonly MeasuringProfile[];

/** Every case that is ever measured, as the profile that measures most of it plans it. */
export const ANY_PROFILE: Profiles = ['full', 'quick', 'smoke'];

/** Every case whose numbers are kept. */
export const ANY_KEPT_PROFILE: Profiles = ['full', 'quick'];

/** The cases that a profile wants, in the order of the scenarios. `rounds` replaces the profile's count. */
export function planCases(
  scenarios: readonly Scenario[],
  profiles: Profiles,
  selection: Selection,
  surroundings: Surroundings,
  rounds?: number,
): PlannedCase[] {
  return wantedCases(scenarios, profiles, selection).map((wanted) =>
    planCase({ ...wanted, rounds: rounds ?? wanted.rounds }, surroundings),
  );
}

/** The runtimes of everything that a profile and a selection want. */
export function runtimesWanted(
  scenarios: readonly Scenario[],
  profiles: Profiles,
  selection: Selection,
): ReadonlySet<string> {
  const wanted = wantedCases(scenarios, profiles, selection);
  const all = wanted.flatMap(({ scenario: { inputs = {}, check }, contestants }) => [
    ...contestants.map(({ runtime }) => runtime),
    ...Object.values(inputs).map((input) => ('runtime' in input ? input.runtime : undefined)),
    check?.files?.runtime,
  ]);
  return new Set(all.filter((id) => id !== undefined));
}

/** The profiles that measure something of a selection, the least first. */
export function profilesWith(
  scenarios: readonly Scenario[],
  selection: Selection,
): MeasuringProfile[] {
  const profiles = ['smoke', 'quick', 'full'] as const;
  return profiles.filter((profile) => wantedCases(scenarios, profile, selection).length > 0);
}

/** A case with those of its contestants that are wanted. */
export interface WantedCase {
  readonly scenario: Scenario;
  readonly settings: Case;
  readonly profile: MeasuringProfile;
  readonly rounds: number;
  readonly contestants: readonly Contestant[];
}

/** The cases that a profile and a selection want, with their contestants. */
export function wantedCases(
  scenarios: readonly Scenario[],
  profiles: Profiles,
  selection: Selection,
): WantedCase[] {
  return scenarios.flatMap((scenario) =>
    scenario.cases.flatMap((settings): WantedCase[] => {
      const profile = [profiles].flat().find((one) => settings.rounds[one] !== undefined);
      const rounds = profile && settings.rounds[profile];
      if (profile === undefined || rounds === undefined) return [];
      if (!selectsCase(selection, scenario, settings.id)) return [];
      const contestants = contestantsOf(scenario, settings, profile, selection);
      return contestants.length === 0 ? [] : [{ scenario, settings, profile, rounds, contestants }];
    }),
  );
}

function contestantsOf(
  scenario: Scenario,
  settings: Case,
  profile: MeasuringProfile,
  selection: Selection,
): Contestant[] {
  return scenario.contestants.filter((contestant) => {
    const inProfile = profile === 'full' || !contestant.tuned;
    return (
      takesPart(contestant, settings) &&
      inProfile &&
      selectsContestant(selection, scenario, contestant.id)
    );
  });
}

function planCase(
  { scenario, settings, profile, rounds, contestants }: WantedCase,
  surroundings: Surroundings,
): PlannedCase {
  const { runners } = surroundings;
  const service = serviceFiles(scenario, runners);
  const floorNs = scenario.floorNs
    ? Number(expectedValue(scenario.floorNs, settings.parameters))
    : undefined;
  const id = `${scenario.id}/${settings.id}`;
  const { made: inputs, lack } = sortMade(surroundings.made?.inputs.get(id));
  const judges = checkFiles(scenario, runners);
  const taking = { scenario, settings, service, checkFiles: judges, inputs, lack, floorNs };
  const { entries, unavailable, built } = planContestants(contestants, taking, surroundings);
  addControl(entries, unavailable, settings, profile);
  return {
    scenario,
    settings,
    unit: scenario.growth.length > 0 ? scenario.id : `${scenario.id}/${settings.id}`,
    unavailable,
    inputs,
    built,
    entry: {
      id,
      scenario: scenario.id,
      parameters: settings.parameters,
      ...(scenario.scale === undefined ? {} : { scale: scenario.scale }),
      rounds,
      blocks: profile === 'full' && rounds % 3 === 0 ? 3 : 1,
      timeoutS: settings.timeoutS,
      memoryCapBytes: memoryCap(settings, surroundings.memoryGiB),
      ...(floorNs === undefined ? {} : { floorNs }),
      measures: scenario.measures,
      verdicts: scenario.verdicts,
      contestants: entries,
      ...(service.length === 0 ? {} : { service }),
      ...(inputs.size === 0 ? {} : { inputs: inputsOf(inputs) }),
      ...(scenario.check === undefined ? {} : { check: scenario.check }),
      ...(judges.length === 0 ? {} : { checkFiles: judges }),
    },
  };
}

/** As the session records them: no path. */
function inputsOf(inputs: ReadonlyMap<string, MadeInput>): SessionCase['inputs'] {
  return Object.fromEntries(
    [...inputs].map(([name, { sha256, bytes, from, files }]) => [
      name,
      { sha256, bytes, from, ...(files.length > 0 && { files: [...files] }) },
    ]),
  );
}

/**
 * Two thirds of the memory there is, for safety only, where the scenario states no cap or one that
 * could never be reached here.
 */
function memoryCap({ memoryCapGiB = Infinity }: Case, memoryGiB: number): number {
  const gib = memoryCapGiB <= memoryGiB ? memoryCapGiB : (memoryGiB * 2) / 3;
  return Math.round(gib * 1024) * 1024 * 1024;
}
