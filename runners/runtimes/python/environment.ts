/** A private virtual environment in the cache, with the packages of the lock. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandOutput, Host } from 'steelyard';
import type { Interpreter } from './interpreter.ts';
import type { Lock } from './lock.ts';

export type Environment =
  | {
      readonly ready: true;
      /** The environment's own interpreter, absolute. */
      readonly python: string;
      readonly installed: Readonly<Record<string, string>>;
      readonly missing: Readonly<Record<string, string>>;
    }
  | { readonly ready: false; readonly reason: string };

/**
 * Makes the environment once: its folder is named after the interpreter and the
 * lock, and a marker written last says that all packages are in it. Without the
 * packages (no network, say) it is still good for programs that need none.
 */
export async function prepareEnvironment(
  host: Host,
  interpreter: Interpreter,
  interpreterSha256: string,
  lock: Lock,
): Promise<Environment> {
  const name = `python-${interpreter.version}-${interpreterSha256.slice(0, 8)}-${lock.sha256.slice(0, 8)}`;
  const folder = join(host.cache, name);
  const python = join(folder, 'bin', 'python');
  const marker = join(folder, 'steelyard-packages.json');

  const noted = await readMarker(marker);
  if (noted !== undefined && (await runs(host, python))) {
    return { ready: true, python, installed: noted, missing: {} };
  }
  if (!(await runs(host, python))) {
    const failure = await makeEnvironment(host, interpreter, folder);
    if (failure !== undefined) return { ready: false, reason: failure };
  }

  const failure = await installPackages(host, interpreter, python, lock);
  if (failure !== undefined) {
    const missing = Object.fromEntries(lock.packages.map((each) => [each, failure]));
    return { ready: true, python, installed: {}, missing };
  }
  const installed = await listPackages(host, python);
  await writeMarker(marker, installed);
  return { ready: true, python, installed, missing: {} };
}

async function runs(host: Host, python: string): Promise<boolean> {
  const said = await host.run(python, ['-c', 'pass'], { timeoutS: 30 });
  return said.exitCode === 0;
}

/** @returns what went wrong, or undefined */
async function makeEnvironment(
  host: Host,
  interpreter: Interpreter,
  folder: string,
): Promise<string | undefined> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(host.cache, { recursive: true });
  host.say(`Making a virtual environment for Python ${interpreter.version} …`);
  const whole = await host.run(interpreter.executable, ['-m', 'venv', folder], { timeoutS: 120 });
  if (whole.exitCode === 0) return undefined;

  // Some systems ship Python without ensurepip: the environment then comes without pip.
  await rm(folder, { recursive: true, force: true });
  const bare = await host.run(interpreter.executable, ['-m', 'venv', '--without-pip', folder], {
    timeoutS: 120,
  });
  if (bare.exitCode === 0) return undefined;
  return `Python ${interpreter.version} can't make a virtual environment: ${lastLine(bare)}. Install its venv module (on Debian: python3-venv), or set STEELYARD_PYTHON to another Python.`;
}

/** @returns what went wrong and what to do, or undefined */
async function installPackages(
  host: Host,
  interpreter: Interpreter,
  python: string,
  lock: Lock,
): Promise<string | undefined> {
  const pip = await findPip(host, interpreter, python);
  if (pip === undefined) {
    return `There is no pip to install it with. Install pip for Python ${interpreter.version} (on Debian: python3-venv), then run again.`;
  }
  host.say(`Installing ${lock.packages.length} packages from requirements.lock, once …`);
  const quick = ['--retries', '1', '--timeout', '20', '--no-input', '--disable-pip-version-check'];
  const checked = ['--require-hashes', '--only-binary', ':all:', '-r', lock.file];
  const [command, ...leading] = pip;
  const done = await host.run(command, [...leading, 'install', '--quiet', ...quick, ...checked], {
    timeoutS: 300,
  });
  if (done.exitCode === 0) {
    await host.run(python, ['-m', 'compileall', '-q', join(python, '..', '..', 'lib')], {
      timeoutS: 120,
    });
    return undefined;
  }
  return `pip couldn't install it from requirements.lock: ${lastLine(done)}. Check the network and run again; programs of the standard library run without it.`;
}

/** The environment's own pip, else the interpreter's pip pointed at the environment. */
async function findPip(
  host: Host,
  interpreter: Interpreter,
  python: string,
): Promise<[string, ...string[]] | undefined> {
  const own = await host.run(python, ['-m', 'pip', '--version'], { timeoutS: 60 });
  if (own.exitCode === 0) return [python, '-m', 'pip'];
  const outer = await host.run(
    interpreter.executable,
    ['-m', 'pip', '--python', python, '--version'],
    { timeoutS: 60 },
  );
  if (outer.exitCode === 0) return [interpreter.executable, '-m', 'pip', '--python', python];
  return undefined;
}

const LIST = `
import json
from importlib.metadata import distributions
tools = {"pip", "setuptools", "wheel"}
found = {d.metadata["Name"].lower().replace("_", "-"): d.version for d in distributions()}
print(json.dumps({name: found[name] for name in sorted(found) if name not in tools}))
`;

async function listPackages(host: Host, python: string): Promise<Record<string, string>> {
  const said = await host.run(python, ['-I', '-c', LIST], { timeoutS: 60 });
  return JSON.parse(said.stdout) as Record<string, string>;
}

/** Where the packages of the lock stand: folders and files that programs load from. */
export async function packagePaths(python: string): Promise<string[]> {
  const library = join(python, '..', '..', 'lib');
  const versions = await readdir(library).catch(() => []);
  const found = await Promise.all(
    versions.map(async (version) => {
      const folder = join(library, version, 'site-packages');
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => !TOOLS.test(name)).map((name) => join(folder, name));
    }),
  );
  return found.flat();
}

/** Of pip and of what it needs: no program loads them. */
const TOOLS = /^(pip|setuptools|pkg_resources|wheel|_distutils_hack|distutils-)|__pycache__/;

async function readMarker(marker: string): Promise<Record<string, string> | undefined> {
  try {
    return JSON.parse(await readFile(marker, 'utf8')) as Record<string, string>;
  } catch {
    return undefined;
  }
}

async function writeMarker(marker: string, installed: Record<string, string>): Promise<void> {
  const temporary = `${marker}.tmp`;
  await writeFile(temporary, `${JSON.stringify(installed, null, 2)}\n`);
  await rename(temporary, marker);
}

function lastLine(output: CommandOutput): string {
  const text = output.stderr.trim() || output.stdout.trim() || 'no message';
  return (text.split('\n').at(-1) ?? text).replace(/\.$/, '');
}
