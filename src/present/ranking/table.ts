/** The verdict table of a report without sides: a ranking a row. */
import { caseOf, type DocumentView } from '../document.ts';
import { rankingBeam, type BeamScale } from '../verdicts/beam.ts';
import type { SectionOutcome } from '../verdicts/table.ts';
import { rankedRow } from './ranked-row.ts';
import type { Ranked, RankedRow } from './row.ts';

const WHERE = 'The verdict table ("verdicts" in the front matter)';

/** In the front matter's order. */
export function rankedRows(view: DocumentView): RankedRow[] {
  return view.report.verdicts.map((choice) =>
    rankedRow(view, choice, caseOf(view, choice.case, WHERE)),
  );
}

/** One scale for all rows: it ends beyond the largest ratio to the first. */
export function scaleOfRows(rows: readonly RankedRow[]): BeamScale {
  const against = rows.filter(isRanked).flatMap(({ entries }) => entries.map((one) => one.against));
  return rankingBeam(against.map((row) => (row && 'ratio' in row ? row.ratio : null)));
}

export function isRanked(row: RankedRow): row is Ranked {
  return row.state === 'ranked';
}

/** The outcome of a section's rows: its first, where one leads them all alone. Undefined for a section without rows. */
export function rankedOutcome(
  rows: readonly RankedRow[],
  section: string,
): SectionOutcome | undefined {
  const own = rows.filter((row) => row.section === section);
  if (own.length === 0) return undefined;
  const leaders = own
    .filter(isRanked)
    .filter(({ standing }) => standing.kind === 'alone')
    .map(({ standing }) => standing.leaders[0]);
  const [first] = leaders;
  if (first === undefined) return { kind: 'none' };
  const isOne =
    leaders.length === own.length && leaders.every((mark) => mark.contestant === first.contestant);
  return isOne ? { kind: 'ahead', mark: first, mayNotMatter: false } : { kind: 'mixed' };
}
