/**
 * A scope of systemd's: a cgroup that systemd makes for one process of an ordinary user and then
 * leaves to it. In it the memory of a whole tree can be read and capped.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { handDownMemory, ownPlaces } from './cgroup-try.ts';
import { runCommand } from './run.ts';

/** Names the scope that a process was started in. */
export const SCOPE_VARIABLE = 'STEELYARD_SCOPE';
const SCOPE_NAME = /^steelyard-\d+-[0-9a-f]{8}\.scope$/;
const LONGEST_PROBE_S = 5;

/** Runs a command in a new scope, as that command: `systemd-run --scope` puts it in its own place. */
function inScope(unit: string, command: readonly string[]): string[] {
  const delegated = ['-p', 'Delegate=yes'];
  // Outside of scopes a user's whole slice has a limit, and no session of it a smaller one.
  const tasks = ['-p', 'TasksMax=infinity'];
  const options = ['--user', '--scope', '--quiet', '--collect', `--unit=${unit}`];
  return ['systemd-run', ...options, ...delegated, ...tasks, '--', ...command];
}

/** The scopes beside this folder and itself, where it is one; else it alone. */
export function scopesBeside(folder: string): string[] {
  if (!SCOPE_NAME.test(basename(folder))) return [folder];
  const names = readdirSync(dirname(folder)).filter((name) => SCOPE_NAME.test(name));
  return names.map((name) => join(dirname(folder), name));
}

function newUnit(): string {
  return `steelyard-${process.pid}-${randomBytes(4).toString('hex')}.scope`;
}

/** Why systemd starts no scope for this user, found by trying; undefined when it does. */
export async function whyNoScope(): Promise<string | undefined> {
  if (!existsSync('/run/systemd/system')) return 'systemd doesn’t run here';
  if (process.execve === undefined) return `Node ${process.version} can’t go over into it`;
  const [command = '', ...args] = inScope(newUnit(), ['/bin/true']);
  const { exitCode, stderr } = await runCommand(command, args, { timeoutS: LONGEST_PROBE_S });
  if (exitCode === 0) return undefined;
  return stderr.trim().split('\n').at(-1) || `systemd-run ended with ${exitCode}`;
}

/**
 * Starts this process again in a scope: the same process to whoever waits for it or signals it, with
 * the same arguments, folder and standard streams. Never returns.
 */
export function startAgainInScope(): void {
  const unit = newUnit();
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  // Finds systemd-run on PATH.
  process.execve?.('/usr/bin/env', ['env', ...inScope(unit, command)], {
    ...process.env,
    [SCOPE_VARIABLE]: unit,
  });
}

/**
 * Makes room in the scope that this process was started in: cgroup v2 lets no group hand the memory
 * controller down that has processes in it, so this process moves into a leaf of its own.
 *
 * @returns whether it is in that scope, alone
 */
export async function settleInScope(unit: string): Promise<boolean> {
  const own = (await ownPlaces()).find(({ version }) => version === 'cgroup-v2');
  if (own === undefined || basename(own.folder) !== unit) return false;
  const harness = join(own.folder, 'harness');
  try {
    await mkdir(harness);
    await writeFile(join(harness, 'cgroup.procs'), String(process.pid));
    await handDownMemory(own.folder);
    return true;
  } catch {
    return false;
  }
}
