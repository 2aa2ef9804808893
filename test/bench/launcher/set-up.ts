import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareWorld, type World } from '../../../src/measure/invoke.ts';
import { runCommand } from '../../../src/measure/run.ts';

/** What one bar found: the line to print, and whether it is met. */
export interface Finding {
  readonly line: string;
  readonly met: boolean;
}

export interface Bench {
  readonly world: World;
  readonly folder: string;
}

export async function setUp(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'steelyard-bench-'));
  const say = (line: string): void => {
    console.log(line);
  };
  mkdirSync(join(folder, 'scratch'));
  const world = await prepareWorld({
    cache: join(folder, 'cache'),
    scratch: join(folder, 'scratch'),
    say,
  });
  return { world, folder };
}

/** Compiles one of the programs beside this file. */
export async function compile(name: string, folder: string): Promise<string> {
  const target = join(folder, name.replace(/\.c$/, ''));
  const output = await runCommand('cc', [
    '-O2',
    '-o',
    target,
    fileURLToPath(new URL(name, import.meta.url)),
  ]);
  if (output.exitCode !== 0) throw new Error(`cc could not compile ${name}: ${output.stderr}`);
  return target;
}
