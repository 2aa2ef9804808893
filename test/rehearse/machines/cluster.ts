/** Slurm on one machine: a controller and three nodes, each of which can die with all that runs on it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { until } from './until.ts';

export const NODES = ['m1', 'm2', 'm3'];
const CONTROLLER_PORT = 17_000;

export interface Cluster {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  kill(node: string): Promise<void>;
  revive(node: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it in a folder of its own, and waits until all nodes are idle. */
export async function startCluster(folder: string): Promise<Cluster> {
  for (const name of ['state', 'munge', ...NODES.map((node) => `spool-${node}`)])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const config = join(folder, 'slurm.conf');
  const socket = join(folder, 'munge', 'socket');
  writeFileSync(config, configOf(folder, socket));
  writeFileSync(
    join(folder, 'prolog.sh'),
    '#!/bin/sh\necho "export STEELYARD_LOCK=$SLURMD_NODENAME"\n',
    { mode: 0o755 },
  );
  const key = join(folder, 'munge', 'key');
  writeFileSync(key, Buffer.alloc(1024, 7), { mode: 0o400 });
  const env = { SLURM_CONF: config };
  const start = (command: string, args: string[]) =>
    execa(command, args, { env, reject: false, stdio: 'ignore', detached: true, cleanup: true });
  const munge = start('munged', [
    ...['--foreground', '--force', '--key-file', key, '--socket', socket],
    ...['--pid-file', join(folder, 'munge', 'pid'), '--log-file', join(folder, 'munge', 'log')],
    ...['--seed-file', join(folder, 'munge', 'seed')],
  ]);
  await wait(500);
  const controller = start('slurmctld', ['-D', '-f', config]);
  const nodes = new Map(NODES.map((node) => [node, startNode(node)]));
  function startNode(node: string) {
    return start('slurmd', ['-D', '-f', config, '-N', node]);
  }
  const scontrol = (...args: string[]) => execa('scontrol', args, { env, reject: false });
  const cluster: Cluster = {
    env,
    folder,
    async kill(node) {
      nodes.get(node)?.kill('SIGKILL');
      await killJobs(node);
      await scontrol('update', `NodeName=${node}`, 'State=DOWN', 'Reason=died');
    },
    async revive(node) {
      nodes.set(node, startNode(node));
      await wait(1000);
      await scontrol('update', `NodeName=${node}`, 'State=RESUME');
    },
    async stop() {
      await Promise.all(NODES.map(killJobs));
      for (const one of [...nodes.values(), controller, munge]) one.kill('SIGTERM');
      await Promise.all([...nodes.values(), controller, munge]);
    },
  };
  await until('all nodes idle', async () => {
    const { stdout } = await execa('sinfo', ['-h', '-N', '-o', '%N %T'], { env, reject: false });
    return NODES.every((node) => stdout.includes(`${node} idle`));
  });
  return cluster;
}

function configOf(folder: string, socket: string): string {
  const nodes = NODES.map(
    (node, place) =>
      `NodeName=${node} NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${CONTROLLER_PORT + 1 + place} CPUs=2`,
  );
  return `ClusterName=rehearsal
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${CONTROLLER_PORT}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${socket},cred_expire=20
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool-%n
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd-%n.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
TaskProlog=${folder}/prolog.sh
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=1
JobRequeue=1
MinJobAge=600
${nodes.join('\n')}
PartitionName=all Nodes=${NODES.join(',')} Default=YES OverSubscribe=EXCLUSIVE MaxTime=INFINITE State=UP
`;
}

const environmentOf = (pid: string): string => `\0${read(`/proc/${pid}/environ`)}`;
const statusOf = (pid: string): string => read(`/proc/${pid}/status`);
const parentOf = (pid: string): string => /^PPid:\t(\d+)$/m.exec(statusOf(pid))?.[1] ?? '';
const commandOf = (pid: string): string => /^Name:\t(.*)$/m.exec(statusOf(pid))?.[1] ?? '';

/**
 * Ends every process of a node's jobs at once, as its power does: first Slurm's own, which would tell of the others' end.
 * They are known by the node's name in their environment.
 */
async function killJobs(node: string): Promise<void> {
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(`\0SLURMD_NODENAME=${node}\0`));
  const parents = new Set(own.map(parentOf).filter((pid) => commandOf(pid) === 'slurmstepd'));
  for (const pid of [...parents, ...own]) kill(Number(pid));
  await wait(200);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
