/** Builds the program of a contestant, once: what comes of it is kept in the cache. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Built, NotMade } from '../scenario/made.ts';
import { fillIn } from '../scenario/template.ts';
import type { FoundRuntime } from '../scenario/runtime.ts';
import type { Contestant } from '../scenario/schema.ts';
import { canonicalJson, sha256Of } from '../store/canonical.ts';
import { runCommand } from './run.ts';
import { putInPlace } from './put-in-place.ts';
import { scrubPaths } from './scrub.ts';
import { lookAtFiles } from './tree-of-files.ts';
import { uncaughtError } from '../scenario/uncaught.ts';
import { copyFiles, type ProgramFiles } from './workplace.ts';

/** Beside the sources, so that no path of this machine gets into what is built. */
const RESULT = 'steelyard-built';
const TIMEOUT_S = 600;

export interface BuildOrder {
  readonly contestant: Contestant;
  readonly program: ProgramFiles;
  /** What builds it. */
  readonly builder: FoundRuntime;
  readonly cache: string;
  readonly signal?: AbortSignal | undefined;
  readonly say: (line: string) => void;
}

/**
 * The words that build it, run beside its files.
 *
 * @param command of the builder: it stands in the place of the first word, which names it
 */
export function buildCommand(
  { build = [], program = '' }: Pick<Contestant, 'build' | 'program'>,
  command: readonly [string, ...string[]],
): [string, ...string[]] {
  return [...command, ...fillIn(build.slice(1), { out: RESULT, source: program })];
}

/**
 * What was built of these very files with this very builder before, or builds it now.
 *
 * @returns why it can't be built, with the builder's last words
 */
export async function buildProgram(order: BuildOrder): Promise<Built | NotMade> {
  const { contestant, program, builder, cache } = order;
  const identity = canonicalJson({
    files: program.files.map((file) => [file, sha256Of(readFileSync(join(program.folder, file)))]),
    words: contestant.build,
    builder: [builder.binarySha256, builder.version, builder.words],
  });
  const folder = join(cache, 'builds', sha256Of(identity).slice(0, 32));
  const path = join(folder, 'program');
  const words = contestant.build ?? [];
  if (!existsSync(path)) {
    order.say(`Building ${contestant.id}: ${words.join(' ')} …`);
    const lack = await build(order, folder);
    if (lack !== undefined) return { reason: lack };
  }
  return { path, words, ...lookAtFiles(path) };
}

/** Builds into a folder of another name, so that a torn build is never taken for one. */
async function build(
  { contestant, program, builder, cache, signal }: BuildOrder,
  target: string,
): Promise<string | undefined> {
  mkdirSync(join(cache, 'builds'), { recursive: true });
  const folder = mkdtempSync(join(cache, 'builds', 'making-'));
  try {
    const sources = copyFiles(program, join(folder, 'sources'));
    const [command, ...args] = buildCommand(contestant, builder.command);
    const { exitCode, stdout, stderr } = await runCommand(command, args, {
      cwd: sources,
      timeoutS: TIMEOUT_S,
      signal,
      // Compilers that write the date write this one.
      env: { SOURCE_DATE_EPOCH: '0' },
    });
    const result = join(sources, RESULT);
    const said = (stderr || stdout).trim();
    const words = uncaughtError(said) ?? said.split('\n').slice(0, 3).join(' ');
    if (exitCode !== 0)
      return `Building it failed with exit code ${exitCode ?? 'none'}: ${scrubPaths(words, { [sources]: '<sources>' })}`;
    if (!existsSync(result)) return 'Building it made no {out}: name it in "build".';
    cpSync(result, join(folder, 'program'));
    rmSync(sources, { recursive: true });
    putInPlace(folder, target);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
