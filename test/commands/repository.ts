/** A bench whose folder is a git repository: a base is committed, and its files are edited into a head. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonSchema, type BaseComparison, type Change } from '../../src/store/comparison.ts';
import { gitEnvironment } from '../environment.ts';
import { copyClaimsReport } from '../fixtures/claims-report.ts';
import { makeSiteData } from '../fixtures/make-site-data.ts';
import { Bench, type Ended } from './bench.ts';

export interface Compared extends Ended {
  /** The comment. */
  readonly markdown: string;
  readonly comparison: BaseComparison;
}

export class Repository extends Bench {
  readonly page = join(this.content, 'report', 'index.mdx');

  /** With a document that pins a session, whose runtimes aren't those of the runners. */
  constructor() {
    super();
    makeSiteData(this.data);
    copyClaimsReport(this.content);
    this.write(
      join(this.folder, '.gitignore'),
      'cache/\ndata/local/\ndata/results/\ntmp/\nhome/\nout/\n',
    );
    this.write(join(this.folder, 'package.json'), '{ "dependencies": { "steelyard": "*" } }');
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('The base');
  }

  write(file: string, text: string): void {
    writeFileSync(file, text);
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  git(...args: readonly string[]): void {
    execFileSync('git', ['-C', this.folder, ...args], { env: gitEnvironment() });
  }

  /** Runs `steelyard compare --base main <args>` to its end. */
  async compare(...args: readonly string[]): Promise<Compared> {
    const json = join(this.folder, 'tmp', 'comparison.json');
    const ended = await this.run([
      'compare',
      ...['--base', 'main', '--markdown', '-', '--json', json],
      ...args,
    ]);
    if (![0, 1].includes(ended.exitCode ?? -1)) throw new Error(ended.stderr);
    const comparison = comparisonSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    return { ...ended, markdown: ended.stdout, comparison };
  }
}

/** The change of a contestant in a case. */
export function changeIn({ comparison }: Compared, id: string, contestant: string): Change {
  const found = comparison.changes.find(
    (change) => change.case === id && change.contestant === contestant,
  );
  if (found === undefined) throw new Error(`${contestant} in ${id} did not change`);
  return found;
}
