/** Results in the terminal: a small table a case, with where its numbers come from. */
import { commitWords, machineWords } from '../present/head/provenance.ts';
import type { MeasuredCase } from '../present/document.ts';
import { notRun } from '../present/results/notes.ts';
import { measuresOf } from '../present/results/standings.ts';
import { resultTable, type ResultTable } from '../present/results/table.ts';
import { resultLines } from '../terminal/results.ts';
import type { Output } from '../terminal/output.ts';

/** Says the results of these cases, by the measure asked for: an id, "all", or the main one of each. */
export function sayResults(
  cases: readonly MeasuredCase[],
  asked: string | undefined,
  output: Output,
): void {
  if (output.quiet) return;
  output.say('');
  for (const words of sessionWords(cases)) output.say(words);
  output.say('');
  const lacks = notRun(cases.filter(hasRuns));
  for (const line of resultLines(tablesOf(cases, asked), lacks, process.stderr.columns))
    output.say(line);
  const without = cases.filter((one) => !hasRuns(one)).map(({ id }) => id);
  if (without.length > 0) output.say(`No run yet: ${without.join(', ')}.`);
}

/** A table for each case that was run and each measure. */
export function tablesOf(cases: readonly MeasuredCase[], asked: string | undefined): ResultTable[] {
  return cases
    .filter(hasRuns)
    .flatMap((aCase) => measuresOf(aCase, asked).map((measure) => resultTable(aCase, measure)));
}

function hasRuns({ result }: MeasuredCase): boolean {
  return result.contestants.some(({ attempted }) => attempted > 0);
}

/** Which sessions feed the cases, two lines each: "Session …, full profile: 7 cases". */
function sessionWords(cases: readonly MeasuredCase[]): string[] {
  const bySession = Map.groupBy(cases, ({ session }) => session);
  return [...bySession].flatMap(([session, { length }]) => [
    `Session ${session.id}, ${session.profile} profile: ${length} ${length === 1 ? 'case' : 'cases'}`,
    `  ${machineWords(session)}; commit ${commitWords(session.harness)}`,
  ]);
}
