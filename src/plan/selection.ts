import { Problem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/schema.ts';

/** What `--only` and `--skip` name: scenarios (`io`), cases (`io/100`) or contestants. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Cases and scenarios that a report needs, of which the rest is chosen; absent: all. */
  readonly needed?: readonly string[];
}

export const everything: Selection = { only: [], skip: [] };

/** @throws Problem (usage) for a name that is no scenario, case or contestant. */
export function checkSelection(selection: Selection, scenarios: readonly Scenario[]): void {
  const names = new Set<string>();
  for (const scenario of scenarios) {
    names.add(scenario.id);
    for (const aCase of scenario.cases) names.add(`${scenario.id}/${aCase.id}`);
    for (const contestant of scenario.contestants) names.add(contestant.id);
  }
  for (const name of [...selection.only, ...selection.skip]) {
    if (names.has(name)) continue;
    throw new Problem(
      'usage',
      `"${name}" is no scenario, case or contestant. There are: ${[...names].sort().join(', ')}.`,
    );
  }
}

/** Whether a case takes part, whatever its contestants. */
export function selectsCase(selection: Selection, scenario: Scenario, caseId: string): boolean {
  const id = `${scenario.id}/${caseId}`;
  const { needed } = selection;
  if (needed && !needed.includes(scenario.id) && !needed.includes(id)) return false;
  const wanted = selection.only.filter((name) => !isContestant(name, scenario));
  if (selection.skip.includes(scenario.id) || selection.skip.includes(id)) return false;
  if (wanted.length === 0)
    return selection.only.length === 0 || namesAContestantOf(selection, scenario);
  return wanted.includes(scenario.id) || wanted.includes(id);
}

/** Whether a contestant takes part in the cases that do. */
export function selectsContestant(
  selection: Selection,
  scenario: Scenario,
  contestant: string,
): boolean {
  if (selection.skip.includes(contestant)) return false;
  const wanted = selection.only.filter((name) => isContestant(name, scenario));
  return wanted.length === 0 || wanted.includes(contestant);
}

function isContestant(name: string, scenario: Scenario): boolean {
  return scenario.contestants.some((contestant) => contestant.id === name);
}

function namesAContestantOf(selection: Selection, scenario: Scenario): boolean {
  return selection.only.some((name) => isContestant(name, scenario));
}
