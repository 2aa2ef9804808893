/** What the runs of a check say of each program. */
import type { PlannedCase } from '../plan/cases.ts';
import { selectsContestant, type Selection } from '../plan/selection.ts';
import { filesOf, folderOf, type Scenario } from '../scenario/schema.ts';
import type { Surrounded } from '../session/look-around.ts';
import type { InvocationRecord } from '../store/record-schema.ts';

const words: Readonly<Partial<Record<InvocationRecord['outcome'], string>>> = {
  'wrong-answer': 'the answer is wrong',
  failed: 'it failed',
  'timed-out': 'it did not end in time',
  'out-of-memory': 'it ran out of memory',
  killed: 'it was killed',
};

/** A finding for each contestant of a case that did not give the right answer. */
export function wrongAnswers(
  planned: readonly PlannedCase[],
  records: readonly InvocationRecord[],
): string[] {
  const wrong = records.filter(({ outcome }) => words[outcome] !== undefined);
  const first = new Map(wrong.toReversed().map((one) => [`${one.case} ${one.contestant}`, one]));
  return [...first.values()].toReversed().map((record) => {
    const { case: id, contestant, outcome, reason, stderr } = record;
    const said =
      stderr === undefined ? '' : `\n  Its last lines of standard error:\n${indented(stderr)}`;
    return (
      `${contestant} of ${id}: ${words[outcome]}${reason === undefined ? '' : `: ${reason}`}. ` +
      `Mend ${programOf(id, contestant, planned)}, or what its scenario expects.${said}`
    );
  });
}

/** A finding for each program that can't be built, though what builds it is here. */
export function notBuilt({ scenarios, runtimes, surroundings }: Surrounded): string[] {
  return scenarios.flatMap((scenario) =>
    scenario.contestants.flatMap((contestant) => {
      const built = surroundings.made?.built.get(`${scenario.id}/${contestant.id}`);
      const isHere = runtimes.get(contestant.runtime)?.available === true;
      if (built === undefined || !('reason' in built) || !isHere) return [];
      const program = `runners/${folderOf(contestant)}/${filesOf(contestant)[0]}`;
      return [
        `${contestant.id} of ${scenario.id}: ${built.reason} Mend ${program} or its "build".`,
      ];
    }),
  );
}

/** A finding for each input that nobody can make. */
export function notMade({ surroundings }: Surrounded): string[] {
  const all = [...(surroundings.made?.inputs ?? [])].flatMap(([, inputs]) => [...inputs.values()]);
  const mistakes = all.flatMap((one) =>
    'isMistake' in one ? [one.reason.replace(/\.$/, '')] : [],
  );
  return [...new Set(mistakes)].map(
    (reason) => `${reason}. Mend it under runners/inputs/, or what its scenario says of it.`,
  );
}

/** Which contestants no run tells of, and why. */
export function notTried(
  scenarios: readonly Scenario[],
  selection: Selection,
  planned: readonly PlannedCase[],
  records: readonly InvocationRecord[],
): string[] {
  const lacking = new Map<string, Set<string>>();
  const note = (why: string, contestant: string): void => {
    lacking.set(why, (lacking.get(why) ?? new Set()).add(contestant));
  };
  for (const { unavailable } of planned)
    for (const [contestant, why] of unavailable) note(why, contestant);
  for (const { outcome, contestant, reason = '' } of records)
    if (outcome === 'not-attempted') note(reason, contestant);
  for (const scenario of scenarios.filter(({ id }) => selection.needed?.includes(id) ?? true))
    for (const { id } of scenario.contestants)
      if (selectsContestant(selection, scenario, id) && !takesPart(scenario, id, planned))
        note(`${scenario.id} has no smoke case with it`, id);
  return [...lacking].map(([why, those]) => `${[...those].join(', ')}: not tried. ${why}`);
}

function takesPart({ id }: Scenario, contestant: string, planned: readonly PlannedCase[]): boolean {
  return planned.some(
    ({ scenario, entry }) =>
      scenario.id === id && entry.contestants.some((one) => one.id === contestant),
  );
}

function programOf(id: string, contestant: string, planned: readonly PlannedCase[]): string {
  const aCase = planned.find(({ entry }) => entry.id === id);
  const found = aCase?.scenario.contestants.find((one) => one.id === contestant);
  return found === undefined ? 'it' : `runners/${folderOf(found)}/${filesOf(found)[0]}`;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
