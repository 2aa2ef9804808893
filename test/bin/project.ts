/** A project of three files, so that bin/steelyard.mjs can meet Nodes and packages that aren't as they should be. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { end, type Ended } from '../commands/bench.ts';

const starter = join(import.meta.dirname, '..', '..', 'bin', 'steelyard.mjs');

/** Loaded before everything else: the Node that runs says that it is this one. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'version',{value:'${version}'})`;

export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'steelyard starter ü-'));

  /** @param main the program that stands for Steelyard's command line */
  constructor(main: string) {
    mkdirSync(join(this.root, 'bin'));
    copyFileSync(starter, join(this.root, 'bin', 'steelyard.mjs'));
    this.write('src/cli.ts', main);
    this.write(
      'package.json',
      '{ "optionalDependencies": { "node-here": "*", "node-there": "*" } }',
    );
    this.write('node_modules/commander/index.js', '');
  }

  write(file: string, text: string, mode = 0o644): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode });
  }

  /** Installs the bundled Node: the one that runs the tests, or a program in its place. */
  bundle(program?: string): void {
    this.write('node_modules/node-here/package.json', '{}');
    if (program !== undefined) return this.write('node_modules/node-here/bin/node', program, 0o755);
    mkdirSync(join(this.root, 'node_modules/node-here/bin'));
    symlinkSync(process.execPath, join(this.root, 'node_modules/node-here/bin/node'));
  }

  /** Starts bin/steelyard.mjs on a Node that says it is of this version. */
  start(version: string, ...args: readonly string[]) {
    const file = join(this.root, 'bin', 'steelyard.mjs');
    // `node` by its name would be none that can run here.
    const env = { PATH: '/nowhere' };
    return spawn(process.execPath, ['--import', pretend(version), file, ...args], {
      env,
      cwd: this.root,
    });
  }

  run(version: string, ...args: readonly string[]): Promise<Ended> {
    return end(this.start(version, ...args));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
