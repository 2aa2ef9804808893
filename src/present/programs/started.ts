/** How a contestant is started, where that isn't its program's name alone. */
import type { SessionContestant } from '../../store/schema.ts';

/** Pairs of what and how: "Command", "Built by", "Standard input"; none where its parameters say all. */
export function startedPairs({
  runtime,
  files,
  args,
  stdin,
  build,
  prepare,
  cleanup,
}: SessionContestant): [term: string, words: string][] {
  const tool = files.length === 0 ? runtime : (files[0]?.path.split('/').at(-1) ?? runtime);
  const line = args === undefined ? (files.length === 0 ? tool : undefined) : lineOf(tool, args);
  const all: [string, string | undefined][] = [
    ['Built by', build && lineOf(build.words[0] ?? '', build.words.slice(1))],
    ['Command', line],
    ['Standard input', stdin && `the input "${stdin}"`],
    ['Before it', stepOf(prepare)],
    ['After it', stepOf(cleanup)],
  ];
  return all.flatMap(([term, words]) => (words === undefined ? [] : [[term, words]]));
}

function stepOf(step: string | readonly string[] | undefined): string | undefined {
  if (step === undefined || typeof step === 'string') return step;
  return lineOf(step[0] ?? '', step.slice(1));
}

/** As a person would type it: quotes where a shell would need them. A doubled brace is the tool's own. */
function lineOf(command: string, args: readonly string[]): string {
  return [command, ...args].map((word) => quoted(word.replaceAll('{{', '{'))).join(' ');
}

function quoted(word: string): string {
  return /^[\w./:=+,@%{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
