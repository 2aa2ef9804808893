/**
 * `npm run rehearse:machines`: the recipes of docs/machines.md, run by the engines that they are for, each where it is
 * installed: act for GitHub Actions, Slurm with three nodes on this machine, GNU parallel with three ssh servers. Says what
 * was left out; ends with 1 when a step failed. `-- --only act` runs one of them.
 */
import { execa } from 'execa';
import { beginProject } from './machines/project.ts';
import { replicateByActions } from './machines/github.ts';
import { replicateBySlurm } from './machines/slurm.ts';
import { replicateBySsh } from './machines/ssh.ts';
import { Stranger } from './stranger.ts';

/** What an engine may need besides programs. */
const ROOT = 'root';

const engines = [
  { name: 'act', needs: ['act'], run: replicateByActions },
  // Its daemons start jobs as other users.
  {
    name: 'slurm',
    needs: ['slurmctld', 'slurmd', 'sbatch', 'munged', ROOT],
    run: replicateBySlurm,
  },
  { name: 'ssh', needs: ['parallel', 'rsync', 'ssh', 'sshd'], run: replicateBySsh },
] as const;

const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = engines.filter(({ name }) => !process.argv.includes('--only') || name === only);
if (wanted.length === 0) throw new Error(`There is no engine "${only}".`);

const found = await Promise.all(
  wanted.map(async (one) => ({ ...one, lacks: await missing(one.needs) })),
);
for (const { name, lacks } of found)
  if (lacks.length > 0)
    console.log(`– ${name}: not run, since there is no ${lacks.join(', no ')} here`);
const here = found.filter(({ lacks }) => lacks.length === 0);
if (here.length > 0) {
  const stranger = new Stranger('steelyard-machines-');
  try {
    await stranger.pack();
    const project = await beginProject(stranger);
    for (const { name, run } of here) console.log(`${name}:\n${await run(stranger, project)}`);
  } finally {
    stranger.remove();
  }
}

/** What of this isn't here. */
async function missing(needs: readonly string[]): Promise<string[]> {
  const looks = await Promise.all(
    needs.map(async (name) => ({ name, isHere: name === ROOT ? isRoot() : await isProgram(name) })),
  );
  return looks.filter(({ isHere }) => !isHere).map(({ name }) => name);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function isProgram(name: string): Promise<boolean> {
  const { exitCode } = await execa('which', [name], { reject: false });
  return exitCode === 0;
}
