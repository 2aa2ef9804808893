import { InvalidArgumentError, Option, type Command } from 'commander';
import type { MeasuringProfile } from '../scenario/schema.ts';
import type { MeasureOptions } from '../session/choose-plan.ts';

export interface MeasureFlags {
  profile: MeasuringProfile;
  only: string[];
  skip: string[];
  report?: string;
  rounds?: number;
  seed?: string;
  budget?: number;
  resume?: boolean;
  fresh?: boolean;
  plan?: boolean;
  anyway?: boolean;
  wait?: boolean;
  json?: boolean;
  quiet?: boolean;
}

const examples = `
Examples:
  npm run build                                     what a fresh clone does: quick profile, then the pages
  npm run measure -- --profile full                 the reference: about two hours on an idle machine
  npm run measure -- --profile full --resume        go on after an interruption
  npm run measure -- --only io/100 --rounds 12      one case, more rounds
  npm run measure -- --skip memory,spawn --plan     show what would run, and how long it takes
  npm run build -- --budget 5m                      no new invocation after five minutes

Names are scenarios (io), cases (io/100) or contestants. Ctrl-C keeps what is finished.
Exit codes: 0 done, 1 wrong answer, 2 usage, 3 can't go on, 130 interrupted.`;

/** Flags that say what to measure; `build` and `measure` share them. */
export function measureOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <name>', 'how much to measure')
        .choices(['smoke', 'quick', 'full'])
        .default('quick'),
    )
    .addOption(
      new Option('--only <names>', 'only these scenarios, cases or contestants')
        .argParser(nameList)
        .default([]),
    )
    .addOption(new Option('--skip <names>', 'all but these').argParser(nameList).default([]))
    .addOption(new Option('--report <name>', 'only the cases that this report speaks of'))
    .addOption(
      new Option('--rounds <n>', 'counted rounds of every case instead of the profile’s').argParser(
        positive,
      ),
    )
    .addOption(
      new Option('--budget <time>', 'start nothing new after this time: 90s, 5m, 1h').argParser(
        seconds,
      ),
    )
    .addOption(new Option('--seed <text>', 'seed of the shuffled order; recorded'))
    .addOption(
      new Option(
        '--resume',
        'go on with an interrupted session, or fail if there is none',
      ).conflicts('fresh'),
    )
    .addOption(new Option('--fresh', 'measure again what is fresh, in a new session'))
    .addOption(new Option('--plan', 'show the plan and stop'))
    .addOption(
      new Option('--anyway', 'start a full session though something else uses the machine'),
    )
    .addOption(new Option('--wait', 'wait while another run measures on this machine'))
    .addHelpText('after', examples);
}

/** The flags as the measuring takes them. */
export function readMeasureOptions(flags: MeasureFlags): Omit<MeasureOptions, 'signal'> {
  return {
    profile: flags.profile,
    selection: { only: flags.only, skip: flags.skip },
    report: flags.report,
    rounds: flags.rounds,
    seed: flags.seed,
    budgetS: flags.budget,
    resume: flags.resume ?? false,
    fresh: flags.fresh ?? false,
    planOnly: flags.plan ?? false,
    anyway: flags.anyway ?? false,
    wait: flags.wait ?? false,
  };
}

/** Several names, with commas or repeated flags. */
export function nameList(text: string, before: string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ];
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}

/** "90s", "5m", "1h" in seconds. */
export function seconds(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(text);
  const factor = { s: 1, m: 60, h: 3600 }[match?.[2] ?? ''];
  if (match === null || factor === undefined)
    throw new InvalidArgumentError('Give a time such as 90s, 5m or 1h.');
  return Number(match[1]) * factor;
}
