import { inspect } from 'node:util';
import { colours } from '../measure/colours.ts';
import { exitCodes, Problem } from '../scenario/problem.ts';
import { harmless } from '../store/printable.ts';
import { explainWriteError } from '../store/files.ts';
import { explainDrawing } from '../drawing/explain.ts';

/** Whoever read what is said may have stopped (`| head`): the work goes on to its end, and its exit code counts. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** Ends the process: a Problem with its message and exit code, anything else with its stack. */
export function endWith(end: { commander: number } | { error: unknown }): void {
  if ('commander' in end) {
    // Help ends with 0; every mistake in the arguments is a usage mistake.
    process.exitCode = end.commander === 0 ? 0 : exitCodes.usage;
    return;
  }
  const error = explained(end.error);
  if (error instanceof Problem) {
    process.stderr.write(`${colours.red('✖')} ${harmless(error.message)}\n`);
    process.exitCode = exitCodes[error.kind];
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${colours.red('✖')} This is a mistake in Steelyard itself. Please report it with these lines.\n${text}\n`,
  );
  process.exitCode = 70;
}

/** A full or read-only disk, or a part that npm left out, is nobody's mistake, wherever it was met. */
function explained(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const file = (error as NodeJS.ErrnoException | undefined)?.path;
  return file === undefined
    ? (explainDrawing(inspect(error)) ?? error)
    : explainWriteError(error, file);
}
