import { words, type StepResult } from './steps.ts';
import type { User } from './users.ts';

export interface Result {
  /** "npm 10.8.2, Node 20.20.2". */
  readonly versions: string;
  readonly user: User;
  readonly steps: readonly StepResult[];
}

/** A line a result, its columns under each other. */
export function table(results: readonly Result[]): string {
  const titles = [...new Set(results.flatMap(({ steps }) => steps.map(({ title }) => title)))];
  const lines = results.map(({ versions, user, steps }) => [
    versions,
    user.title,
    ...titles.map((title) => {
      const step = steps.find((one) => one.title === title);
      return step === undefined ? '–' : words(step);
    }),
  ]);
  const all = [['what is installed', 'user', ...titles], ...lines];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
