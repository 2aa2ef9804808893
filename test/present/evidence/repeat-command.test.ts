import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  measureOptions,
  readMeasureOptions,
  type MeasureFlags,
} from '../../../src/commands/measure-flags.ts';
import { planCases } from '../../../src/plan/cases.ts';
import { checkSelection } from '../../../src/plan/selection.ts';
import { repeatCommand, repeatSession } from '../../../src/present/evidence/repeat-command.ts';
import { loadScenarios } from '../../../src/scenario/load.ts';
import { first } from '../../fixtures/projects.ts';
import { ofBefore } from '../../fixtures/site-session.ts';
import { localView, measured, referenceView } from '../sample.ts';

const { runners } = first;
const scenarios = ofBefore(await loadScenarios(runners));
const surroundings = {
  runners,
  runtimes: new Map(),
  launcher: { sha256: '0'.repeat(64), metric: 1 },
  memoryGiB: 24,
};

/** The flags as the command line reads them. */
function parsed(command: string): ReturnType<typeof readMeasureOptions> {
  const [before = '', flags = ''] = command.split(' -- ');
  expect(before).toBe('npm run measure');
  const measure = measureOptions(new Command('measure')).exitOverride();
  measure.parse(flags.split(' '), { from: 'user' });
  return readMeasureOptions(measure.opts<MeasureFlags>());
}

describe('the command that repeats a case', () => {
  it.each([
    ['the reference', referenceView],
    ['a quick session', localView],
  ])('plans exactly each case of %s again, with as many rounds and blocks', (_, view) => {
    for (const [id, { state }] of view.cases) {
      if (state !== 'measured') continue;
      const aCase = measured(view, id);
      const { selection, profile, rounds, seed } = parsed(repeatCommand(aCase));
      checkSelection(selection, scenarios);
      const planned = planCases(scenarios, profile, selection, surroundings, rounds);
      expect(planned.map(({ entry }) => entry.id)).toEqual([id]);
      const { entry } = planned[0]!;
      expect(entry).toMatchObject({
        rounds: aCase.definition.rounds,
        blocks: aCase.definition.blocks,
        parameters: aCase.definition.parameters,
      });
      const contestants = aCase.definition.contestants.map((one) => one.id);
      expect(entry.contestants.map((one) => one.id)).toEqual(contestants);
      expect(seed).toBe(aCase.session.seed);
    }
  });

  it('of a whole session repeats its profile and its order', () => {
    const [session] = localView.sessions;
    const { profile, seed } = parsed(repeatSession(session!));
    expect([profile, seed]).toEqual([session!.profile, session!.seed]);
  });

  it('quotes a seed that a shell would read otherwise', () => {
    const aCase = measured(referenceView, 'io/100');
    const session = { ...aCase.session, seed: "it's a seed" };
    expect(repeatCommand({ ...aCase, session })).toMatch(/--seed 'it'\\''s a seed'$/);
  });
});
