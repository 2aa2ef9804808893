import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run.ts';

/** Raised when what a number means changes: part of every contestant's key. */
const METRIC_VERSION = 1;

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

const sourceFile = fileURLToPath(new URL('launcher.c', import.meta.url));

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Compiles under a temporary name, so that a torn compilation is never taken for a launcher. */
async function compile(target: string, compiler: string): Promise<string | undefined> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}`;
  const output = await runCommand(compiler, ['-O2', '-o', temporary, sourceFile], { timeoutS: 60 });
  if (output.exitCode === 0) {
    await rename(temporary, target);
    return undefined;
  }
  await rm(temporary, { force: true });
  return output.exitCode === undefined
    ? `no C compiler: \`${compiler}\` could not be run. Install one (Debian: apt install gcc libc6-dev; macOS: xcode-select --install)`
    : `\`${compiler}\` could not compile src/measure/launcher.c: ${output.stderr.split('\n')[0] ?? ''}`;
}

/**
 * Compiles the launcher on first use, into `cache`; later calls find it by the hash of its source.
 * Without a compiler programs are started by plain spawn: labelled, wall time only.
 */
export async function prepareLauncher(options: {
  readonly cache: string;
  readonly say: (line: string) => void;
  readonly compiler?: string;
}): Promise<Launcher> {
  const source = await readFile(sourceFile);
  const sha256 = createHash('sha256').update(source).digest('hex');
  const name = `launcher-${process.platform}-${process.arch}-${sha256.slice(0, 16)}`;
  const path = join(options.cache, name);
  await mkdir(options.cache, { recursive: true });
  if (await exists(path)) return { method: 'launcher', sha256, metric: METRIC_VERSION, path };
  const reason = await compile(path, options.compiler ?? 'cc');
  if (reason === undefined) {
    options.say('compiled the launcher');
    return { method: 'launcher', sha256, metric: METRIC_VERSION, path };
  }
  options.say(`${reason}. Without the launcher only wall time is measured, by plain spawn`);
  return { method: 'spawn', sha256, metric: METRIC_VERSION, reason };
}
