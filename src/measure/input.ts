/** Makes what contestants work on, once: it is kept in the cache, and read only. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { GeneratedInput, Input } from '../scenario/input.ts';
import type { MadeInput, NotMade } from '../scenario/made.ts';
import type { Parameters } from '../scenario/schema.ts';
import { canonicalJson, sha256Of } from '../store/canonical.ts';
import { fetchPackage } from './input-package.ts';
import { toArguments } from './parameters.ts';
import { putInPlace } from './put-in-place.ts';
import { runCommand } from './run.ts';
import { lastStderrLines, scrubPaths } from './scrub.ts';
import { filesBelow, lookAtFiles } from './tree-of-files.ts';
import { uncaughtError } from '../scenario/uncaught.ts';
import { copyFiles, type ProgramFiles } from './workplace.ts';

export interface InputOrder {
  readonly name: string;
  readonly input: Input;
  /** Of the case that it is for. */
  readonly parameters: Parameters;
  /** Inputs that are made already, by name. */
  readonly others: ReadonlyMap<string, MadeInput>;
  readonly runners: string;
  readonly cache: string;
  /** What runs the generator. */
  readonly command: readonly [string, ...string[]];
  readonly signal?: AbortSignal | undefined;
  readonly say: (line: string) => void;
}

/** The input as it was made before of the very same, or makes it now. */
export async function makeInput(order: InputOrder): Promise<MadeInput | NotMade> {
  const { input } = order;
  if ('file' in input) {
    const path = join(order.runners, 'inputs', input.file);
    return { path, from: input.file, files: [], ...lookAtFiles(path) };
  }
  return 'package' in input ? makePackage(order, input) : generate(order, input);
}

async function makePackage(
  order: InputOrder,
  input: Extract<Input, { package: string }>,
): Promise<MadeInput | NotMade> {
  const from = [`${input.package} ${input.version}`, input.path].filter(Boolean).join(', ');
  const folder = folderFor(order.cache, input);
  const inner = join(folder, 'content', 'package');
  const path = input.path === undefined ? inner : join(inner, input.path);
  if (!existsSync(folder)) {
    order.say(`Fetching the input "${order.name}": ${from} …`);
    const lack = await making(order, folder, (content) =>
      fetchPackage(input, content, order.signal),
    );
    if (lack !== undefined) return { reason: lack };
  }
  if (!existsSync(path))
    return { reason: `The package ${from} holds no such path.`, isMistake: true };
  return { path, from, files: [], ...lookAtFiles(path) };
}

async function generate(order: InputOrder, input: GeneratedInput): Promise<MadeInput | NotMade> {
  const { name, parameters, others, cache } = order;
  const program = {
    folder: join(order.runners, 'inputs'),
    files: [input.generator, ...input.helpers],
  };
  const given = Object.fromEntries(input.by.map((by) => [by, parameters[by]!]));
  const files = program.files.map((file) => ({
    path: `inputs/${file}`,
    sha256: sha256Of(readFileSync(join(program.folder, file))),
  }));
  const { seed, runtime, generator } = input;
  const of = input.of.map((other) => ({ name: other, ...others.get(other)! }));
  const by = Object.entries(given).map(([parameter, value]) => `${parameter} ${value}`);
  const what = [generator, ...of.map((other) => `of [${other.from}]`)].join(' ');
  const from = [what, ...by, `seed ${seed}`].join(', ');
  const hashes = Object.fromEntries(of.map((other) => [other.name, other.sha256]));
  const folder = folderFor(cache, { files, given, seed, runtime, of: hashes });
  if (!existsSync(folder)) {
    order.say(`Making the input "${name}": ${from} …`);
    const paths = Object.fromEntries(of.map((other) => [other.name, other.path]));
    const run = (content: string): Promise<string | undefined> =>
      runTwice(order, program, { ...given, ...paths, seed }, content);
    const lack = await making(order, folder, run);
    if (lack !== undefined)
      return {
        reason: `The input "${name}" could not be made by ${generator}: ${lack}`,
        isMistake: true,
      };
  }
  const path = join(folder, 'content', 'input');
  return { path, from, files, ...lookAtFiles(path) };
}

/**
 * Makes it, and once more elsewhere, to be thrown away: an input that can't be made again is no part of a comparison
 * that can.
 *
 * @returns why there is no input; undefined where it stands in the folder now
 */
async function runTwice(
  order: InputOrder,
  program: ProgramFiles,
  given: Parameters,
  content: string,
): Promise<string | undefined> {
  const again = join(content, 'again');
  mkdirSync(again);
  for (const folder of [content, again]) {
    const lack = await runGenerator(order, program, given, folder);
    if (lack !== undefined) return lack;
  }
  const differing = firstDiffering(join(content, 'input'), join(again, 'input'));
  rmSync(again, { recursive: true });
  return differing === undefined
    ? undefined
    : `made a second time with the same arguments ${differing} is another. Take what is random from --seed alone, and write no time and no path into it.`;
}

/** The first file that isn't the same in both; "it" where they are files themselves. */
function firstDiffering(one: string, other: string): string | undefined {
  if (lookAtFiles(one).sha256 === lookAtFiles(other).sha256) return undefined;
  const differs = (file: string): boolean => {
    const places = [one, other].map((folder) => join(folder, file));
    const [first, second] = places.map((path) => existsSync(path) && lookAtFiles(path).sha256);
    return first !== second;
  };
  const files = [one, other].flatMap((path) => (statSync(path).isFile() ? [] : filesBelow(path)));
  return files.find(differs) ?? 'it';
}

/** @returns why there is no input; undefined where it stands in the folder now */
async function runGenerator(
  { command, signal }: InputOrder,
  program: ProgramFiles,
  given: Parameters,
  content: string,
): Promise<string | undefined> {
  const cwd = copyFiles(program, join(content, 'program'));
  const out = join(content, 'input');
  const [first, ...flags] = command;
  const args = [...flags, join(cwd, program.files[0]!), ...toArguments({ ...given, out })];
  const { exitCode, stderr } = await runCommand(first, args, { cwd, signal });
  if (exitCode !== 0) return whatItSaid(stderr) ?? `exit code ${exitCode ?? 'none'}`;
  rmSync(cwd, { recursive: true });
  return existsSync(out) ? undefined : 'it wrote nothing to the path that --out names';
}

/** Has it made in a folder of another name, so that half an input is never taken for one. */
async function making(
  { cache }: InputOrder,
  folder: string,
  make: (content: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  mkdirSync(join(cache, 'inputs'), { recursive: true });
  const own = mkdtempSync(join(cache, 'inputs', 'making-'));
  try {
    const content = join(own, 'content');
    mkdirSync(content);
    const lack = await make(content);
    if (lack !== undefined) return lack;
    for (const file of filesBelow(content)) chmodSync(join(content, file), 0o444);
    putInPlace(own, folder);
    return undefined;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function folderFor(cache: string, identity: unknown): string {
  return join(cache, 'inputs', sha256Of(canonicalJson(identity)).slice(0, 32));
}

/** Its own error, or its last words. */
function whatItSaid(stderr: string): string | undefined {
  const error = uncaughtError(stderr);
  return error === undefined
    ? lastStderrLines(stderr)?.split('\n').slice(-3).join(' ')
    : scrubPaths(error);
}
