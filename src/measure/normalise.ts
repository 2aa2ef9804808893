/** How outputs are made alike before they are compared. */
import type { Normalising } from '../scenario/judging.ts';

/** The text after all of these, one after the other. */
export function normalise(text: string, steps: readonly Normalising[]): string {
  return steps.reduce((given, step) => apply(given, step), text);
}

function apply(text: string, step: Normalising): string {
  if (typeof step !== 'string') return captured(text, step.capture);
  switch (step) {
    case 'trim':
      return text.trim();
    case 'trim-lines':
      return onLines(text, (lines) => lines.map((line) => line.trim()));
    case 'sort-lines':
      return onLines(text, (lines) => lines.sort());
    case 'unique-lines':
      return onLines(text, (lines) => [...new Set(lines)]);
    case 'lower-case':
      return text.toLowerCase();
  }
}

/** The newline at the end ends the last line, and begins no further one. */
function onLines(text: string, change: (lines: string[]) => string[]): string {
  const end = text.endsWith('\n') ? '\n' : '';
  const lines = text.slice(0, text.length - end.length).split('\n');
  return change(lines).join('\n') + end;
}

function captured(text: string, pattern: string): string {
  const expression = new RegExp(pattern);
  return text
    .split('\n')
    .flatMap((line) => expression.exec(line)?.[1] ?? [])
    .join('\n');
}
