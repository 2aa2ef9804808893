/** `replicate.sbatch` run by Slurm: a controller and three nodes, all of them on this machine; one node dies on the way. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { handedOver } from '../../../src/gather/found.ts';
import type { Stranger } from '../stranger.ts';
import { NODES, startCluster, type Cluster } from './cluster.ts';
import { git, REPORT } from './project.ts';
import { until } from './until.ts';

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

/** Slurm lets a requeued job wait for as long as its credential holds (`cred_expire`, 20 s here). */
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
