import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../store/canonical.ts';
import type { SessionCase, SessionContestant } from '../store/schema.ts';
import { controlId } from '../scenario/check.ts';
import { expectedValue } from '../scenario/expected.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import {
  filesOf,
  type Case,
  type Contestant,
  type MeasuringProfile,
  type Parameters,
  type Scenario,
} from '../scenario/schema.ts';
import { contestantKey } from './key.ts';
import { selectsCase, selectsContestant, type Selection } from './selection.ts';

/** What the plan needs to know of the outside. */
export interface Surroundings {
  /** Folder of scenarios, runtimes and services. */
  readonly runners: string;
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly launcher: { readonly sha256: string; readonly metric: number };
  readonly memoryGiB: number;
}

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
  const service = scenario.service
    ? hashFiles(
        join(surroundings.runners, 'services'),
        [scenario.service.program, ...scenario.service.helpers],
        'services',
      )
    : [];
  const floorNs = scenario.floorNs
    ? Number(expectedValue(scenario.floorNs, settings.parameters))
    : undefined;
  const entries: SessionContestant[] = [];
  const unavailable = new Map<string, string>();
  for (const contestant of contestants) {
    const runtime = surroundings.runtimes.get(contestant.runtime);
    const reason = whyUnavailable(contestant, runtime);
    if (reason !== undefined) unavailable.set(contestant.id, reason);
    const folder = join(surroundings.runners, 'runtimes', contestant.runtime);
    const files = hashFiles(folder, filesOf(contestant), `runtimes/${contestant.runtime}`);
    const found = runtime?.available === true ? runtime : undefined;
    entries.push({
      id: contestant.id,
      runtime: contestant.runtime,
      tuned: contestant.tuned,
      once: settings.once.includes(contestant.id),
      ...stepsOf(contestant),
      files,
      key: contestantKey({
        program: files,
        service,
        serviceParameters: serviceParameters(scenario, settings),
        ...stepsOf(contestant),
        command: found?.words,
        parameters: settings.parameters,
        answer: scenario.answer,
        floorNs,
        lockSha256: contestant.needs.length > 0 ? found?.lockSha256 : undefined,
        runtimeVersion: found?.version ?? 'not here',
        binarySha256: found?.binarySha256 ?? 'not here',
        runtimeEnvironment: found?.environment,
        launcherSha256: surroundings.launcher.sha256,
        metric: surroundings.launcher.metric,
      }),
    });
  }
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

/** What of a contestant isn't as usual. */
function stepsOf({
  prepare,
  cleanup,
  exitCodes,
}: Contestant): Pick<SessionContestant, 'prepare' | 'cleanup' | 'exitCodes'> {
  const isUsual = exitCodes.length === 1 && exitCodes[0] === 0;
  return {
    ...(prepare === undefined ? {} : { prepare }),
    ...(cleanup === undefined ? {} : { cleanup }),
    ...(isUsual ? {} : { exitCodes }),
  };
}

/** What a scenario's service gets beside the case's own parameters. */
export function serviceParameters(scenario: Scenario, settings: Case): Parameters | undefined {
  return scenario.service && { addresses: settings.addresses, ...scenario.service.parameters };
}

/** The A/A control: one contestant entered twice. */
function addControl(
  entries: SessionContestant[],
  unavailable: Map<string, string>,
  settings: Case,
  profile: MeasuringProfile,
): void {
  const control = settings.control;
  if (control === undefined || profile === 'smoke' || !control.profiles.includes(profile)) return;
  const original = entries.find((entry) => entry.id === control.of);
  if (original === undefined) return;
  const id = controlId(original.id);
  entries.push({ ...original, id, controlOf: original.id });
  const reason = unavailable.get(original.id);
  if (reason !== undefined) unavailable.set(id, reason);
}

function whyUnavailable(
  contestant: Contestant,
  runtime: FoundRuntime | MissingRuntime | undefined,
): string | undefined {
  if (runtime === undefined)
    return `there is no runtime "${contestant.runtime}" under runners/runtimes/`;
  if (!runtime.available) return runtime.reason;
  const missing = contestant.needs.find((name) => runtime.missing[name] !== undefined);
  return missing === undefined ? undefined : `${missing}: ${runtime.missing[missing]}`;
}

/**
 * Two thirds of the memory there is, for safety only, where the scenario states no cap or one that
 * could never be reached here.
 */
function memoryCap({ memoryCapGiB = Infinity }: Case, memoryGiB: number): number {
  const gib = memoryCapGiB <= memoryGiB ? memoryCapGiB : (memoryGiB * 2) / 3;
  return Math.round(gib * 1024) * 1024 * 1024;
}

function hashFiles(
  folder: string,
  paths: string[],
  shownFolder: string,
): { path: string; sha256: string }[] {
  return paths.map((path) => ({
    path: `${shownFolder}/${path}`,
    sha256: sha256Of(readFileSync(join(folder, path))),
  }));
}
