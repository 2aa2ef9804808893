import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchNothing } from './launch.ts';
import { endLauncher } from './resident.ts';
import { runCommand } from './run.ts';
import { sha256File } from './watched.ts';

/** Raised when what a number means changes: part of every contestant's key. */
const METRIC_VERSION = 2;

/** How programs are started and timed. `sha256` is that of the launcher's source, also without it. */
export type Launcher =
  | {
      readonly method: 'launcher';
      readonly sha256: string;
      readonly metric: number;
      readonly path: string;
    }
  | {
      readonly method: 'spawn';
      readonly sha256: string;
      readonly metric: number;
      /** Why the launcher isn't used, and what to do. */
      readonly reason: string;
    };

const sources = fileURLToPath(new URL('launcher/', import.meta.url));

/** Beside the launcher: the sha256 of its binary. */
const sealOf = (launcher: string): string => `${launcher}.sha256`;

/** Whether a launcher is there, and is what was compiled. */
async function isSealed(launcher: string): Promise<boolean> {
  try {
    return (await sha256File(launcher)) === (await readFile(sealOf(launcher), 'utf8'));
  } catch {
    return false;
  }
}

/** sha256 of all source files, in the order of their names. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(sources)).sort())
    hash.update(await readFile(join(sources, name)));
  return hash.digest('hex');
}

/** Compiles under a temporary name, so that a torn compilation is never taken for a launcher. */
async function compile(target: string, compiler: string): Promise<string | undefined> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}`;
  const files = (await readdir(sources)).filter((name) => name.endsWith('.c'));
  const args = ['-O2', '-o', temporary, ...files.map((name) => join(sources, name))];
  const output = await runCommand(compiler, args, { timeoutS: 60 });
  if (output.exitCode === 0) {
    // One that runs is of the file that was there.
    await endLauncher(target);
    await writeFile(sealOf(target), await sha256File(temporary));
    await rename(temporary, target);
    return undefined;
  }
  await rm(temporary, { force: true });
  return output.exitCode === undefined
    ? `no C compiler: \`${compiler}\` could not be run. Install one (Debian: apt install gcc libc6-dev; macOS: xcode-select --install)`
    : `\`${compiler}\` could not compile src/measure/launcher/: ${output.stderr.split('\n')[0] ?? ''}`;
}

/** Why a launcher doesn't work here, found out by starting a shell with it; undefined when it does. */
async function whyUseless(launcher: Launcher): Promise<string | undefined> {
  const { end } = await launchNothing(launcher);
  if (end.kind === 'exited' && end.exitCode === 0) return undefined;
  return end.kind === 'no-result' ? end.error : JSON.stringify(end);
}

/**
 * Compiles the launcher on first use, into `cache`; later calls find it by the hash of its source, and
 * take it only if it is still what was compiled. What is there is tried. Where it can't run (a file system
 * without programs, another machine's file), it is compiled anew, into `scratch` as the last resort. Without
 * a compiler, or where nothing of that runs, programs are started by plain spawn: labelled, wall time only.
 */
export async function prepareLauncher(options: {
  readonly cache: string;
  readonly scratch: string;
  readonly say: (line: string) => void;
  readonly compiler?: string;
}): Promise<Launcher> {
  const sha256 = await hashSources();
  const common = { sha256, metric: METRIC_VERSION };
  const name = `launcher-${process.platform}-${process.arch}-${sha256.slice(0, 16)}`;
  await mkdir(options.cache, { recursive: true });
  const kept = join(options.cache, name);
  let reason = '';
  for (const path of [kept, kept, join(options.scratch, name)]) {
    const launcher = { ...common, method: 'launcher' as const, path };
    const isNew = reason !== '' || !(await isSealed(path));
    const lack = isNew ? await compile(path, options.compiler ?? 'cc') : undefined;
    const why = lack ?? (await whyUseless(launcher));
    if (why === undefined) {
      if (isNew) options.say('compiled the launcher');
      return launcher;
    }
    reason = lack ?? `the launcher can't run: ${why}`;
    if (lack !== undefined) break;
  }
  options.say(`${reason}. Without the launcher only wall time is measured, by plain spawn`);
  return { ...common, method: 'spawn', reason };
}
