/** Builds and makes, before a session, what its cases need: programs that are built, and inputs. */
import { join } from 'node:path';
import { buildProgram } from '../measure/build.ts';
import { makeInput, type InputOrder } from '../measure/input.ts';
import type { WantedCase } from '../plan/cases.ts';
import { sortMade, type Built, type Made, type MadeInput, type NotMade } from '../scenario/made.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import { filesOf, folderOf, kindOf, type Contestant } from '../scenario/schema.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

type Runtimes = ReadonlyMap<string, FoundRuntime | MissingRuntime>;

interface Making {
  readonly places: Pick<Places, 'runners' | 'cache'>;
  readonly runtimes: Runtimes;
  readonly output: Output;
  readonly signal: AbortSignal | undefined;
}

/** Each thing once, however many cases need it. What can't be made is told as the reason. */
export async function makeFor(cases: readonly WantedCase[], making: Making): Promise<Made> {
  const built = new Map<string, Built | NotMade>();
  const inputs = new Map<string, Map<string, MadeInput | NotMade>>();
  for (const wanted of cases) {
    for (const contestant of wanted.contestants) {
      const name = `${wanted.scenario.id}/${contestant.id}`;
      if (kindOf(contestant) !== 'built' || built.has(name)) continue;
      built.set(name, await buildOne(contestant, making));
    }
    inputs.set(`${wanted.scenario.id}/${wanted.settings.id}`, await inputsOf(wanted, making));
  }
  return { built, inputs };
}

async function buildOne(contestant: Contestant, making: Making): Promise<Built | NotMade> {
  const { places, runtimes, output, signal } = making;
  const builder = runtimes.get(contestant.runtime);
  if (builder?.available !== true)
    return { reason: builder?.reason ?? `There is no "${contestant.runtime}" to build it with.` };
  const folder = join(places.runners, folderOf(contestant));
  const program = { folder, files: filesOf(contestant) };
  const say = (line: string): void => output.say(line);
  return buildProgram({ contestant, program, builder, cache: places.cache, signal, say });
}

async function inputsOf(
  { scenario, settings }: WantedCase,
  making: Making,
): Promise<Map<string, MadeInput | NotMade>> {
  const all = new Map<string, MadeInput | NotMade>();
  for (const [name, input] of Object.entries(scenario.inputs ?? {}))
    all.set(name, await inputOf({ name, input, parameters: settings.parameters }, all, making));
  return all;
}

async function inputOf(
  wanted: Pick<InputOrder, 'name' | 'input' | 'parameters'>,
  all: ReadonlyMap<string, MadeInput | NotMade>,
  { places, runtimes, output, signal }: Making,
): Promise<MadeInput | NotMade> {
  const { name, input } = wanted;
  const cannot = (why: string): NotMade => ({
    reason: `The input "${name}" can't be made: ${why}`,
  });
  const { made: others, lack } = sortMade(onlyThose('of' in input ? input.of : [], all));
  if (lack !== undefined) return cannot(lack);
  const command = commandFor('runtime' in input ? input.runtime : undefined, runtimes);
  if ('reason' in command) return cannot(command.reason);
  const { runners, cache } = places;
  const say = (line: string): void => output.say(line);
  return makeInput({ ...wanted, ...command, others, runners, cache, signal, say });
}

function onlyThose<One>(names: readonly string[], all: ReadonlyMap<string, One>): Map<string, One> {
  return new Map([...all].filter(([name]) => names.includes(name)));
}

/** What runs a generator: its runtime, or the Node that runs Steelyard. */
function commandFor(
  id: string | undefined,
  runtimes: Runtimes,
): { readonly command: readonly [string, ...string[]] } | NotMade {
  if (id === undefined) return { command: [process.execPath] };
  const found = runtimes.get(id);
  if (found?.available === true) return { command: found.command };
  return { reason: found?.reason ?? `there is no runtime "${id}" under runners/runtimes/` };
}
