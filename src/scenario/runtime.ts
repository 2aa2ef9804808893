/** How a runtime is found. Its file stands under runners/runtimes/<id>/runtime.ts. */

/** In a runtime's `environment`: a number from 0 to 4294967295 that is another one in each round. */
export const PER_ROUND = '<another number each round>';

/** A file or folder that must stay what it was while a session is measured. */
export interface Watched {
  readonly path: string;
  /** Of a file: then it may be put back or touched. Absent: it may not change at all. */
  readonly sha256?: string;
  /** What the file system said of it then; absent: not looked at yet. */
  readonly state?: string;
  /** Names of folders below it that don't count. */
  readonly except?: readonly string[];
}

/** What a finished helper process said. */
export interface CommandOutput {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** The outside world that a runtime's `find` may use. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Folder of the project, absolute. */
  readonly root: string;
  /**
   * Folder for what this runtime installs or builds, absolute; it exists, and no other runtime has it.
   * `compare` asks the runtime of the base and that of head in turn with the same one: name a file in
   * it after what it is made from, by a hash for example.
   */
  readonly cache: string;
  /** Runs a command to its end; a command that can't be started has `exitCode` undefined. */
  run(
    command: string,
    args: readonly string[],
    options?: { env?: Record<string, string>; timeoutS?: number },
  ): Promise<CommandOutput>;
  /** First executable of that name on PATH, shims not resolved. */
  which(name: string): string | undefined;
  /**
   * sha256 of a file, hexadecimal. What is hashed tells which runtime it is: when such a file changes
   * while a session is measured, the session stops.
   */
  sha256(file: string): Promise<string>;
  /**
   * Names a folder of packages that programs load from: it may not change during a session either,
   * folders of these names below it excepted.
   */
  watch(folder: string, except?: readonly string[]): void;
  /** Tells the person what takes long. */
  say(line: string): void;
}

/** Whether a build can do something that not every build can, and why not. */
export type Feature = { readonly there: true } | { readonly there: false; readonly reason: string };

export interface FoundRuntime {
  readonly available: true;
  readonly version: string;
  /** What readers know this build by, in a few words: "Example 3.14.2". Absent: title and version. */
  readonly label?: string;
  /** Where to get another version of it, and how to have that one found. */
  readonly getAnother?: string;
  /** The binary that is started, symbolic links and shims resolved. */
  readonly binary: string;
  readonly binarySha256: string;
  /** Starts a program: this, then the program's path, then its parameters. */
  readonly command: readonly [string, ...string[]];
  /** Variables that its programs get beside the common environment; see PER_ROUND for seeds. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Exact versions of installed packages. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Hash of the dependency lock, where the runtime has one. */
  readonly lockSha256?: string;
  /** Filled in by Steelyard: the files that `find` hashed, and the folders that it named. */
  readonly files?: readonly Watched[];
  readonly packages?: readonly Watched[];
  /** Filled in too: `command`, paths of this machine replaced by names; part of the key. */
  readonly words?: readonly string[];
  /** Packages of the lock that are not here, with the reason and what to do. */
  readonly missing: Readonly<Record<string, string>>;
  /** What a contestant may ask of a build (`features`), by name. */
  readonly features?: Readonly<Record<string, Feature>>;
  /** Whatever else is worth recording: compiler version, build flags, start method. No path of the machine. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface MissingRuntime {
  readonly available: false;
  /** What was looked for, where, and what to do. */
  readonly reason: string;
}

export interface RuntimeDefinition {
  readonly id: string;
  readonly title: string;
  /** The project's own page, where it says how to get it; absent only of a tool for which none is stated. */
  readonly homepage?: string;
  /** How it makes what is run of a source; absent: sources are run as they are. See `build` of a contestant. */
  readonly build?: readonly string[];
  /**
   * A further build of another runtime: the id of that one, whose folder holds the programs of both.
   * Absent: its own folder holds them.
   */
  readonly programsOf?: string;
  /** Finds the runtime, and installs nothing but packages from a lock into `host.cache`. */
  find(host: Host): Promise<FoundRuntime | MissingRuntime>;
}
