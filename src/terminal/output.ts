import { colours } from '../measure/colours.ts';
import { harmless } from '../store/printable.ts';
import { notesOnly, showProgress, type Progress } from '../measure/progress.ts';

/** What a command tells: people read standard error, programs read standard output (`--json`). */
export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  say(line: string): void;
  warn(line: string): void;
  /** What is said in any case, `--quiet` or not, and has a mark of its own. */
  tell(line: string): void;
  /** One JSON document for programs; does nothing without `--json`. */
  result(value: unknown): void;
  progress(): Progress;
}

export function makeOutput(options: {
  json?: boolean | undefined;
  quiet?: boolean | undefined;
}): Output {
  const json = options.json ?? false;
  const quiet = options.quiet ?? false;
  const write = (text: string): void => {
    process.stderr.write(text);
  };
  return {
    json,
    quiet,
    say(line) {
      if (!quiet) write(`${harmless(line)}\n`);
    },
    warn(line) {
      write(`${colours.yellow('!')} ${harmless(line)}\n`);
    },
    tell(line) {
      write(`${harmless(line)}\n`);
    },
    result(value) {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    progress() {
      if (quiet) return notesOnly({ write });
      const { isTTY, columns } = process.stderr;
      return showProgress({ isTTY: isTTY === true, columns: columns ?? 80, write });
    },
  };
}
