import { stateOf, Watch } from '../measure/watched.ts';
import type { PlannedCase } from '../plan/cases.ts';
import type { Watched } from '../scenario/runtime.ts';
import type { Step } from '../plan/schedule.ts';
import { Problem } from '../scenario/problem.ts';
import type { SessionCase, SessionContestant } from '../store/schema.ts';
import type { Surrounded } from './look-around.ts';
import { sourcesOf } from './sources.ts';

/**
 * Makes the check that stands before each invocation: whether what a step measures, and what it is
 * measured with, is still what its key says.
 *
 * @returns rejects with a Problem (usage) when a file was edited or replaced since the session was planned
 */
export function unchangedCheck(
  runners: string,
  cases: readonly SessionCase[],
  around: Pick<Surrounded, 'runtimes' | 'world' | 'scenarios'>,
  planned: readonly PlannedCase[],
): (step: Step) => Promise<void> {
  const watch = new Watch();
  const made = new Map(planned.map((one) => [one.entry.id, madeFor(one)]));
  return async (step) => {
    const aCase = cases.find((each) => each.id === step.case);
    const contestant = aCase?.contestants.find((each) => each.id === step.contestant);
    if (aCase === undefined || contestant === undefined) return;
    const edited = await watch.findChanged(sources(runners, aCase, contestant));
    if (edited !== undefined) throw changed(`${edited} was edited while it was measured.`);
    const replaced = await watch.findChanged(tools(aCase, contestant, around));
    const changedInput = await watch.findChanged(made.get(step.case) ?? []);
    if (changedInput !== undefined)
      throw changed(`${changedInput}, which was made for this session, was changed meanwhile.`);
    if (replaced !== undefined)
      throw changed(`${replaced}, which the programs are run with, was replaced meanwhile.`);
  };
}

function sources(
  runners: string,
  aCase: SessionCase,
  contestant: SessionContestant,
): readonly Watched[] {
  const files = sourcesOf(runners, [{ ...aCase, contestants: [contestant] }]);
  return [...files].map(([path, sha256]) => ({ path, sha256 }));
}

/** The launcher, the runtime and, where the program needs them, its packages. */
function tools(
  aCase: SessionCase,
  { runtime, id, controlOf }: SessionContestant,
  { runtimes, world, scenarios }: Pick<Surrounded, 'runtimes' | 'world' | 'scenarios'>,
): readonly Watched[] {
  const found = runtimes.get(runtime);
  const scenario = scenarios.find((each) => each.id === aCase.scenario);
  const needs = scenario?.contestants.find((each) => each.id === (controlOf ?? id))?.needs ?? [];
  const { files = [], packages = [] } = found?.available === true ? found : {};
  return [...world.watched, ...files, ...(needs.length > 0 ? packages : [])];
}

/** What was built for a case and what it works on, as they are when the session begins. */
function madeFor({ inputs, built }: PlannedCase): Watched[] {
  const programs = [...built.values()].map(({ path, sha256 }) => ({ path, sha256 }));
  return [...programs, ...[...inputs.values()].map(({ path }) => ({ path, state: stateOf(path) }))];
}

function changed(what: string): Problem {
  return new Problem(
    'usage',
    `${what} What is finished is kept: ` +
      'put it back and run the same command again to go on, or run it as it is to measure the new one.',
  );
}
