/** How a bench ends: its figures printed, kept with `-- --keep`, and an exit code. */
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdirSync } from 'node:fs';
import { findCommit } from '../../src/session/own-repository.ts';
import { osName } from '../../src/measure/os-name.ts';
import type { BenchRun } from '../../src/store/bench.ts';
import { UNKNOWN_COMMIT } from '../../src/store/commit.ts';
import { prettyJson, writeWhole } from '../../src/store/files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Prints a line and remembers it. */
export class BenchLog {
  readonly lines: string[] = [];

  readonly say = (line: string): void => {
    this.lines.push(...line.split('\n'));
    console.log(line);
  };
}

/**
 * Ends a bench. With `--keep` on its command line the figures go to data/bench/, which is
 * committed: the method page shows them with machine, date and commit.
 *
 * @param missed the bars that were missed; any of them makes the exit code 1
 */
export async function endBench(
  name: string,
  title: string,
  { lines }: BenchLog,
  missed: readonly string[],
): Promise<void> {
  for (const bar of missed) console.error(`MISSED: ${bar}`);
  if (missed.length === 0) console.log('All bars held.');
  if (process.argv.includes('--keep')) await keep({ name, title, lines, missed: [...missed] });
  process.exitCode = missed.length === 0 ? 0 : 1;
}

async function keep(run: Pick<BenchRun, 'name' | 'title' | 'lines' | 'missed'>): Promise<void> {
  // What another bench has just kept changes nothing of what is measured.
  const found = await findCommit(root, 'src/cli.ts', ['.', ':!data/bench']);
  const kept: BenchRun = {
    schema: 1,
    ...run,
    at: new Date().toISOString(),
    commit: found.known ? found.commit : UNKNOWN_COMMIT,
    dirty: !found.known || found.dirty,
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      usableCores: availableParallelism(),
      os: osName(),
    },
  };
  const folder = join(root, 'data/bench');
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, `${run.name}.json`), prettyJson(kept));
  console.log(`Kept in data/bench/${run.name}.json.`);
}
