/** Whoever has the packages and nothing else: an empty home, and a folder for all that they make. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const root = join(import.meta.dirname, '..', '..');

/** Whoever commits, in a home that knows nobody. */
const person = {
  GIT_AUTHOR_NAME: 'A stranger',
  GIT_AUTHOR_EMAIL: 'stranger@example.org',
  GIT_COMMITTER_NAME: 'A stranger',
  GIT_COMMITTER_EMAIL: 'stranger@example.org',
};

export type Env = Readonly<Record<string, string>>;

export class Stranger {
  readonly folder: string;
  readonly home: string;

  /** @param prefix of the folder's name: blanks and letters of another alphabet may stand in it */
  constructor(prefix: string) {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    this.home = join(this.folder, 'home');
    mkdirSync(this.home);
  }

  /** Makes both packages and packs them into the folder; what begins a project is unpacked there. */
  async pack(): Promise<void> {
    await this.step('make the packages', root, 'npm', ['run', '--silent', 'make:package']);
    for (const name of ['steelyard', 'create-steelyard'])
      await this.step(`pack ${name}`, join(root, 'package', name), 'npm', [
        'pack',
        '--pack-destination',
        this.folder,
      ]);
    const creator = ['-xzf', this.archive('create-steelyard')];
    await this.step('unpack create-steelyard', this.folder, 'tar', creator);
  }

  /** A packed package: names begin alike, so the shorter one is looked for by its version. */
  archive(name: string): string {
    const pattern = new RegExp(`^${name}-\\d.*\\.tgz$`);
    const file = readdirSync(this.folder).find((one) => pattern.test(one));
    if (file === undefined) throw new Error(`npm packed no ${name}`);
    return join(this.folder, file);
  }

  /**
   * Runs a command and says how long it took; all that it printed is shown where it failed.
   *
   * @returns what it printed
   * @throws Error where it failed
   */
  async step(
    title: string,
    cwd: string,
    command: string,
    args: readonly string[],
    further: Env = {},
  ): Promise<string> {
    const startedAt = performance.now();
    const env = { HOME: this.home, ...person, ...further };
    const ended = await execa(command, args, { cwd, env, all: true, reject: false });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(`${ended.exitCode === 0 ? '✔' : '✖'} ${title}: ${seconds} s`);
    if (ended.exitCode === 0) return ended.all;
    console.log(ended.all);
    throw new Error(`${title} failed: ${ended.shortMessage}`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
