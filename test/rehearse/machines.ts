/**
 * `npm run rehearse:machines`: the recipes of docs/machines.md, run by the engines that they are for, each where it is
 * installed: act for GitHub Actions, Slurm with three nodes on this machine, GNU parallel with three ssh servers. Says what was left out; ends with 1
 * when a step failed. `-- --only act` runs one of them.
 */
import { execa } from 'execa';
import { beginProject } from './machines/project.ts';
import { replicateByActions } from './machines/github.ts';
import { replicateBySlurm } from './machines/slurm.ts';
import { replicateBySsh } from './machines/ssh.ts';
import { Stranger } from './stranger.ts';

const engines = [
  { name: 'act', needs: ['act'], run: replicateByActions },
  { name: 'slurm', needs: ['slurmctld', 'slurmd', 'sbatch', 'munged'], run: replicateBySlurm },
  { name: 'ssh', needs: ['parallel', 'rsync', 'ssh', 'sshd'], run: replicateBySsh },
] as const;

const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = engines.filter(({ name }) => !process.argv.includes('--only') || name === only);
if (wanted.length === 0) throw new Error(`There is no engine "${only}".`);

const found = await Promise.all(
  wanted.map(async (one) => ({ ...one, lacks: [...(await missing(one.needs)), ...rights(one)] })),
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

/** Slurm's daemons start jobs as other users. */
function rights({ name }: { readonly name: string }): string[] {
  return name === 'slurm' && process.getuid?.() !== 0 ? ['root'] : [];
}

/** Which of these programs are not installed. */
async function missing(programs: readonly string[]): Promise<string[]> {
  const looks = await Promise.all(
    programs.map(async (name) => ({ name, look: await execa('which', [name], { reject: false }) })),
  );
  return looks.filter(({ look }) => look.exitCode !== 0).map(({ name }) => name);
}
