/** The verdict table of a report without sides: a ranking a row. */
import { caseOf, type DocumentView } from '../document.ts';
import { rankingBeam, type BeamScale } from '../verdicts/beam.ts';
import { dependsOn, type SectionOutcome } from '../verdicts/table.ts';
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

/**
 * The outcome of a section's rows: who is first, alone or with others, where that is the same in all that
 * say it. Undefined for a section without rows.
 */
export function rankedOutcome(
  rows: readonly RankedRow[],
  section: string,
): SectionOutcome | undefined {
  const own = rows.filter((row) => row.section === section);
  if (own.length === 0) return undefined;
  const said = own.filter(isRanked).filter(({ standing }) => standing.kind !== 'not decided');
  const [first] = said;
  if (first === undefined) return { kind: 'none' };
  const keyOf = ({ standing }: Ranked): string =>
    standing.leaders
      .map(({ contestant }) => contestant)
      .sort()
      .join(' ');
  if (said.some((row) => keyOf(row) !== keyOf(first))) {
    const keys = said.map((row) => ({ as: row.as, key: keyOf(row) }));
    return { kind: 'mixed', on: dependsOn(keys) };
  }
  const { leaders, brief } = first.standing;
  return leaders.length === 1
    ? { kind: 'ahead', mark: leaders[0], mayNotMatter: false }
    : { kind: 'tied', words: brief.who };
}
