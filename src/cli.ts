/**
 * The table of contents: one command, one file under commands/. Each command loads its own
 * code when it is called, so that nothing of the pages stands in memory beside a timed program.
 */
import { Command, CommanderError, Option } from 'commander';
import { engineVersion } from './engine.ts';
import { measureOptions, readMeasureOptions, type MeasureFlags } from './commands/measure-flags.ts';
import { resultsOptions, type ResultsFlags } from './commands/results-flags.ts';
import { exportOptions, type ExportFlags, type Format } from './commands/export-flags.ts';
import { compareOptions, readCompareOptions, type CompareFlags } from './commands/compare-flags.ts';
import { makeOutput } from './terminal/output.ts';
import { findPlaces, type Places } from './places.ts';
import { endWith, outliveReaders } from './commands/ending.ts';
import { endOnSignals } from './terminal/interruption.ts';
import { pagesOptions, type PagesFlags } from './commands/pages-flags.ts';
import type { CheckFlags } from './commands/check.ts';
import type { GatherFlags } from './commands/gather.ts';
import type { PreviewFlags } from './commands/preview-deploy.ts';
import type { Scope } from './session/scope.ts';

interface CommonFlags {
  json?: boolean;
  quiet?: boolean;
}

interface ReportFlags extends CommonFlags {
  report?: string;
}

outliveReaders();
endOnSignals();
const program = new Command('steelyard');
// Help needs no project.
let places: Places;
program.hook('preAction', () => {
  places = findPlaces();
});
program
  .description('Benchmark documents that can be reproduced: every number comes from kept runs.')
  .addHelpText('after', '\nEach command teaches its flags: npm run measure -- --help')
  .version(engineVersion)
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

const command = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .addOption(new Option('--json', 'print the outcome as JSON on standard output'))
    .addOption(new Option('--quiet', 'say only what went wrong'))
    .exitOverride();

/** Before what measures or looks around: as an ordinary user it starts this process again. */
const enterScope = async (): Promise<Scope> => {
  const scope = await import('./session/scope.ts');
  return scope.enterScope();
};

measureOptions(
  command(
    'build',
    'Measure what is missing or stale here, analyse, and render the pages into dist/',
  ),
)
  .option('--fail-on-contradiction', 'end with 1 if this machine contradicts the reference')
  .action(async (flags: MeasureFlags & { failOnContradiction?: boolean }) => {
    const output = makeOutput(flags);
    const options = readMeasureOptions(flags);
    await enterScope();
    const { build } = await import('./commands/build.ts');
    const outcome = await build(options, places, output);
    output.result(outcome);
    if (outcome.outcomes['wrong-answer']) process.exitCode = 1;
    if (flags.failOnContradiction) {
      const { failOnContradiction } = await import('./drawing/agreement.ts');
      failOnContradiction(outcome.agreement);
    }
  });

measureOptions(command('measure', 'Measure what is missing or stale here within a profile')).action(
  async (flags: MeasureFlags) => {
    const output = makeOutput(flags);
    const options = readMeasureOptions(flags);
    await enterScope();
    const { measure } = await import('./commands/measure.ts');
    const outcome = await measure(options, places, output);
    output.result(outcome);
    if (outcome.outcomes['wrong-answer']) process.exitCode = 1;
  },
);

resultsOptions(
  command('results', 'Show the numbers that are there: what this machine measured, or a reference'),
).action(async (cases: string[], flags: ResultsFlags) => {
  const { showResults } = await import('./commands/results.ts');
  await showResults(cases, flags, places, makeOutput(flags));
});

exportOptions(
  program
    .command('export')
    .description('Write results in the format of another tool')
    .exitOverride(),
).action(async (format: Format, cases: string[], flags: ExportFlags) => {
  const { exportResults } = await import('./commands/export.ts');
  await exportResults(format, cases, flags, places, makeOutput({ quiet: flags.quiet }));
});

command('analyse', 'Derive the results of all sessions, or of the named ones, again')
  .argument('[sessions...]')
  .action(async (sessions: string[], flags: CommonFlags) => {
    const { analyseSessions } = await import('./session/analyse.ts');
    const output = makeOutput(flags);
    const analysed = analyseSessions(places, output, sessions);
    output.say(`Analysed: ${analysed.join(', ') || 'no session is here'}`);
    output.result(analysed);
  });

command('render', 'Analyse and draw the pages; measure nothing').action(
  async (flags: CommonFlags) => {
    const { render } = await import('./drawing/render.ts');
    await render(places, makeOutput(flags));
  },
);
command('dev', 'Draw the pages and keep them up to date while texts are edited').action(
  async (flags: CommonFlags) => {
    const { dev } = await import('./drawing/render.ts');
    await dev(places, makeOutput(flags));
  },
);
command('preview', 'Serve dist/ as it was drawn').action(async () => {
  const { preview } = await import('./drawing/render.ts');
  await preview(places);
});

command(
  'accept',
  'Make a local session the reference: validate, seal, copy to data/sessions/, move the pin',
)
  .argument('<session>')
  .option('--report <name>', 'the folder under content/ whose pin moves')
  .option('--without-commit', 'accept a session that doesn’t know its commit')
  .action(async (session: string, flags: ReportFlags & { withoutCommit?: boolean }) => {
    const { accept } = await import('./commands/accept.ts');
    accept(session, flags, places, makeOutput(flags));
  });

command('take', 'Take a session that another machine measured into data/local/, as data')
  .argument('<zip>')
  .argument('<session>')
  .action(async (zip: string, session: string, flags: CommonFlags) => {
    const { take } = await import('./commands/take.ts');
    await take(zip, session, places, makeOutput(flags));
  });

command('gather', 'Put sessions of other machines or days beside the reference, as replications')
  .argument('<paths...>', 'folders and archives (.zip) with sessions in them')
  .option('--report <name>', 'the folder under content/ whose claims they are held against')
  .option('--same-kind', 'take sessions of machines that can’t be told apart: other days or nodes')
  .action(async (paths: string[], flags: CommonFlags & GatherFlags) => {
    const { gather } = await import('./commands/gather.ts');
    if (!(await gather(paths, flags, places, makeOutput(flags)))) process.exitCode = 1;
  });

const claims = command('claims', 'List the claims of a report with verdict and evidence')
  .option('--report <name>', 'the folder under content/')
  .action(async (flags: ReportFlags) => {
    const { listClaims } = await import('./commands/claims.ts');
    listClaims(flags.report, places, makeOutput(flags));
  });
claims
  .command('diff')
  .description('Say which claims change between two sessions: ids, folders, "reference" or "here"')
  .argument('<before>')
  .argument('<after>')
  .action(async (before: string, after: string, _own: unknown, diff: Command) => {
    const { diffClaims } = await import('./commands/claims-diff.ts');
    const flags = diff.parent?.opts<ReportFlags>() ?? {};
    diffClaims([before, after], flags.report, places, makeOutput(flags));
  })
  .exitOverride();

compareOptions(
  program
    .command('compare')
    .description('Say what the files here change against a base, and whether it is real')
    .exitOverride(),
).action(async (flags: CompareFlags) => {
  const output = makeOutput({ quiet: flags.quiet });
  const options = readCompareOptions(flags);
  await enterScope();
  const { compareWithBase } = await import('./compare/compare.ts');
  const { withInterruption } = await import('./terminal/interruption.ts');
  const comparison = await withInterruption((signal) =>
    compareWithBase({ ...options, signal }, places, output),
  );
  const { tellComparison } = await import('./commands/compare-output.ts');
  tellComparison(comparison, flags, output);
});

command('doctor', 'Say what is here, what is missing, what each lack costs').action(
  async (flags: CommonFlags) => {
    const scope = await enterScope();
    const { doctor } = await import('./commands/doctor.ts');
    await doctor(places, scope, makeOutput(flags));
  },
);

command(
  'check',
  'Say whether all holds that must: texts, seals, claims, pages and links, keys, answers',
)
  .option('--report <name>', 'the folder under content/; the pages are drawn of all reports')
  .option('--without-programs', 'run no program')
  .action(async (flags: CommonFlags & CheckFlags) => {
    if (flags.withoutPrograms !== true) await enterScope();
    const { check } = await import('./commands/check.ts');
    if (!(await check(flags, places, makeOutput(flags)))) process.exitCode = 1;
  });

command('new', 'Begin a report, a scenario or a runtime: writes a file that loads')
  .argument('<kind>', 'report, scenario or runtime')
  .argument('<name>')
  .action(async (kind: string, name: string, flags: CommonFlags) => {
    const { begin } = await import('./commands/new.ts');
    await begin(kind, name, places, makeOutput(flags));
  });

command('lint-prose', 'Find sentences that state what only runs can say').action(
  async (flags: CommonFlags) => {
    const { lintProseFiles } = await import('./commands/lint-prose.ts');
    await lintProseFiles(places, makeOutput(flags));
  },
);

// Called by `build` in a process of its own.
program.command('check-drawing', { hidden: true }).action(async () => {
  const { checkBeforeDrawing } = await import('./commands/check-before-drawing.ts');
  await checkBeforeDrawing(places);
});

pagesOptions(
  command(
    'publish-pages',
    'Put dist/ on the branch that a host serves; previews of open pull requests stay',
  ),
).action(async (flags: CommonFlags & PagesFlags) => {
  const { publishPages } = await import('./commands/publish-pages.ts');
  await publishPages(flags, places, makeOutput(flags));
});

pagesOptions(
  command(
    'preview-deploy',
    'Check what a pull request built, put it under pr-<number>/, and comment what changed',
  ),
)
  .requiredOption('--artifact <zip>', 'what the build uploaded; it is read as data')
  .requiredOption('--head-repository <owner/name>', 'whence the pull request comes')
  .requiredOption('--head-branch <name>', 'its branch there')
  .requiredOption('--head-commit <sha>', 'the commit that was built')
  .action(async (flags: CommonFlags & PreviewFlags) => {
    const { deployPreview } = await import('./commands/preview-deploy.ts');
    await deployPreview(flags, makeOutput(flags));
  });

pagesOptions(command('preview-close', 'Remove the preview of a pull request'))
  .argument('<number>')
  .action(async (number: string, flags: CommonFlags & PagesFlags) => {
    const { closePreview } = await import('./commands/preview-close.ts');
    await closePreview(number, flags, makeOutput(flags));
  });

try {
  await program.parseAsync();
} catch (error) {
  endWith(error instanceof CommanderError ? { commander: error.exitCode } : { error });
}
