import { writeWhole } from '../store/files.ts';
import { runsCsv } from '../present/downloads/runs-csv.ts';
import type { MeasuredCase } from '../present/document.ts';
import { bencherExport } from '../present/exports/bencher.ts';
import type { Exported } from '../present/exports/exported.ts';
import { benchmarkExport } from '../present/exports/github-action-benchmark.ts';
import { hyperfineExport } from '../present/exports/hyperfine.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { chooseCases } from './choose-cases.ts';
import { citationOf } from './citation.ts';
import { checkMeasure } from './results.ts';
import type { ExportFlags, Format } from './export-flags.ts';

/**
 * Writes results in a format of another tool. Measures nothing.
 *
 * @throws Problem (usage) where there is nothing to export, or a citation lacks what it needs
 */
export async function exportResults(
  format: Format,
  names: readonly string[],
  flags: ExportFlags,
  places: Places,
  output: Output,
): Promise<void> {
  const { text, notes } =
    format === 'citation'
      ? citationOf(flags, places, output)
      : inFormat(format, await chosenCases(names, flags, places, output), flags);
  for (const note of notes) output.say(note);
  if (flags.out === undefined) {
    process.stdout.write(text);
    return;
  }
  writeWhole(flags.out, text);
  output.say(`Written: ${flags.out}`);
}

async function chosenCases(
  names: readonly string[],
  flags: ExportFlags,
  places: Places,
  output: Output,
): Promise<MeasuredCase[]> {
  const cases = await chooseCases(names, flags, places, output);
  checkMeasure(cases, flags.measure);
  return cases;
}

function inFormat(
  format: Exclude<Format, 'citation'>,
  cases: readonly MeasuredCase[],
  { measure, better }: ExportFlags,
): Exported {
  switch (format) {
    case 'hyperfine':
      return hyperfineExport(cases);
    case 'bencher':
      return bencherExport(cases, measure ?? 'all');
    case 'csv':
      return { text: runsCsv(cases), notes: [] };
    case 'github-action-benchmark': {
      const exported = benchmarkExport(cases, measure, better);
      if (exported !== undefined) return exported;
      throw new Problem(
        'usage',
        `There is no median of a measure by which ${better} is better. Ask for the others with --better ${better === 'less' ? 'more' : 'less'}, or for another --measure.`,
      );
    }
  }
}
