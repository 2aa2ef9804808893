/** Base and head, each planned with its own scenarios and runtimes, on the same machine. */
import {
  ANY_KEPT_PROFILE,
  planCases,
  runtimesWanted,
  wantedCases,
  type PlannedCase,
} from '../plan/cases.ts';
import { findDifferences, type Difference, type PlannedSide } from '../plan/changed.ts';
import type { Selection } from '../plan/selection.ts';
import { loadRunners } from '../scenario/load.ts';
import { Problem } from '../scenario/problem.ts';
import { findRuntimes, recordedIn } from '../session/find-runtimes.ts';
import { makeFor } from '../session/make.ts';
import { planHere, type Surrounded } from '../session/look-around.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

export interface Sides {
  readonly base: PlannedSide;
  readonly head: PlannedSide;
  readonly differences: readonly Difference[];
}

/** What differs between the base's runners and head's, within the cases whose numbers are kept. */
export async function planSides(
  basePlaces: Places,
  places: Places,
  around: Surrounded,
  selection: Selection,
  output: Output,
): Promise<Sides> {
  const head: PlannedSide = {
    cases: planHere(around, ANY_KEPT_PROFILE, selection),
    runtimes: around.runtimes,
    root: places.root,
  };
  try {
    const base = await planBase(basePlaces, around, selection, output);
    return { base, head, differences: findDifferences(base, head) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    output.warn(`The base can't be read by this Steelyard: ${error.message}`);
    const base = { ...head, cases: [], root: basePlaces.root };
    return { base, head, differences: head.cases.flatMap(withoutBase) };
  }
}

async function planBase(
  places: Places,
  around: Surrounded,
  selection: Selection,
  output: Output,
): Promise<PlannedSide> {
  const { scenarios, runtimes: all } = await loadRunners(places.runners);
  const wanted = runtimesWanted(scenarios, ANY_KEPT_PROFILE, selection);
  const definitions = all.filter(({ id }) => wanted.has(id));
  const runtimes = await findRuntimes(definitions, places, output);
  const cases = wantedCases(scenarios, ANY_KEPT_PROFILE, selection);
  const surroundings = {
    ...around.surroundings,
    runners: places.runners,
    runtimes,
    made: await makeFor(cases, { places, runtimes, output, signal: undefined }),
    recorded: recordedIn(places),
  };
  return {
    cases: planCases(scenarios, ANY_KEPT_PROFILE, selection, surroundings),
    runtimes,
    root: places.root,
  };
}

function withoutBase(head: PlannedCase): Difference[] {
  return head.entry.contestants
    .filter(({ controlOf }) => controlOf === undefined)
    .map(({ id }) => ({
      case: head.entry.id,
      contestant: id,
      state: 'needs a new reference',
      why: "the base's scenarios can't be read by head's Steelyard",
      head,
    }));
}
