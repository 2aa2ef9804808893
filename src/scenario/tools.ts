/** The tools that scenarios name: runtimes for which there is no file. */
import { Problem } from './problem.ts';
import type { StatedContestant } from './contestant.ts';
import type { RuntimeDefinition } from './runtime.ts';
import type { Scenario } from './schema.ts';
import { toolRuntime, toolSchema, type Tool } from './tool.ts';

/** What a contestant of the kind `command` runs. */
export function toolOf({ tool }: Pick<StatedContestant, 'tool'>): Tool | undefined {
  return typeof tool === 'string' ? toolSchema.parse({ id: tool }) : tool;
}

/** What builds a contestant's program, where that is no runtime with a file of its own: `g++` is the tool "gpp". */
export function builderOf({ runtime, build }: StatedContestant): Tool | undefined {
  const [command] = build ?? [];
  if (command === undefined || command === '{binary}') return undefined;
  const id = command
    .toLowerCase()
    .replaceAll('+', 'p')
    .replace(/[^a-z0-9]+/g, '-');
  const tool = toolSchema.parse({ id: /^[a-z]/.test(id) ? id : `tool-${id}`, command });
  return runtime === undefined || runtime === tool.id ? tool : undefined;
}

/**
 * The runtimes of all tools that the scenarios name and no file under runners/runtimes/ describes.
 *
 * @throws Problem (usage) where one id is said to be two things
 */
export function toolRuntimes(
  scenarios: readonly Pick<Scenario, 'id' | 'contestants'>[],
  defined: readonly RuntimeDefinition[],
): RuntimeDefinition[] {
  const tools = new Map<string, Tool>();
  for (const { id: scenario, contestants } of scenarios) {
    for (const contestant of contestants) {
      const tool = toolOf(contestant) ?? builderOf(contestant);
      if (tool === undefined || defined.some(({ id }) => id === tool.id)) continue;
      const known = tools.get(tool.id);
      const isBare = typeof contestant.tool === 'string';
      if (known !== undefined && !isBare && !isSame(known, tool) && !isSame(known, bare(tool)))
        throw new Problem(
          'usage',
          `The scenario "${scenario}" says of the tool "${tool.id}" something else than another scenario or contestant. Say it once, and name it by its id elsewhere.`,
        );
      if (known === undefined || (!isBare && isSame(known, bare(tool)))) tools.set(tool.id, tool);
    }
  }
  return [...tools.values()].map(toolRuntime);
}

const bare = ({ id }: Tool): Tool => toolSchema.parse({ id });
const isSame = (a: Tool, b: Tool): boolean => JSON.stringify(a) === JSON.stringify(b);
