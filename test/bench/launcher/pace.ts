import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { listSessions, readSession } from '../../../src/store/read.ts';
import type { Finding } from './set-up.ts';

const CONTESTANTS = 400;
const ROUNDS = 2;
const MOST_MS = 15;

const RUNTIME = `export default { id: 'sh', title: 'Shell', homepage: 'https://pubs.opengroup.org', async find(host) {
  return { available: true, version: '1', binary: '/bin/sh', binarySha256: await host.sha256('/bin/sh'),
    command: ['/bin/sh'], dependencies: {}, missing: {}, facts: {} }; } };`;

/** The way from one run to the next, beyond the program, in a session of very many contestants. */
export function checkPace(): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'steelyard-pace-'));
  const runners = join(folder, 'runners');
  makeRunners(runners);
  const cli = join(import.meta.dirname, '..', '..', '..', 'src', 'cli.ts');
  const env = {
    ...process.env,
    STEELYARD_RUNNERS: runners,
    STEELYARD_DATA: join(folder, 'data'),
    STEELYARD_CACHE: join(folder, 'cache'),
  };
  const ended = spawnSync(process.execPath, [cli, 'measure', '--profile', 'smoke', '--quiet'], {
    env,
  });
  if (ended.status !== 0)
    throw new Error(`measuring ended with ${ended.status}: ${ended.stderr.toString()}`);
  const [session] = listSessions(join(folder, 'data', 'local')).map(readSession);
  rmSync(folder, { recursive: true });
  const records = session?.records ?? [];
  const gaps = records.slice(1).map((record, index) => {
    const before = records[index]!;
    return Date.parse(record.at) - Date.parse(before.at) - (before.wallNs ?? NaN) / 1e6;
  });
  const ms = median(gaps);
  const line =
    `from one run to the next, beyond the program: ${ms.toFixed(1)} ms ` +
    `(bar: ${MOST_MS} ms, ${records.length} runs of ${CONTESTANTS} contestants)`;
  return [{ line, met: ms <= MOST_MS }];
}

function makeRunners(folder: string): void {
  const shell = join(folder, 'runtimes', 'sh');
  for (const path of [shell, join(folder, 'scenarios')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(shell, 'runtime.ts'), RUNTIME);
  writeFileSync(join(shell, 'nothing.sh'), `echo '{"steelyard":1,"answer":{}}'\n`);
  const scenario = {
    id: 'pace',
    title: 'Pace',
    work: 'Nothing.',
    contestants: Array.from({ length: CONTESTANTS }, (_, index) => ({
      id: `c${index}`,
      runtime: 'sh',
      program: 'nothing.sh',
    })),
    cases: [{ id: 'one', rounds: { smoke: ROUNDS }, timeoutS: 20 }],
    answer: {},
    measures: [{ id: 'wall', title: 'Wall time', unit: 'ns', source: { from: 'launcher' } }],
  };
  writeFileSync(join(folder, 'scenarios', 'pace.ts'), `export default ${JSON.stringify(scenario)}`);
}
