/** The scenarios of this report, whatever other reports have beside them. */
import { loadScenarios } from '../../../../src/scenario/load.ts';
import type { Scenario } from '../../../../src/scenario/schema.ts';
import { runners } from './run-program.ts';

const OWN = ['cpu', 'io-tls', 'io', 'memory', 'spawn-as-published', 'spawn', 'startup'];

export const scenarios: readonly Scenario[] = (await loadScenarios(runners)).filter(({ id }) =>
  OWN.includes(id),
);
