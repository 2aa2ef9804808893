import { join } from 'node:path';
import type { CommandOutput, Host } from '../../src/scenario/runtime.ts';

/** What a command line says; the first entry whose text the command line contains answers. */
export type Script = readonly (readonly [contains: string, says: Partial<CommandOutput>])[];

/** A world in which commands only say what the script holds for them; others can't be started. */
export function fakeHost(
  options: Partial<Host> & { script?: Script; onRun?: (line: string) => void } = {},
): Host & { commands: string[] } {
  const commands: string[] = [];
  const { script = [], onRun, ...rest } = options;
  return {
    env: {},
    platform: 'linux',
    root: join(import.meta.dirname, '..', '..'),
    cache: '/nowhere/cache',
    run(command, args) {
      const line = [command, ...args].join(' ');
      commands.push(line);
      onRun?.(line);
      const found = script.find(([contains]) => line.includes(contains))?.[1];
      const absent = { exitCode: undefined, stdout: '', stderr: 'not found' };
      return Promise.resolve(found ? { exitCode: 0, stdout: '', stderr: '', ...found } : absent);
    },
    which: () => undefined,
    sha256: (file) => Promise.resolve(`hash-of-${file}`),
    watch: () => undefined,
    say: () => undefined,
    commands,
    ...rest,
  };
}
