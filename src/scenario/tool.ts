/** A tool that is found: what a contestant of the kind `command` runs, and what builds one of the kind `built`. */
import { realpath } from 'node:fs/promises';
import { z } from 'astro/zod';
import { name } from './names.ts';
import type { FoundRuntime, Host, MissingRuntime, RuntimeDefinition } from './runtime.ts';

/** In place of the version of a tool that says none. */
export const NOT_TOLD = 'not told';

/** As a scenario names it; a text is its id alone. */
export const toolSchema = z.strictObject({
  /** What it is called here. Several versions of one tool have an id each. */
  id: name,
  /** Its name on PATH; absent: the id. */
  command: z.string().min(1).optional(),
  /** Environment variable with its path, looked at first; absent: STEELYARD_ and the id in capitals. */
  variable: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional(),
  /** What it is asked for its version with. */
  version: z.array(z.string()).min(1).default(['--version']),
  title: z.string().min(1).optional(),
  homepage: z.url().optional(),
});
export type Tool = z.infer<typeof toolSchema>;

/** The variable that names a tool's path. */
function variableOf({ id, variable }: Pick<Tool, 'id' | 'variable'>): string {
  return variable ?? `STEELYARD_${id.toUpperCase().replaceAll('-', '_')}`;
}

/** The tool as a runtime: found by its variable, else on PATH. */
export function toolRuntime(tool: Tool): RuntimeDefinition {
  return {
    id: tool.id,
    title: tool.title ?? tool.id,
    ...(tool.homepage === undefined ? {} : { homepage: tool.homepage }),
    find: (host) => findTool(tool, host),
  };
}

async function findTool(tool: Tool, host: Host): Promise<FoundRuntime | MissingRuntime> {
  const { id, command = id } = tool;
  const variable = variableOf(tool);
  const named = host.env[variable];
  const getIt = `Install it, or set ${variable} to its path.`;
  const path = host.which(named === undefined || named === '' ? command : named);
  if (path === undefined) {
    const lack = named
      ? `${variable} is "${named}", which is no program`
      : `There is no "${command}" on PATH`;
    return { available: false, reason: `${lack}. ${getIt}` };
  }
  const { exitCode, stdout, stderr } = await host.run(path, tool.version);
  if (exitCode === undefined)
    return { available: false, reason: `"${command}" can't be started. ${getIt}` };
  // What hands on by its own name (a link to a program of many names) is started by the name it was found by.
  const binary = await realpath(path);
  return {
    available: true,
    version: (exitCode === 0 ? versionIn(`${stdout}\n${stderr}`) : undefined) ?? NOT_TOLD,
    binary,
    binarySha256: await host.sha256(binary),
    command: [path],
    dependencies: {},
    missing: {},
    facts: {},
  };
}

/** The first number with dots that stands there; else the first number. */
function versionIn(text: string): string | undefined {
  return (/\d+(?:\.\d+)+[\w.-]*/.exec(text) ?? /\d+/.exec(text))?.[0];
}
