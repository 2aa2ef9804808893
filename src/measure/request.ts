/** What is started in a workplace: the program, and the steps before and after it. */
import { join } from 'node:path';
import { fillIn } from '../scenario/template.ts';
import type { Invocation } from './invocation.ts';
import type { LaunchRequest } from './launch.ts';
import { toArguments } from './parameters.ts';
import type { RunningService } from './service.ts';
import type { Workplace } from './workplace.ts';
import type { World } from './world.ts';

export type StepRequest = Omit<LaunchRequest, 'join' | 'writes'>;

/** Where an invocation is made, and with what. */
export interface Setting {
  readonly invocation: Invocation;
  readonly world: World;
  readonly workplace: Workplace;
  readonly service: RunningService | undefined;
}

/** The program's own command line. */
export function programRequest(setting: Setting): StepRequest {
  const { command, program, alone, args, stdin } = setting.invocation;
  const file = alone ? undefined : program.files[0];
  const own = file === undefined ? command : [...command, join(setting.workplace.program, file)];
  const line = [...own, ...argumentsOf(args, setting)] as [string, ...string[]];
  return request(stdin === undefined ? line : readingFrom(stdin, line), setting);
}

/** A step before or after it: a program of the same runtime, or words of which the first is looked for on PATH. */
export function stepRequest(step: string | readonly string[], setting: Setting): StepRequest {
  if (typeof step !== 'string')
    return request(['/usr/bin/env', ...fillIn(step, valuesIn(setting))], setting);
  const { command } = setting.invocation;
  const line = [...command, join(setting.workplace.program, step)];
  return request([...line, ...argumentsOf(undefined, setting)] as [string, ...string[]], setting);
}

/** As every program gets what it needs: `--name=value`. */
export function givenArguments(setting: Setting): string[] {
  const { inputs = {} } = setting.invocation;
  const { out } = setting.workplace;
  const given = { ...parametersIn(setting), ...inputs, ...(out === undefined ? {} : { out }) };
  return toArguments(given);
}

function argumentsOf(args: readonly string[] | undefined, setting: Setting): string[] {
  return args === undefined ? givenArguments(setting) : fillIn(args, valuesIn(setting));
}

function parametersIn({ invocation, service, world }: Setting): Record<string, string | number> {
  return { ...invocation.parameters, ...service?.parameters, cores: world.usableCores };
}

/** What placeholders stand for. */
function valuesIn(setting: Setting): Record<string, string | number> {
  const { inputs = {} } = setting.invocation;
  const { out } = setting.workplace;
  const paths = Object.entries(inputs).map(([name, path]) => [`input:${name}`, path]);
  return {
    ...parametersIn(setting),
    ...(Object.fromEntries(paths) as Record<string, string>),
    ...(out === undefined ? {} : { out }),
  };
}

/** The launcher gives no standard input, so a shell opens the file and becomes the program: half a millisecond, for all alike. */
function readingFrom(file: string, line: readonly string[]): [string, ...string[]] {
  return ['/bin/sh', '-c', 'exec "$@" < "$0"', file, ...line];
}

function request(
  command: readonly [string, ...string[]],
  { invocation, world, workplace, service }: Setting,
): StepRequest {
  return {
    command,
    cwd: workplace.program,
    environment: {
      ...invocation.environment,
      ...service?.environment,
      ...workplace.environment,
    },
    timeoutMs: invocation.timeoutMs,
    cores: world.affinity,
  };
}
