/** The commands of docs/machines.md for machines with ssh, as they stand there: GNU parallel, rsync, and three ssh servers here. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import type { Stranger } from '../stranger.ts';
import { git, REPORT } from './project.ts';

/** As docs/machines.md names them. */
const HOSTS = ['one', 'two', 'three'];
const THERE = 'my-project';
const FIRST_PORT = 17_100;
const manual = join(import.meta.dirname, '..', '..', '..', 'docs', 'machines.md');

/**
 * Measures on three hosts, each with a home and a clone of its own, fetches their sessions, and gathers.
 *
 * @returns what gathering said
 */
export async function replicateBySsh(stranger: Stranger, project: string): Promise<string> {
  const folder = join(stranger.folder, 'ssh');
  mkdirSync(folder, { mode: 0o700 });
  const checkout = join(folder, REPORT);
  await git(stranger, folder, 'clone', '--quiet', project, checkout);
  await stranger.step('install it here', checkout, 'npm', ['ci']);
  for (const host of HOSTS) {
    mkdirSync(join(folder, host));
    await git(stranger, folder, 'clone', '--quiet', project, join(folder, host, THERE));
  }
  const servers = startServers(folder);
  const env = { PATH: [writeClient(folder), process.env['PATH']].join(delimiter) };
  try {
    const commands = ['-euc', documentedCommands()];
    const title = 'parallel: measure on three hosts, fetch, gather';
    const said = await stranger.step(title, checkout, 'bash', commands, env);
    if (said.match(/^Taken: /gm)?.length !== HOSTS.length)
      throw new Error(`Not all sessions were gathered:\n${said}`);
    return said.slice(said.indexOf('Taken: '));
  } finally {
    for (const one of servers) one.kill();
    await Promise.allSettled(servers);
  }
}

/** Those of the manual, but in less time, and on hosts of one kind. */
function documentedCommands(): string {
  const [, section = ''] = readFileSync(manual, 'utf8').split('## Anything with ssh');
  const block = /```sh\n([^`]*)```/.exec(section)?.[1];
  if (block === undefined) throw new Error(`There are no commands for ssh in ${manual}.`);
  return `${block.replace('--profile full', '--profile quick').trimEnd()} --same-kind`;
}

/** A server a host. Each runs what it is asked in a home of its own, as if the machine were its own too. */
function startServers(folder: string) {
  const key = newKey(folder, 'key');
  const hostKey = newKey(folder, 'host-key');
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  return HOSTS.map((host, place) => {
    const home = join(folder, host);
    const session = join(folder, `${host}.sh`);
    const settings = { ...ofThisShell(), HOME: home, STEELYARD_LOCK: host };
    const lines = [
      '#!/bin/bash',
      ...Object.entries(settings).map(([name, value]) => `export ${name}='${value}'`),
      `cd && exec bash -c "$SSH_ORIGINAL_COMMAND"`,
    ];
    writeFileSync(session, `${lines.join('\n')}\n`, { mode: 0o755 });
    const options = {
      ListenAddress: '127.0.0.1',
      Port: FIRST_PORT + place,
      HostKey: hostKey,
      AuthorizedKeysFile: `${key}.pub`,
      StrictModes: 'no',
      UsePAM: 'no',
      PidFile: 'none',
      ForceCommand: session,
    };
    const config = join(folder, `${host}.sshd`);
    writeFileSync(config, configOf(options));
    return execa('/usr/sbin/sshd', ['-D', '-e', '-f', config], { reject: false, stdio: 'ignore' });
  });
}

/** Where programs are, and where npm has packages from. */
function ofThisShell(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => /^(?:PATH$|npm_config_)/.test(name));
  return Object.fromEntries(own);
}

function newKey(folder: string, name: string): string {
  const key = join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  return key;
}

/** An `ssh` that knows the three by name. @returns its folder, to go first in PATH */
function writeClient(folder: string): string {
  const common = {
    HostName: '127.0.0.1',
    User: userInfo().username,
    IdentityFile: join(folder, 'key'),
    StrictHostKeyChecking: 'no',
    UserKnownHostsFile: '/dev/null',
    LogLevel: 'ERROR',
    ConnectionAttempts: 10,
  };
  const hosts = HOSTS.map(
    (host, place) => `Host ${host}\n${configOf({ ...common, Port: FIRST_PORT + place })}`,
  );
  const config = join(folder, 'ssh-config');
  writeFileSync(config, hosts.join(''));
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  const real = execFileSync('which', ['ssh'], { encoding: 'utf8' }).trim();
  writeFileSync(join(tools, 'ssh'), `#!/bin/sh\nexec ${real} -F '${config}' "$@"\n`, {
    mode: 0o755,
  });
  return tools;
}

function configOf(options: Readonly<Record<string, string | number>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}
