import { describe, expect, it } from 'vitest';
import {
  checkSelection,
  everything,
  selectsCase,
  selectsContestant,
  type Selection,
} from '../../src/plan/selection.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { Problem } from '../../src/scenario/problem.ts';
import { aScenario } from '../fixtures/scenario.ts';

const wait = checkScenario(aScenario(), 'wait.ts');
const other = checkScenario(
  aScenario({
    id: 'other',
    contestants: [{ id: 'fibres', runtime: 'one', program: 'fibres.txt' }],
  }),
  'other.ts',
);
const scenarios = [wait, other];

/** What a selection leaves, as "scenario/case contestant". */
function left(selection: Partial<Selection>): string[] {
  const whole = { ...everything, ...selection };
  return scenarios.flatMap((scenario) =>
    scenario.cases
      .filter(({ id }) => selectsCase(whole, scenario, id))
      .flatMap(({ id }) =>
        scenario.contestants
          .filter((contestant) => selectsContestant(whole, scenario, contestant.id))
          .map((contestant) => `${scenario.id}/${id} ${contestant.id}`),
      ),
  );
}

describe('a selection', () => {
  it('of nothing is everything', () => {
    expect(left({})).toHaveLength(6);
  });

  it.each<[string, Partial<Selection>, string[]]>([
    ['only a scenario', { only: ['other'] }, ['other/10 fibres', 'other/100 fibres']],
    [
      'what a report needs, cases and whole scenarios',
      { needed: ['other', 'wait/100', 'gone/1'] },
      ['wait/100 threads', 'wait/100 tasks', 'other/10 fibres', 'other/100 fibres'],
    ],
    [
      'some of what a report needs',
      { only: ['wait'], needed: ['other', 'wait/100'] },
      ['wait/100 threads', 'wait/100 tasks'],
    ],
    ['only a case', { only: ['wait/100'] }, ['wait/100 threads', 'wait/100 tasks']],
    ['only a contestant', { only: ['tasks'] }, ['wait/10 tasks', 'wait/100 tasks']],
    ['only a contestant of a case', { only: ['wait/10', 'tasks'] }, ['wait/10 tasks']],
    [
      'only two cases',
      { only: ['wait/10', 'other/10'] },
      ['wait/10 threads', 'wait/10 tasks', 'other/10 fibres'],
    ],
    ['all but a scenario', { skip: ['wait'] }, ['other/10 fibres', 'other/100 fibres']],
    ['all but a case', { skip: ['wait/100', 'other'] }, ['wait/10 threads', 'wait/10 tasks']],
    [
      'all but a contestant',
      { skip: ['tasks', 'fibres'] },
      ['wait/10 threads', 'wait/100 threads'],
    ],
    [
      'a scenario, but not one of its cases',
      { only: ['wait'], skip: ['wait/10'] },
      ['wait/100 threads', 'wait/100 tasks'],
    ],
  ])('%s', (_, selection, expected) => {
    expect(left(selection)).toEqual(expected);
  });

  it('with an unknown name is refused with the list of names', () => {
    const check = (): void => checkSelection({ only: ['wait/11'], skip: [] }, scenarios);
    expect(check).toThrow(Problem);
    expect(check).toThrow(
      '"wait/11" is no scenario, case or contestant. There are: fibres, other, other/10, other/100, tasks, threads, wait, wait/10, wait/100.',
    );
    expect(() => checkSelection({ only: [], skip: ['w'] }, scenarios)).toThrow(
      '"w" is no scenario',
    );
  });

  it('with known names passes', () => {
    expect(() =>
      checkSelection({ only: ['wait', 'wait/10'], skip: ['fibres'] }, scenarios),
    ).not.toThrow();
  });
});
