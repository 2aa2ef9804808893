/**
 * `npm run rehearse:install`: what a stranger does on a machine that we have never seen, with
 * several npm and Node, from an archive without .git, in a path with blanks and letters of other
 * alphabets. Prints a table; ends with 1 when a step failed.
 *
 *   npm run rehearse:install                            every row
 *   npm run rehearse:install -- --only 9.2.0,10.8.2     the rows of these npm
 *   npm run rehearse:install -- --full                  both commands of the README in full
 *   npm run rehearse:install -- --user root             as root only; "ordinary" likewise
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unpackedArchive } from './archive.ts';
import { moveIn, runSteps, versionsSeen } from './steps.ts';
import { table, type Result } from './table.ts';
import { installToolchain } from './toolchain.ts';
import { users, type User } from './users.ts';

export interface Row {
  readonly npm: string;
  /** Version or its beginning, as npm takes it. */
  readonly node: string;
}

/** Node 22.18 comes with npm 10.9.3; Debian 13 has npm 9.2.0, Node 20 has 10.8.2. */
const rows: readonly Row[] = [
  { npm: '9.2.0', node: '20' },
  { npm: '10.8.2', node: '20' },
  { npm: '11', node: '20' },
  { npm: '10.9.3', node: '22.18' },
  { npm: '11', node: '24' },
];

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    user: { type: 'string', default: '' },
  },
});
const chosen = flags.only?.split(',') ?? rows.map(({ npm }) => npm);
const work = openFolder(join(tmpdir(), 'steelyard-rehearsal-'));
const results: Result[] = [];
try {
  for (const row of rows.filter(({ npm }) => chosen.includes(npm)))
    for (const user of users().filter(({ title }) => title.startsWith(flags.user)))
      results.push(await rehearse(row, user));
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`\n${table(results)}`);
const hasFailed = results.flatMap(({ steps }) => steps).some(({ exitCode }) => exitCode !== 0);
process.exitCode = results.length === 0 || hasFailed ? 1 : 0;

/** One row as one user, in a folder of its own that is removed at the end. */
async function rehearse(row: Row, user: User): Promise<Result> {
  const folder = openFolder(join(work, 'row-'));
  try {
    const path = installToolchain(join(folder, 'tools'), row);
    const home = join(folder, 'home');
    const project = unpackedArchive(join(folder, 'Prüfstand mit Lücken', 'steelyard'));
    const surroundings = { project, home, path, user, full: flags.full };
    moveIn(surroundings);
    const versions = await versionsSeen(surroundings);
    if (!versions.startsWith(`npm ${row.npm}`) || !versions.includes(`, Node ${row.node}.`))
      throw new Error(
        `npm ${row.npm} and Node ${row.node} were asked for, and this is ${versions}.`,
      );
    console.log(`${versions}, ${user.title}`);
    return { versions, user, steps: await runSteps(surroundings) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new folder that the ordinary user gets into as well. */
function openFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o755);
  return folder;
}
