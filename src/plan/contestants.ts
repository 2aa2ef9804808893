/** The contestants of a case as they will be measured: their files and keys, and who can't run here. */
import { controlId } from '../scenario/check.ts';
import { type Built, type Made, type MadeInput, type NotMade } from '../scenario/made.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import {
  filesOf,
  folderOf,
  kindOf,
  type Case,
  type Contestant,
  type MeasuringProfile,
  type Parameters,
  type Scenario,
} from '../scenario/schema.ts';
import type { SessionContestant } from '../store/schema.ts';
import { hashFiles, type HashedFile } from './hashed-files.ts';
import { contestantKey } from './key.ts';
import { whyUnavailable } from './unavailable.ts';

/** What the plan needs to know of the outside. */
export interface Surroundings {
  /** Folder of scenarios, runtimes and services. */
  readonly runners: string;
  readonly runtimes: ReadonlyMap<string, FoundRuntime | MissingRuntime>;
  readonly launcher: { readonly sha256: string; readonly metric: number };
  readonly memoryGiB: number;
  /** What was built and made for the scenarios; absent: nothing. */
  readonly made?: Made;
  /** Variables with the folders of this machine replaced by names; absent: as they are. */
  readonly recorded?: Recorded;
}

type Recorded = (variables: Readonly<Record<string, string>>) => Record<string, string>;

/** What they take part in. */
interface Taking {
  readonly scenario: Scenario;
  readonly settings: Case;
  readonly service: readonly HashedFile[];
  readonly checkFiles: readonly HashedFile[];
  readonly inputs: ReadonlyMap<string, MadeInput>;
  /** Why an input isn't there. */
  readonly lack: string | undefined;
  readonly floorNs: number | undefined;
}

interface PlannedContestants {
  readonly entries: SessionContestant[];
  /** Contestants that can't run here, with the reason. */
  readonly unavailable: Map<string, string>;
  /** What was built for them, by contestant. */
  readonly built: ReadonlyMap<string, Built>;
}

export function planContestants(
  contestants: readonly Contestant[],
  taking: Taking,
  surroundings: Surroundings,
): PlannedContestants {
  const unavailable = new Map<string, string>();
  const built = new Map<string, Built>();
  const entries = contestants.map((contestant) => {
    const runtime = surroundings.runtimes.get(contestant.runtime);
    const own = builtFor(contestant, taking, surroundings);
    const reason = whyUnavailable(contestant, runtime) ?? taking.lack ?? whyNotBuilt(own);
    if (reason !== undefined) unavailable.set(contestant.id, reason);
    if (own !== undefined && 'path' in own) built.set(contestant.id, own);
    return planContestant(contestant, runtime, built.get(contestant.id), taking, surroundings);
  });
  return { entries, unavailable, built };
}

function planContestant(
  contestant: Contestant,
  runtime: FoundRuntime | MissingRuntime | undefined,
  built: Built | undefined,
  { scenario, settings, service, checkFiles, inputs, floorNs }: Taking,
  { runners, launcher, recorded = (variables) => ({ ...variables }) }: Surroundings,
): SessionContestant {
  const files = hashFiles(runners, folderOf(contestant), filesOf(contestant));
  const found = runtime?.available === true ? runtime : undefined;
  const { environment } = contestant;
  const variables = variablesOf(contestant, found);
  return {
    id: contestant.id,
    runtime: contestant.runtime,
    tuned: contestant.tuned,
    once: settings.once.includes(contestant.id),
    ...stepsOf(contestant),
    ...(environment === undefined ? {} : { environment: recorded(environment) }),
    ...(contestant.why === undefined ? {} : { why: contestant.why }),
    ...(built && { build: { words: [...built.words], sha256: built.sha256, bytes: built.bytes } }),
    files,
    key: contestantKey({
      program: files,
      service,
      serviceParameters: serviceParameters(scenario, settings),
      ...stepsOf(contestant),
      command: found?.words,
      parameters: settings.parameters,
      answer: scenario.answer,
      check: scenario.check,
      checkFiles: checkFiles.length > 0 ? checkFiles : undefined,
      inputs: inputs.size > 0 ? hashesOf(inputs) : undefined,
      build: built && { words: built.words, sha256: built.sha256 },
      floorNs,
      lockSha256: contestant.needs.length > 0 ? found?.lockSha256 : undefined,
      runtimeVersion: found?.version ?? 'not here',
      binarySha256: found?.binarySha256 ?? 'not here',
      runtimeEnvironment: variables && recorded(variables),
      launcherSha256: launcher.sha256,
      metric: launcher.metric,
    }),
  };
}

/** What was built for a contestant, if it is one that is built. */
function builtFor(
  contestant: Contestant,
  { scenario }: Taking,
  { made }: Surroundings,
): Built | NotMade | undefined {
  if (kindOf(contestant) !== 'built') return undefined;
  return made?.built.get(`${scenario.id}/${contestant.id}`) ?? { reason: 'It was not built.' };
}

function whyNotBuilt(built: Built | NotMade | undefined): string | undefined {
  return built !== undefined && 'reason' in built ? built.reason : undefined;
}

function hashesOf(inputs: ReadonlyMap<string, MadeInput>): Record<string, string> {
  return Object.fromEntries([...inputs].map(([name, { sha256 }]) => [name, sha256]));
}

/** Variables that a contestant's programs get beside the common ones; undefined where there are none. */
export function variablesOf(
  { environment }: Contestant,
  runtime: FoundRuntime | undefined,
): Readonly<Record<string, string>> | undefined {
  return environment === undefined
    ? runtime?.environment
    : { ...runtime?.environment, ...environment };
}

/** What of a contestant isn't as usual. */
function stepsOf({
  prepare,
  cleanup,
  exitCodes,
  args,
  stdin,
}: Contestant): Pick<SessionContestant, 'prepare' | 'cleanup' | 'exitCodes' | 'args' | 'stdin'> {
  const isUsual = exitCodes.length === 1 && exitCodes[0] === 0;
  return {
    ...(prepare === undefined ? {} : { prepare }),
    ...(cleanup === undefined ? {} : { cleanup }),
    ...(isUsual ? {} : { exitCodes }),
    ...(args === undefined ? {} : { args }),
    ...(stdin === undefined ? {} : { stdin }),
  };
}

/** What a scenario's service gets beside the case's own parameters. */
export function serviceParameters(scenario: Scenario, settings: Case): Parameters | undefined {
  return scenario.service && { addresses: settings.addresses, ...scenario.service.parameters };
}

/** The A/A control: one contestant entered twice. */
export function addControl(
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
