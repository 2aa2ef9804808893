import { Option, type Command } from 'commander';
import { nameList, seconds } from './measure-flags.ts';
import type { CompareOptions } from '../compare/compare.ts';

export interface CompareFlags {
  base: string;
  budget: number;
  only: string[];
  skip: string[];
  markdown?: string;
  json?: string;
  quiet?: boolean;
}

const DEFAULT_BUDGET_S = 8 * 60;

const examples = `
Examples:
  npm run compare -- --base main                          what the files here change against main
  npm run compare -- --base HEAD                          what isn't committed yet
  npm run compare -- --base main --only cpu/20            one case only
  npm run compare -- --base main --markdown - --quiet     the comment on standard output

Finds the programs, parameters and answers that differ from the base, and measures each of them
on this machine: base, base again (the same bytes: the noise of this very run) and head take
turns, at least 8 rounds and at most 21. "Changed" is only said where the whole 99% interval of
head against base lies beyond 3% and beyond what base against itself shows. Nothing is compared
with a reference from another machine. What was measured is kept in data/results/comparisons/;
after Ctrl-C, or where the budget ran out, the same command goes on from there.
Exit codes: 0 done, 1 head gives a wrong answer, 2 usage, 3 can't go on, 130 interrupted.`;

/** Flags of `compare`. */
export function compareOptions(command: Command): Command {
  return command
    .requiredOption('--base <ref>', 'the commit, branch or tag to compare with')
    .addOption(
      new Option('--budget <time>', 'most time for measuring: 90s, 8m, 1h')
        .argParser(seconds)
        .default(DEFAULT_BUDGET_S, '8m'),
    )
    .addOption(
      new Option('--only <names>', 'only these scenarios, cases or contestants')
        .argParser(nameList)
        .default([]),
    )
    .addOption(new Option('--skip <names>', 'all but these').argParser(nameList).default([]))
    .option('--markdown <file>', 'write the comment there; - for standard output')
    .option('--json <file>', 'write comparison.json there; - for standard output')
    .option('--quiet', 'say only what went wrong')
    .addHelpText('after', examples);
}

/** The flags as the comparing takes them. */
export function readCompareOptions(flags: CompareFlags): Omit<CompareOptions, 'signal'> {
  return {
    base: flags.base,
    budgetS: flags.budget,
    selection: { only: flags.only, skip: flags.skip },
  };
}
