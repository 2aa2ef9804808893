import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const runners = join(import.meta.dirname, '..', '..', 'runners');

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs one of the measured Python programs with the `python3` of this machine,
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
      'python3',
      [program, ...args],
      { cwd: file, timeout: 120_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        if (error?.code === 'ENOENT')
          return reject(
            new Error('There is no python3 on PATH; the README says what the tests need.'),
          );
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ exitCode: code, stdout, stderr });
      },
    );
  });
}
