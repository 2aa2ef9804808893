import { Option, type Command } from 'commander';
import type { SourceFlags } from './choose-cases.ts';

export interface ResultsFlags extends SourceFlags {
  readonly measure?: string;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  npm run results                           what this machine measured, as the pages under here/ show it
  npm run results -- cpu/20 io              one case, and all cases of a scenario
  npm run results -- --reference            the accepted session of the report
  npm run results -- cpu/20 --measure all   every measure of a case, not only its main one
  npm run results -- --markdown > table.md  GitHub tables, on standard output
  npm run --silent results -- --json        data for programs; data/README.md says what is in it

Measures and draws nothing. A median stands with its interval, then the ratio to the best (or the
difference, where only that has a meaning) with its 99% interval and what was decided. What did
not finish, and what was not run, is said with its reason.
Exit codes: 0 done, 2 usage or nothing measured.`;

/** Flags that say whose results are meant; `results` and `export` share them. */
export function sourceOptions(command: Command): Command {
  return command
    .argument('[case...]', 'cases (cpu/20) or scenarios (cpu); all without')
    .addOption(
      new Option('--session <id>', 'a session, of this machine or accepted').conflicts([
        'reference',
        'report',
      ]),
    )
    .addOption(new Option('--reference', 'the session that the report pins'))
    .addOption(new Option('--report <name>', 'the session that this report pins'));
}

/** Flags of `results`. */
export function resultsOptions(command: Command): Command {
  return sourceOptions(command)
    .addOption(new Option('--measure <id>', 'another measure than the main one; "all" for all'))
    .addOption(new Option('--markdown', 'print GitHub tables on standard output').conflicts('json'))
    .addHelpText('after', examples);
}
