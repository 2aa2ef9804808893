import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const runners = join(import.meta.dirname, '..', '..', '..', '..', 'runners');

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The interpreter of these tests: that of the measuring, or the `python3` of this machine. */
const interpreter = process.env['STEELYARD_PYTHON'] || 'python3';

/** Its version, as it says it itself: "3.14.2". */
export function pythonVersion(): string {
  const question = 'import platform; print(platform.python_version())';
  return execFileSync(interpreter, ['-c', question], { encoding: 'utf8' }).trim();
}

/**
 * Runs one of the measured Python programs with the Python of these tests,
 * to its end. A program that hangs is killed, and has the exit code -1.
 *
 * @param program its path under runners/runtimes/python/, or absolute
 */
export function runPython(
  program: string,
  parameters: Record<string, number | string>,
): Promise<Ended> {
  const file = join(runners, 'runtimes', 'python');
  const args = Object.entries({ ...parameters, cores: 2 }).map(
    ([name, value]) => `--${name}=${String(value)}`,
  );
  return new Promise((resolve, reject) => {
    execFile(
      interpreter,
      [program, ...args],
      { cwd: file, timeout: 120_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        if (error?.code === 'ENOENT')
          return reject(
            new Error(`There is no ${interpreter}; the README says what the tests need.`),
          );
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ exitCode: code, stdout, stderr });
      },
    );
  });
}
