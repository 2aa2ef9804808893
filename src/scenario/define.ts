/** What a scenario's or a runtime's file imports. */
import type { ScenarioInput } from './schema.ts';
import type { RuntimeDefinition } from './runtime.ts';

/** Types a scenario file. Validation happens on loading, so that a mistake names its file. */
export function defineScenario(scenario: ScenarioInput): ScenarioInput {
  return scenario;
}

/** Types a runtime file. */
export function defineRuntime(runtime: RuntimeDefinition): RuntimeDefinition {
  return runtime;
}

export {
  beyondFloor,
  coresBusy,
  cpuTime,
  peakProcess,
  peakTree,
  perUnit,
  rate,
  reported,
  wall,
} from '../quantity/usual.ts';
export { binarySize, buildTime, checked, outputSize } from '../quantity/usual-made.ts';
