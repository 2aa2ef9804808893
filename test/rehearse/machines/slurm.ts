/** `replicate.sbatch` run by Slurm: a controller and three nodes, all of them on this machine; one node dies on the way. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { handedOver } from '../../../src/gather/found.ts';
import type { Stranger } from '../stranger.ts';
import { git, REPORT } from './project.ts';

const NODES = ['m1', 'm2', 'm3'];
const CONTROLLER_PORT = 17_000;

/**
 * Measures a session a node, kills the second node in the middle, lets it come back, and gathers.
 *
 * @returns what gathering said
 */
export async function replicateBySlurm(stranger: Stranger, project: string): Promise<string> {
  const cluster = await startCluster(join(stranger.folder, 'slurm'));
  try {
    const sessions = join(stranger.folder, 'sessions');
    const checkout = join(stranger.folder, 'shared', REPORT);
    await git(stranger, stranger.folder, 'clone', '--quiet', project, checkout);
    await stranger.step('install it where all nodes see it', checkout, 'npm', ['ci']);
    copyFileSync(
      join(checkout, 'node_modules', 'steelyard', 'docs', 'replicate.sbatch'),
      join(checkout, 'replicate.sbatch'),
    );
    const env = { ...cluster.env, PROFILE: 'quick', SESSIONS: sessions };
    const sbatch = (title: string, args: string[]): Promise<string> =>
      stranger.step(title, checkout, 'sbatch', ['--parsable', ...args], env);
    const job = (
      await sbatch('sbatch: an array of three', ['--array=1-3', 'replicate.sbatch', REPORT])
    ).trim();
    const gathering = `npm run gather -- '${sessions}' --report ${REPORT} --same-kind`;
    const after = [`--dependency=afterany:${job}`, '--output=gathered.txt', '--wrap', gathering];
    await sbatch('sbatch: one that gathers when all have ended', after);
    const before = await killInTheMiddle(cluster, sessions);
    await untilAllEnded(cluster);
    return await whatCameOfIt(checkout, sessions, before);
  } finally {
    await cluster.stop();
  }
}

/** Slurm lets a requeued job wait for as long as its credential holds (`cred_expire`, 20 s here), and three sessions take turns. */
async function untilAllEnded(cluster: Cluster): Promise<void> {
  let left = '';
  const none = async (): Promise<boolean> => {
    const { stdout } = await execa('squeue', [], { env: cluster.env, reject: false });
    left = stdout;
    return stdout.trim().split('\n').length === 1;
  };
  await until('no job is left', none, 900).catch((error: unknown) => {
    console.log(`${left}\n${readFileSync(join(cluster.folder, 'slurmctld.log'), 'utf8')}`);
    throw error;
  });
}

/** What the jobs said, where anything is missing. */
async function whatCameOfIt(checkout: string, sessions: string, before: Progress): Promise<string> {
  const gathered = readFileSync(join(checkout, 'gathered.txt'), 'utf8');
  try {
    if (gathered.match(/^Taken: /gm)?.length !== NODES.length)
      throw new Error('Not all sessions were gathered.');
    const further = await goneOn(sessions, before);
    console.log(`✔ node m2 died after ${before.records} records; its session ${further}`);
    return gathered;
  } catch (error) {
    for (const name of readdirSync(checkout).filter((one) => /^slurm-.*\.out$/.test(one)))
      console.log(`${name}:\n${readFileSync(join(checkout, name), 'utf8')}`);
    console.log(gathered);
    throw error;
  }
}

interface Cluster {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  kill(node: string): Promise<void>;
  revive(node: string): Promise<void>;
  stop(): Promise<void>;
}

async function startCluster(folder: string): Promise<Cluster> {
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

const parentOf = (pid: string): string => /^PPid:\t(\d+)$/m.exec(statusOf(pid))?.[1] ?? '';
const commandOf = (pid: string): string => /^Name:\t(.*)$/m.exec(statusOf(pid))?.[1] ?? '';
const statusOf = (pid: string): string => read(`/proc/${pid}/status`);
const environmentOf = (pid: string): string => `\0${read(`/proc/${pid}/environ`)}`;

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

interface Progress {
  readonly session: string;
  readonly records: number;
  readonly text: string;
}

/** Kills the node of the second task once some of its runs are on the disk, and brings it back. */
async function killInTheMiddle(cluster: Cluster, sessions: string): Promise<Progress> {
  let progress: Progress | undefined;
  await until('the second session has some runs', () => {
    progress = progressOf(sessions, '2');
    return Promise.resolve((progress?.records ?? 0) >= 4);
  });
  await cluster.kill('m2');
  const killed = progressOf(sessions, '2')!;
  await cluster.revive('m2');
  return killed;
}

function progressOf(sessions: string, task: string): Progress | undefined {
  try {
    const own = readdirSync(sessions).find((name) => name.endsWith(`-${task}`));
    const local = join(sessions, own!, 'local');
    const [session] = readdirSync(local);
    const text = readFileSync(join(local, session!, 'records.jsonl'), 'utf8');
    return { session: session!, records: text.split('\n').length - 1, text };
  } catch {
    return undefined;
  }
}

/** Whether everything that was finished when the node died is in the session that was gathered. */
async function goneOn(sessions: string, before: Progress): Promise<string> {
  for await (const handed of handedOver(sessions)) {
    if (!('files' in handed)) continue;
    const records = handed.files.get('records.jsonl')?.toString('utf8') ?? '';
    const whole = before.text.slice(0, before.text.lastIndexOf('\n') + 1);
    if (records.startsWith(whole))
      return `went on with all of them, to ${records.split('\n').length - 1}`;
  }
  throw new Error(`Records of ${before.session} were lost.`);
}

async function until(what: string, holds: () => Promise<boolean>, seconds = 150): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`It never came to this: ${what}.`);
}
