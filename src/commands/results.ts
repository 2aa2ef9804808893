import type { MeasuredCase } from '../present/document.ts';
import { resultsDocument } from '../present/results/document.ts';
import { resultsMarkdown } from '../present/results/markdown.ts';
import { notRun } from '../present/results/notes.ts';
import { measuresOf } from '../present/results/standings.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { chooseCases } from './choose-cases.ts';
import type { ResultsFlags } from './results-flags.ts';
import { sayResults, tablesOf } from './say-results.ts';

/** Prints results that are there: in the terminal, as Markdown or as JSON. Measures nothing. */
export async function showResults(
  names: readonly string[],
  flags: ResultsFlags,
  places: Places,
  output: Output,
): Promise<void> {
  const cases = await chooseCases(names, flags, places, output);
  checkMeasure(cases, flags.measure);
  if (flags.markdown)
    process.stdout.write(resultsMarkdown(tablesOf(cases, flags.measure), notRun(cases)));
  else sayResults(cases, flags.measure, output);
  output.result(resultsDocument(cases, flags.measure));
}

/** @throws Problem (usage) where none of the cases has the measure */
export function checkMeasure(cases: readonly MeasuredCase[], asked: string | undefined): void {
  if (cases.some((aCase) => measuresOf(aCase, asked).length > 0)) return;
  const all = cases.flatMap(({ definition }) => definition.measures.map(({ id }) => id));
  throw new Problem(
    'usage',
    `None of these cases has a measure "${asked}". There are: ${[...new Set(all)].sort().join(', ')}, all.`,
  );
}
