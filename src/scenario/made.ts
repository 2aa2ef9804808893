/** What is made before a session: programs that are built, and what contestants work on. */

export interface Built {
  /** What is started; absolute. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** How it was built: no path of this machine stands in them. */
  readonly words: readonly string[];
}

export interface MadeInput {
  /** File or folder, which nobody writes to; absolute. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it is from, in words: "lines.mjs, seed 1". */
  readonly from: string;
  /** Sources of what generated it, paths as sessions record them; none of a package or a file. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** What can't be made here, as the end of a sentence or whole ones: what, why, what to do. */
export interface NotMade {
  readonly reason: string;
  /** What can't be made anywhere: the project's own fault, and no lack of this machine. */
  readonly isMistake?: true;
}

export interface Made {
  /** By `<scenario>/<contestant>`. */
  readonly built: ReadonlyMap<string, Built | NotMade>;
  /** By `<scenario>/<case>`, then by the input's name. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, MadeInput | NotMade>>;
}

export const nothingMade: Made = { built: new Map(), inputs: new Map() };

/** Those that were made, and why the first of the others wasn't. */
export function sortMade<One extends object>(
  all: ReadonlyMap<string, One | NotMade> | undefined,
): { made: ReadonlyMap<string, One>; lack: string | undefined } {
  const made = new Map<string, One>();
  let lack: string | undefined;
  for (const [name, one] of all ?? []) {
    if ('reason' in one) lack ??= one.reason;
    else made.set(name, one);
  }
  return { made, lack };
}
