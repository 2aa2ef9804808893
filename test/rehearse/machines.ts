/**
 * `npm run rehearse:machines`: the recipes of docs/machines.md, run by the engines that they are for, each where it is
 * installed: act for GitHub Actions, Slurm with three nodes on this machine, GNU parallel. Says what was left out; ends with 1
 * when a step failed. `-- --only act` runs one of them.
 */
import { execa } from 'execa';
import { beginProject } from './machines/project.ts';
import { replicateByActions } from './machines/github.ts';
import { replicateBySlurm } from './machines/slurm.ts';
import { Stranger } from './stranger.ts';

const engines = [
  { name: 'act', asks: ['act', '--version'], run: replicateByActions },
  { name: 'slurm', asks: ['slurmctld', '-V'], run: replicateBySlurm },
] as const;

const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = engines.filter(({ name }) => !process.argv.includes('--only') || name === only);
if (wanted.length === 0) throw new Error(`There is no engine "${only}".`);

const found = await Promise.all(
  wanted.map(async (one) => ({ ...one, isHere: await isHere(one.asks) })),
);
for (const { name, isHere: here } of found)
  if (!here) console.log(`– ${name}: not installed here, so its recipe was not run`);
const here = found.filter((one) => one.isHere);
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

async function isHere([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  const { exitCode } = await execa(command, args, { reject: false });
  return exitCode === 0;
}
