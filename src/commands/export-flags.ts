import { Argument, Option, type Command } from 'commander';
import type { SourceFlags } from './choose-cases.ts';
import { sourceOptions } from './results-flags.ts';

const formats = ['hyperfine', 'github-action-benchmark', 'bencher', 'csv', 'citation'] as const;
export type Format = (typeof formats)[number];

export interface ExportFlags extends SourceFlags {
  readonly out?: string;
  readonly measure?: string;
  readonly better: 'less' | 'more';
  readonly quiet?: boolean;
}

const examples = `
Formats:
  hyperfine                JSON as "hyperfine --export-json" writes it: wall times of every finished run
  github-action-benchmark  JSON for its tool customSmallerIsBetter; with --better more customBiggerIsBetter
  bencher                  Bencher Metric Format: every measure, the wall time as "latency"
  csv                      a line a run, with every measure and its unit
  citation                 CITATION.cff of a report: title, authors, date, session and commit

Examples:
  npm run export -- csv --out runs.csv                  what this machine measured
  npm run export -- csv cpu/20 io --session <id>        some cases of a session
  npm run export -- hyperfine --reference --out h.json  the accepted session of the report
  npm run export -- bencher --measure wall --out b.json one measure
  npm run export -- citation --out CITATION.cff         of the session that the report pins

Without --out it is printed on standard output (add --silent after "npm run" there). What a format can't
hold, or what did not finish, is left out and said. hyperfine's user and system time are null: only their
sum is measured.
Exit codes: 0 done, 2 usage or nothing to export.`;

/** Flags of `export`. */
export function exportOptions(command: Command): Command {
  command.addArgument(new Argument('<format>', 'what to write').choices(formats));
  return sourceOptions(command)
    .option('--out <file>', 'write it there')
    .addOption(new Option('--measure <id>', 'by another measure than the main one; "all" for all'))
    .addOption(
      new Option('--better <side>', 'github-action-benchmark: which measures')
        .choices(['less', 'more'])
        .default('less'),
    )
    .option('--quiet', 'say only what went wrong')
    .addHelpText('after', examples);
}
