import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANY_PROFILE, type PlannedCase } from '../../src/plan/cases.ts';
import type { KnownSession } from '../../src/plan/fresh.ts';
import { chooseHere, type HereCase } from '../../src/plan/here.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { allRounds, entriesOf, machineKey, makeRunners, measured, planOf } from './plan.ts';

let runners = '';
beforeEach(() => {
  runners = makeRunners();
});
afterEach(() => rmSync(runners, { recursive: true }));

const [firstCase, secondCase] = aScenario().cases;
const scenario = { cases: [firstCase!, { ...secondCase!, rounds: { full: 12 } }] };

/** What feeds each case of the full profile; `wait/10` is in the quick profile too. */
function choose(...sessions: KnownSession[]): HereCase[] {
  return chooseHere(
    planOf(runners, { scenario, profile: 'full' }),
    planOf(runners, { scenario }),
    sessions,
    machineKey,
  );
}

const quick = (id: string): KnownSession => measured(id, entriesOf(planOf(runners, { scenario })));

describe('the pages under here/', () => {
  it('take a case from the newest local session, whatever its profile', () => {
    const full = measured('full', entriesOf(planOf(runners, { scenario, profile: 'full' })));
    expect(choose(full, quick('newer'))).toEqual([
      { case: 'wait/10', session: 'newer' },
      { case: 'wait/100', session: 'full' },
    ]);
  });

  it('say of a case that only the full profile holds that it can not be tested, with the command', () => {
    expect(choose(quick('s1'))[1]).toEqual({
      case: 'wait/100',
      untestable: 'not-in-quick-profile',
      command: 'npm run measure -- --profile full --only wait/100',
    });
  });

  it('take a case that no full session holds from one of the profile that it is in', () => {
    const cases = [
      { ...firstCase!, rounds: { quick: 8 } },
      { ...secondCase!, rounds: { smoke: 3 } },
    ];
    const choosing = (...sessions: KnownSession[]) =>
      chooseHere(
        planOf(runners, { scenario: { cases }, profile: ANY_PROFILE }),
        planOf(runners, { scenario: { cases } }),
        sessions,
        machineKey,
      );
    const sessions = (['quick', 'smoke'] as const).map((profile) =>
      measured(profile, entriesOf(planOf(runners, { scenario: { cases }, profile }))),
    );
    expect(choosing(...sessions)).toEqual([
      { case: 'wait/10', session: 'quick' },
      { case: 'wait/100', session: 'smoke' },
    ]);
    expect(choosing()).toEqual([
      { case: 'wait/10', untestable: 'not-measured-yet', command: 'npm run build' },
      {
        case: 'wait/100',
        untestable: 'not-in-quick-profile',
        command: 'npm run measure -- --profile smoke --only wait/100',
      },
    ]);
  });

  it('say of a case of the quick profile that it was not measured yet', () => {
    expect(choose()[0]).toEqual({
      case: 'wait/10',
      untestable: 'not-measured-yet',
      command: 'npm run build',
    });
  });

  it('take no session whose program was edited since', () => {
    const session = quick('s1');
    writeFileSync(join(runners, 'runtimes/one/tasks.txt'), 'better\n');
    expect(choose(session)[0]).toHaveProperty('untestable');
  });

  it('take no session of another machine', () => {
    const { session, records } = quick('s1');
    const elsewhere = {
      session: { ...session, machine: { ...session.machine, key: sha256Of('elsewhere') } },
      records,
    };
    expect(choose(elsewhere)[0]).toHaveProperty('untestable');
  });

  it('take a whole older session rather than a newer one of fewer rounds or contestants', () => {
    const entries = entriesOf(planOf(runners, { scenario }));
    const oneRound = measured('s2', entriesOf(planOf(runners, { scenario, rounds: 1 })));
    const cut = measured('s3', entries, (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, contestant === 'tasks' ? -1 : undefined),
    );
    const [threads] = entries[0]!.contestants;
    const alone = measured('s4', [{ ...entries[0]!, contestants: [threads!] }]);
    expect(choose(quick('s1'), oneRound, cut, alone)[0]).toHaveProperty('session', 's1');
    expect(choose(oneRound, cut)[0]).toHaveProperty('session', 's3');
    expect(choose(oneRound)[0]).toHaveProperty('session', 's2');
  });

  it('take a newer whole session rather than an older one with more rounds', () => {
    const full = measured('full', entriesOf(planOf(runners, { scenario, profile: 'full' })));
    expect(choose(full, quick('s2'))[0]).toHaveProperty('session', 's2');
  });

  it('ask no rounds of what can not run here, and one of what runs once', () => {
    const once = { cases: [{ ...firstCase!, once: ['tasks'] }] };
    const planned = planOf(runners, { scenario: once });
    const [entry] = entriesOf(planned);
    const whole = measured('s1', [entry!], (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, contestant === 'tasks' ? 2 : undefined),
    );
    const cut = measured('s2', [entry!], (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, contestant === 'tasks' ? 2 : 3),
    );
    const none = measured('s3', [entry!], (aCase, contestant) =>
      contestant === 'tasks' ? [] : allRounds(aCase, contestant),
    );
    const chooseFrom = (cases: readonly PlannedCase[], ...newer: KnownSession[]) =>
      chooseHere(cases, cases, [whole, ...newer, cut], machineKey)[0];
    expect(chooseFrom(planned, none)).toHaveProperty('session', 's1');
    const [aCase] = planned;
    const threadsAreGone = [{ ...aCase!, unavailable: new Map([['threads', 'not on PATH']]) }];
    expect(chooseFrom(threadsAreGone)).toHaveProperty('session', 's2');
  });

  it('take no session of other words for what can not run here', () => {
    const words = (...args: string[]) => {
      const [threads, ...others] = aScenario().contestants;
      return { cases: [firstCase!], contestants: [{ ...threads!, args }, ...others] };
    };
    const session = (id: string, ...args: string[]): KnownSession =>
      measured(id, entriesOf(planOf(runners, { scenario: words(...args) })));
    const gone = { runtimes: new Map([['one', { available: false as const, reason: 'gone' }]]) };
    const planned = planOf(runners, { scenario: words('-a'), around: gone });
    const sessions = [session('s1', '-a'), session('s2', '-b')];
    expect(chooseHere(planned, planned, sessions, machineKey)[0]).toHaveProperty('session', 's1');
  });

  it('take no session that got no further than the warm-up of the case', () => {
    const begun = measured('s2', entriesOf(planOf(runners, { scenario })), (aCase, contestant) =>
      allRounds(aCase, contestant).slice(0, 1),
    );
    expect(choose(quick('s1'), begun)[0]).toEqual({ case: 'wait/10', session: 's1' });
    expect(choose(begun)[0]).toHaveProperty('untestable');
  });

  it('take no session that tried nothing of the case, whatever it measured of others', () => {
    const entries = entriesOf(planOf(runners, { scenario, profile: 'full' }));
    const without = (outcome: 'unavailable' | 'no-result') =>
      measured('s1', entries, (aCase, contestant) =>
        allRounds(aCase, contestant, aCase.id === 'wait/10' ? { outcome } : {}),
      );
    for (const outcome of ['unavailable', 'no-result'] as const) {
      expect(choose(without(outcome))[0]).toHaveProperty('untestable');
      expect(choose(without(outcome))[1]).toHaveProperty('session', 's1');
    }
  });

  it('take a session with an A/A control, whose key is that of its original', () => {
    const cases = [{ ...firstCase!, control: { of: 'tasks', profiles: ['quick' as const] } }];
    const session = measured('s1', entriesOf(planOf(runners, { scenario: { cases } })));
    expect(choose(session)[0]).toEqual({ case: 'wait/10', session: 's1' });
  });
});
