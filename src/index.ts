/** What the files of a project import: scenarios, runtimes, measures, and the types of all of them. */
export * from './scenario/define.ts';
export type {
  CommandOutput,
  Feature,
  FoundRuntime,
  Host,
  MissingRuntime,
  RuntimeDefinition,
  Watched,
} from './scenario/runtime.ts';
export { PER_ROUND } from './scenario/runtime.ts';
export type { ScenarioInput } from './scenario/schema.ts';
export { compareVersions } from './scenario/version.ts';
