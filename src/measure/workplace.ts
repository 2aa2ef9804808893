/** Where one invocation happens: folders that are made for it and removed after it. */
import { constants, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFolder } from './remove.ts';

/** The program and its helpers: paths under a folder, the program first; none of a tool. */
export interface ProgramFiles {
  readonly folder: string;
  readonly files: readonly string[];
}

export interface Workplace {
  /** Holds all that follows; absolute. */
  readonly folder: string;
  /** Holds copies of the program and of its helpers, and nothing else; programs run in it. */
  readonly program: string;
  /** HOME and TMPDIR of the program: empty folders. */
  readonly environment: Readonly<Record<string, string>>;
  /** An empty folder for what it writes, where it is to have one. */
  readonly out: string | undefined;
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
 * @param writesOut whether it gets a folder for what it writes
 */
export function makeWorkplace(
  scratch: string,
  program: ProgramFiles,
  writesOut = false,
): Workplace {
  const folder = mkdtempSync(join(scratch, 'run-'));
  const copies = copyFiles(program, join(folder, 'program'));
  const environment = emptyFolders(folder, 'home', 'tmp');
  const out = writesOut ? join(folder, 'out') : undefined;
  if (out !== undefined) mkdirSync(out);
  return {
    folder,
    program: copies,
    environment,
    out,
    writes: [copies, ...Object.values(environment), ...(out === undefined ? [] : [out])],
    serviceEnvironment: () => emptyFolders(folder, 'service-home', 'service-tmp'),
    names: { [folder]: '<run>', [copies]: '<program>' },
    remove: () => removeFolder(folder),
  };
}

/** Copies files into a folder that is made for them, and returns it. */
export function copyFiles({ folder, files }: ProgramFiles, target: string): string {
  mkdirSync(target);
  for (const file of files) {
    const copy = join(target, file);
    if (dirname(copy) !== target) mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(folder, file), copy, constants.COPYFILE_FICLONE);
  }
  return target;
}

function emptyFolders(folder: string, home: string, temporary: string): Record<string, string> {
  const environment = { HOME: join(folder, home), TMPDIR: join(folder, temporary) };
  for (const path of Object.values(environment)) mkdirSync(path);
  return environment;
}
