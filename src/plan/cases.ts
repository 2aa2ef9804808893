import { expectedValue } from '../scenario/expected.ts';
import type { Case, Contestant, MeasuringProfile, Scenario } from '../scenario/schema.ts';
import type { SessionCase } from '../store/schema.ts';
import { addControl, planContestants, serviceFiles, type Surroundings } from './contestants.ts';
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
}

/** The cases that a profile wants, in the order of the scenarios. `rounds` replaces the profile's count. */
export function planCases(
  scenarios: readonly Scenario[],
  profile: MeasuringProfile,
  selection: Selection,
  surroundings: Surroundings,
  rounds?: number,
): PlannedCase[] {
  const planned: PlannedCase[] = [];
  for (const scenario of scenarios) {
    for (const settings of scenario.cases) {
      const wanted = settings.rounds[profile];
      if (wanted === undefined || !selectsCase(selection, scenario, settings.id)) continue;
      const contestants = contestantsOf(scenario, settings, profile, selection);
      if (contestants.length === 0) continue;
      planned.push(
        planCase(scenario, settings, profile, contestants, surroundings, rounds ?? wanted),
      );
    }
  }
  return planned;
}

function contestantsOf(
  scenario: Scenario,
  settings: Case,
  profile: MeasuringProfile,
  selection: Selection,
): Contestant[] {
  return scenario.contestants.filter((contestant) => {
    const takesPart =
      settings.contestants === undefined || settings.contestants.includes(contestant.id);
    const inProfile = profile === 'full' || !contestant.tuned;
    return takesPart && inProfile && selectsContestant(selection, scenario, contestant.id);
  });
}

function planCase(
  scenario: Scenario,
  settings: Case,
  profile: MeasuringProfile,
  contestants: Contestant[],
  surroundings: Surroundings,
  rounds: number,
): PlannedCase {
  const { runners } = surroundings;
  const service = serviceFiles(scenario, runners);
  const floorNs = scenario.floorNs
    ? Number(expectedValue(scenario.floorNs, settings.parameters))
    : undefined;
  const taking = { scenario, settings, service, floorNs };
  const { entries, unavailable } = planContestants(contestants, taking, surroundings);
  addControl(entries, unavailable, settings, profile);
  return {
    scenario,
    settings,
    unit: scenario.growth.length > 0 ? scenario.id : `${scenario.id}/${settings.id}`,
    unavailable,
    entry: {
      id: `${scenario.id}/${settings.id}`,
      scenario: scenario.id,
      parameters: settings.parameters,
      rounds,
      blocks: profile === 'full' && rounds % 3 === 0 ? 3 : 1,
      timeoutS: settings.timeoutS,
      memoryCapBytes: memoryCap(settings, surroundings.memoryGiB),
      ...(floorNs === undefined ? {} : { floorNs }),
      measures: scenario.measures,
      verdicts: scenario.verdicts,
      contestants: entries,
      ...(service.length === 0 ? {} : { service }),
    },
  };
}

/**
 * Two thirds of the memory there is, for safety only, where the scenario states no cap or one that
 * could never be reached here.
 */
function memoryCap({ memoryCapGiB = Infinity }: Case, memoryGiB: number): number {
  const gib = memoryCapGiB <= memoryGiB ? memoryCapGiB : (memoryGiB * 2) / 3;
  return Math.round(gib * 1024) * 1024 * 1024;
}
