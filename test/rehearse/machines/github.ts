/** `replicate.yml` run by act: three jobs that measure, one that gathers, one that proposes. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Stranger } from '../stranger.ts';
import { git, REPORT } from './project.ts';

const MACHINES = ['one', 'two', 'three'];
const played = join(import.meta.dirname, '..', 'actions');

/**
 * Runs the workflow in a checkout, its runners being this machine. Played are what asks GitHub itself (`gh`, the remote)
 * and the two actions for artifacts, by the library that those call; act serves the artifacts.
 *
 * @returns what came of each job, and the proposed change
 */
export async function replicateByActions(stranger: Stranger, project: string): Promise<string> {
  const folder = join(stranger.folder, 'github');
  const remote = join(folder, 'origin.git');
  mkdirSync(folder);
  await git(stranger, folder, 'clone', '--quiet', '--bare', project, remote);
  const checkout = join(folder, REPORT);
  await git(stranger, folder, 'clone', '--quiet', remote, checkout);
  const actions = await playedActions(stranger, folder, checkout);
  const tools = playedTools(folder);
  const log = await stranger.step(
    'act: measure on three machines, gather, propose',
    checkout,
    'act',
    [
      'workflow_dispatch',
      ...['--workflows', '.github/workflows/replicate.yml'],
      ...['--input', `report=${REPORT}`, '--input', 'profile=quick', '--input', 'same-kind=true'],
      ...['--input', `runners=${JSON.stringify(MACHINES)}`],
      ...[...MACHINES, 'ubuntu-24.04'].flatMap((one) => ['--platform', `${one}=-self-hosted`]),
      ...actions.flatMap((one) => ['--local-repository', one]),
      ...[
        '--artifact-server-path',
        join(folder, 'artifacts'),
        '--artifact-server-addr',
        '127.0.0.1',
      ],
      ...['--no-cache-server', '--secret', 'GITHUB_TOKEN=none'],
    ],
    { PATH: [tools, process.env['PATH']].join(delimiter) },
  );
  const branch = (await git(stranger, remote, 'branch', '--list', 'replications/*')).trim();
  const patch = await git(stranger, remote, 'diff', '--stat', 'main', branch);
  const told = log.split('\n').filter((line) => /Taken: |Job succeeded/.test(line));
  return [...told, patch].join('\n');
}

/** The two actions under the names by which the workflow uses them. */
async function playedActions(
  stranger: Stranger,
  folder: string,
  checkout: string,
): Promise<string[]> {
  const text = readFileSync(join(checkout, '.github', 'workflows', 'replicate.yml'), 'utf8');
  const used = new Set(
    [...text.matchAll(/uses: (actions\/(?:up|down)load-artifact@\S+)/g)].map(([, name]) => name!),
  );
  const library = join(folder, 'library');
  mkdirSync(library);
  cpSync(join(played, 'package.json'), join(library, 'package.json'));
  const install = ['install', '--silent', '--no-audit', '--no-fund'];
  await stranger.step('install the library of artifacts', library, 'npm', install);
  return [...used].map((name) => {
    const own = name.includes('upload') ? 'upload' : 'download';
    const place = join(folder, own);
    cpSync(join(played, own), place, { recursive: true });
    cpSync(join(library, 'node_modules'), join(place, 'node_modules'), { recursive: true });
    return `${name}=${place}`;
  });
}

/** `gh`, which would ask GitHub. */
function playedTools(folder: string): string {
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  const said = join(folder, 'asked.txt');
  writeFileSync(join(tools, 'gh'), `#!/bin/sh\necho "gh $*" >> '${said}'\n`, { mode: 0o755 });
  return tools;
}
