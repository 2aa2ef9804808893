import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planCases, type PlannedCase, type Profiles } from '../../src/plan/cases.ts';
import type { Surroundings } from '../../src/plan/contestants.ts';
import type { KnownSession } from '../../src/plan/fresh.ts';
import { everything } from '../../src/plan/selection.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import type { FoundRuntime } from '../../src/scenario/runtime.ts';
import type { ScenarioInput } from '../../src/scenario/schema.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { aScenario } from '../fixtures/scenario.ts';
import { aRecord, aSession } from '../fixtures/session.ts';

/** That of `measured`. */
export const { machine } = aSession();
export const machineKey = machine.key;

/** A folder of runners with the programs of `aScenario()`. */
export function makeRunners(): string {
  const runners = mkdtempSync(join(tmpdir(), 'steelyard-plan-'));
  for (const folder of ['runtimes/one', 'services'])
    mkdirSync(join(runners, folder), { recursive: true });
  for (const name of ['threads', 'tasks', 'shared'])
    writeFileSync(join(runners, 'runtimes/one', `${name}.txt`), `${name} program\n`);
  writeFileSync(join(runners, 'services', 'server.txt'), 'server program\n');
  return runners;
}

export function foundRuntime(changes: Partial<FoundRuntime> = {}): FoundRuntime {
  return {
    available: true,
    version: '1.2.3',
    binary: '/usr/bin/one',
    binarySha256: sha256Of('binary'),
    command: ['/usr/bin/one'],
    dependencies: {},
    lockSha256: sha256Of('lock'),
    missing: {},
    facts: {},
    ...changes,
  };
}

function surroundings(runners: string, changes: Partial<Surroundings> = {}): Surroundings {
  return {
    runners,
    runtimes: new Map([['one', foundRuntime()]]),
    launcher: { sha256: sha256Of('launcher'), metric: 1 },
    memoryGiB: 24,
    ...changes,
  };
}

/** What is planned of `aScenario()` with these changes. */
export function planOf(
  runners: string,
  options: {
    scenario?: Partial<ScenarioInput>;
    profile?: Profiles;
    around?: Partial<Surroundings>;
    rounds?: number;
  } = {},
): PlannedCase[] {
  const scenario = checkScenario(aScenario(options.scenario), 'scenarios/wait.ts');
  return planCases(
    [scenario],
    options.profile ?? 'quick',
    everything,
    surroundings(runners, options.around),
    options.rounds,
  );
}

/** A session that measured these cases; `recordsOf` says what came of each contestant in each case. */
export function measured(
  id: string,
  cases: readonly SessionCase[],
  recordsOf: (aCase: SessionCase, contestant: string) => InvocationRecord[] = allRounds,
): KnownSession {
  const records = cases.flatMap((aCase) =>
    aCase.contestants.flatMap((contestant) => recordsOf(aCase, contestant.id)),
  );
  return { session: aSession({ id, cases: [...cases] }), records };
}

/** The warm-up and all counted rounds. */
export function allRounds(
  aCase: SessionCase,
  contestant: string,
  changes: Partial<InvocationRecord> = {},
): InvocationRecord[] {
  return Array.from({ length: aCase.rounds + 1 }, (_, round) =>
    aRecord({ case: aCase.id, contestant, block: 1, round, ...changes }),
  );
}

export const entriesOf = (planned: readonly PlannedCase[]): SessionCase[] =>
  planned.map((each) => each.entry);
