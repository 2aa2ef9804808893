/** What the files here change against a base, and whether it is real. */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from '../analyse/analyse.ts';
import { changeOfTrial, changeWithoutTrial } from '../analyse/trial-change.ts';
import { engineVersion } from '../engine.ts';
import { clearLeftoverFolders } from '../measure/leftovers.ts';
import { runName } from '../measure/run-name.ts';
import { ANY_KEPT_PROFILE, planCases, type PlannedCase } from '../plan/cases.ts';
import { everything, type Selection } from '../plan/selection.ts';
import { planTrials, type Trial } from '../plan/trials.ts';
import { loadScenarios } from '../scenario/load.ts';
import { Problem } from '../scenario/problem.ts';
import {
  COMPARISON_VERSION,
  comparisonSchema,
  LONGEST_TEXT,
  MOST_ROUNDS,
  MOST_ROWS,
  type BaseComparison,
  type Change,
} from '../store/comparison.ts';
import { LONGEST_NAME } from '../store/ids.ts';
import { checkOutBase, findRevisions, type Revisions } from './base.ts';
import { lockedVersion, readLock } from './harness.ts';
import { compareDocuments, type Analyse } from './documents.ts';
import { measureTrials } from './trials.ts';
import { planSides, type Sides } from './sides.ts';
import { recordedIn } from '../session/find-runtimes.ts';
import { lookAround, type Surrounded } from '../session/look-around.ts';
import { checkNotInterrupted } from '../session/checks.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

export interface CompareOptions {
  /** A commit, branch or tag. */
  readonly base: string;
  /** Most time for measuring. */
  readonly budgetS: number;
  readonly selection: Selection;
  readonly signal: AbortSignal;
}

/** Its folders in the cache bear the name of their process. */
const PREFIX = 'compare-';

/** What is handed from step to step. */
interface Comparing {
  readonly options: CompareOptions;
  readonly revisions: Revisions;
  /** Holds the base's files and the programs that are measured; removed at the end. */
  readonly folder: string;
  readonly basePlaces: Places;
  readonly places: Places;
  readonly around: Surrounded;
}

/**
 * Measures what differs from the base, within the budget, and compares the documents.
 *
 * @throws Problem (usage) where the base isn't known, (blocked) where measuring can't begin,
 *   (interrupted) after Ctrl-C: what is finished is kept
 */
export async function compareWithBase(
  options: CompareOptions,
  places: Places,
  output: Output,
): Promise<BaseComparison> {
  const revisions = await findRevisions(options.base, places);
  mkdirSync(places.cache, { recursive: true });
  await clearLeftoverFolders(places.cache, PREFIX);
  const folder = join(places.cache, `${PREFIX}${await runName()}`);
  mkdirSync(folder);
  try {
    // The base's files find their packages here, wherever the cache stands.
    symlinkSync(join(places.root, 'node_modules'), join(folder, 'node_modules'));
    const basePlaces = await checkOutBase(revisions, folder, places);
    const around = await lookAround(places, output, {
      ...options,
      profile: ANY_KEPT_PROFILE,
      finds: revisions.touched.runners,
    });
    try {
      checkNotInterrupted(options.signal);
      return await compareHere({ options, revisions, folder, basePlaces, places, around }, output);
    } finally {
      around.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareHere(comparing: Comparing, output: Output): Promise<BaseComparison> {
  const { options, revisions, basePlaces, places, around } = comparing;
  const startedMs = performance.now();
  const measured = revisions.touched.runners
    ? await measureChanges(comparing, output)
    : { changes: [], invocations: 0 };
  const base = {
    places: basePlaces,
    analyse: await analysisOf(basePlaces, revisions, output),
    cases: await allCases(basePlaces, around),
  };
  const head = { places, analyse, cases: await allCases(places, around) };
  const { machine } = around;
  return comparisonSchema.parse({
    schema: COMPARISON_VERSION,
    madeAt: new Date().toISOString(),
    base: { commit: revisions.base },
    head: { commit: revisions.head, dirty: revisions.dirty },
    touched: revisions.touched,
    machine: {
      cpu: machine.cpu.slice(0, LONGEST_NAME),
      cores: machine.usableCores,
      memoryGiB: machine.memoryGiB,
      os: machine.os.slice(0, LONGEST_NAME),
    },
    budgetS: options.budgetS,
    tookS: Math.round((performance.now() - startedMs) / 1000),
    invocations: measured.invocations,
    command: commandOf(options, revisions).slice(0, LONGEST_TEXT),
    changes: measured.changes,
    ...compareDocuments(base, head),
  } satisfies BaseComparison);
}

async function measureChanges(
  comparing: Comparing,
  output: Output,
): Promise<{ changes: Change[]; invocations: number }> {
  const { options, folder, basePlaces, places, around } = comparing;
  const sides: Sides = await planSides(basePlaces, places, around, options.selection, output);
  checkNotInterrupted(options.signal);
  const differences = sides.differences.slice(0, MOST_ROWS);
  const trials = planTrials(differences, MOST_ROUNDS);
  if (trials.length === 0) return { changes: differences.map(changeWithoutTrial), invocations: 0 };
  const { budgetS, signal } = options;
  const run = { trials, sides, folder, basePlaces, budgetS, signal };
  const { records, folder: kept } = await measureTrials(run, places, around, output);
  output.say(`What was measured is kept in ${kept}.`);
  const changes = differences.map((difference) => {
    const trial: Trial | undefined = trials.find((each) => each.difference === difference);
    const change =
      trial === undefined ? changeWithoutTrial(difference) : changeOfTrial(trial, records);
    return 'why' in change ? { ...change, why: change.why.slice(0, LONGEST_TEXT) } : change;
  });
  return { changes, invocations: records.length };
}

/** Every case whose numbers are kept; which runtimes are here makes no difference to its programs. */
async function allCases(places: Places, around: Surrounded): Promise<PlannedCase[]> {
  const surroundings = {
    ...around.surroundings,
    runners: places.runners,
    runtimes: new Map(),
    recorded: recordedIn(places),
  };
  try {
    return planCases(
      await loadScenarios(places.runners),
      ANY_KEPT_PROFILE,
      everything,
      surroundings,
    );
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** The base's own analysis where Steelyard itself changed, so that this shows in the numbers. */
async function analysisOf(
  basePlaces: Places,
  { touched }: Revisions,
  output: Output,
): Promise<Analyse> {
  if (!touched.harness) return analyse;
  const file = join(basePlaces.root, 'src', 'analyse', 'analyse.ts');
  if (!existsSync(file)) {
    const then = lockedVersion(readLock(basePlaces.root)) ?? 'another version';
    output.warn(
      `The base has Steelyard ${then}, and this is ${engineVersion}, which analyses both: what a change of Steelyard does to the numbers doesn't show.`,
    );
    return analyse;
  }
  try {
    const module = (await import(pathToFileURL(file).href)) as { analyse: Analyse };
    return module.analyse;
  } catch (error) {
    output.warn(`The base's own analysis can't be used: ${(error as Error).message}`);
    return analyse;
  }
}

/** The command that makes the same comparison anew, with the commit instead of a branch that moves on. */
function commandOf({ budgetS, selection }: CompareOptions, { base }: Revisions): string {
  const flags = [
    `--base ${base.slice(0, 12)}`,
    ...(selection.only.length > 0 ? [`--only ${selection.only.join(',')}`] : []),
    ...(selection.skip.length > 0 ? [`--skip ${selection.skip.join(',')}`] : []),
    `--budget ${budgetS % 60 === 0 ? `${budgetS / 60}m` : `${budgetS}s`}`,
  ];
  return `npm run compare -- ${flags.join(' ')}`;
}
