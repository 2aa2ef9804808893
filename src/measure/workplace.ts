/** Where one invocation happens: folders that are made for it and removed after it. */
import { constants, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFolder } from './remove.ts';

/** The program and its helpers: paths under a folder, the program first. */
export interface ProgramFiles {
  readonly folder: string;
  readonly files: readonly [string, ...string[]];
}

export interface Workplace {
  /** Holds copies of the program and of its helpers, and nothing else; programs run in it. */
  readonly program: string;
  /** HOME and TMPDIR of the program: empty folders. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folders that are the program's: it writes nowhere else. */
  readonly writes: readonly string[];
  /** Makes the same for what the program talks to. */
  serviceEnvironment(): Readonly<Record<string, string>>;
  /** Path → name, for what is recorded. */
  readonly names: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * Makes it, so that no run finds what another one left, and no program can change its own source.
 *
 * @param scratch folder of the session
 */
export function makeWorkplace(scratch: string, program: ProgramFiles): Workplace {
  const folder = mkdtempSync(join(scratch, 'run-'));
  const copies = join(folder, 'program');
  mkdirSync(copies);
  for (const file of program.files) {
    const copy = join(copies, file);
    if (dirname(copy) !== copies) mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(program.folder, file), copy, constants.COPYFILE_FICLONE);
  }
  const environment = emptyFolders(folder, 'home', 'tmp');
  return {
    program: copies,
    environment,
    writes: [copies, ...Object.values(environment)],
    serviceEnvironment: () => emptyFolders(folder, 'service-home', 'service-tmp'),
    names: { [folder]: '<run>', [copies]: '<program>' },
    remove: () => removeFolder(folder),
  };
}

function emptyFolders(folder: string, home: string, temporary: string): Record<string, string> {
  const environment = { HOME: join(folder, home), TMPDIR: join(folder, temporary) };
  for (const path of Object.values(environment)) mkdirSync(path);
  return environment;
}
