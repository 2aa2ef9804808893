import type { Command } from 'commander';

export interface PagesFlags {
  /** Name of the branch that the host serves. */
  readonly branch: string;
  /** Address or folder of the repository; the workflow's own without it. */
  readonly remote?: string;
}

/** Adds the flags that say which branch of which repository holds the published pages. */
export function pagesOptions(command: Command): Command {
  return command
    .option('--branch <name>', 'the branch that the host serves', 'gh-pages')
    .option(
      '--remote <repository>',
      'address or folder of the repository; by default the one that runs the workflow',
    );
}
