/** The packages of the lock, in a folder of the cache. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandOutput, Host } from 'steelyard';

/** What was tried once all packages stood there. */
interface Tried {
  /** Version by package, of those that package.json names. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Why a package can't run here. */
  readonly missing: Readonly<Record<string, string>>;
}

export interface Installed extends Tried {
  /** The folder node_modules, absolute. */
  readonly modules: string;
  /** Where "node" and the commands of the packages are found: folders as PATH has them. */
  readonly commands: string;
}

/** What is installed; in a folder of its own, since a package.json beside programs would say what they are. */
export const LOCKED = join(import.meta.dirname, 'packages');

/** Packages with parts for one platform, and what says whether they work. */
const NATIVE = {
  '@rspack/core': ['-e', "require('@rspack/core')"],
  '@swc/core': ['-e', "require('@swc/core')"],
  esbuild: ['-e', "require('esbuild').transformSync('')"],
  parcel: ['-e', "require('@parcel/core'); require('@parcel/transformer-js')"],
  rolldown: ['-e', "require('rolldown')"],
  rollup: ['-e', "require('rollup')"],
};

/**
 * Installs once, with npm, from the lock. Of the scripts that packages bring only esbuild's
 * is run, which puts its program where its command is.
 *
 * @param name of the folder, after what it is made from
 */
export async function installPackages(
  host: Host,
  node: string,
  name: string,
): Promise<Installed | { readonly reason: string }> {
  const folder = join(host.cache, name);
  const marker = join(folder, 'tried.json');
  if (!existsSync(marker)) {
    const failure = await makeFolder(host, node, folder);
    if (failure !== undefined) return { reason: failure };
  }
  const modules = join(folder, 'node_modules');
  const commands = `${join(modules, '.bin')}:${linkNode(node, join(folder, 'bin'))}`;
  return { modules, commands, ...(readJson(marker) as Tried) };
}

/** So that the same words find it wherever it stands on this machine. */
function linkNode(node: string, folder: string): string {
  const link = join(folder, 'node');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(link) || realpathSync(link) !== node) {
    rmSync(link, { force: true });
    symlinkSync(node, link);
  }
  return folder;
}

/** In a folder of another name, so that half of it is never taken for the whole. */
async function makeFolder(host: Host, node: string, folder: string): Promise<string | undefined> {
  const npm = host.which('npm');
  if (npm === undefined) return 'There is no "npm" on PATH to install the bundlers with.';
  const making = mkdtempSync(join(host.cache, 'making-'));
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(LOCKED, file), join(making, file));
    host.say('Installing the bundlers of package-lock.json, once …');
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefix', making];
    const done = await host.run(npm, ['ci', ...flags], { timeoutS: 600 });
    if (done.exitCode !== 0)
      return `npm couldn't install the bundlers: ${tellingLine(done)}. Check the network and run again.`;
    const tried = await tryPackages(host, node, join(making, 'node_modules'));
    writeFileSync(join(making, 'tried.json'), `${JSON.stringify(tried, undefined, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    return undefined;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function tryPackages(host: Host, node: string, modules: string): Promise<Tried> {
  await host.run(node, [join(modules, 'esbuild', 'install.js')], { timeoutS: 60 });
  const missing: Record<string, string> = {};
  for (const [name, words] of Object.entries(NATIVE)) {
    const said = await host.run(node, words, { timeoutS: 60, env: { NODE_PATH: modules } });
    if (said.exitCode !== 0) missing[name] = `It can't run here: ${tellingLine(said)}.`;
  }
  const own = readJson(join(LOCKED, 'package.json')) as { dependencies: object };
  const versions = Object.keys(own.dependencies).map((name) => {
    const { version } = readJson(join(modules, name, 'package.json')) as { version: string };
    return [name, version] as const;
  });
  return { dependencies: Object.fromEntries(versions), missing };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** npm says what is wrong first, and where its log is last. */
function tellingLine({ stderr, stdout }: CommandOutput): string {
  const lines = (stderr.trim() || stdout.trim() || 'no message').split('\n');
  const telling = lines.find((line) => /error/i.test(line)) ?? lines.at(-1)!;
  return telling.replace(/^npm (error|ERR!) /, '').replace(/\.$/, '');
}
