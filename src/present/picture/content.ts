/** What the picture of a document's verdicts shows: a row each, with its beam, whether the report has sides or not. */
import type { DocumentView } from '../document.ts';
import { isRanked, rankedRows } from '../ranking/table.ts';
import { EQUAL, type Ranked } from '../ranking/row.ts';
import { markOf } from '../report.ts';
import { rankingBeam, usualBeam, type BeamScale } from '../verdicts/beam.ts';
import { namedSides, type NamedSides } from '../verdicts/sides.ts';
import { verdictGroups } from '../verdicts/table.ts';
import type { Hung } from './beam-picture.ts';
import type { Piece } from './fit.ts';
import { findingPieces, namePieces, rankingPieces } from './row-words.ts';

export interface PictureRow {
  readonly name: readonly Piece[];
  readonly finding: readonly Piece[];
  /** What hangs on the beam, the last one in front. */
  readonly hung: readonly Hung[];
}

/** Words over the beam, beside "equal". */
export interface BeamHead {
  /** Is cut where there is no room. */
  readonly name: string;
  /** Follows it, whole. */
  readonly rest: string;
  /** A CSS variable. */
  readonly paint: string;
}

export interface PictureContent {
  readonly rows: readonly PictureRow[];
  readonly scale: BeamScale;
  readonly heads: { readonly left?: BeamHead; readonly right: BeamHead };
}

/** Rows without a verdict come last; those of a ranking are in the order of the front matter. */
export function contentOf(view: DocumentView): PictureContent {
  const sides = namedSides(view);
  return sides === undefined ? ofRanking(view) : ofSides(view, sides);
}

function ofSides(view: DocumentView, sides: NamedSides): PictureContent {
  const rows = verdictGroups(view, sides).flatMap((group) => group.rows);
  const own = `--c${markOf(view.report, sides.subject).slot}`;
  const rest = ' ahead';
  return {
    rows: rows.map((row) => ({ name: namePieces(row), finding: findingPieces(row), hung: [row] })),
    scale: usualBeam,
    heads: {
      left: { name: sides.title, rest, paint: own },
      right: { name: sides.others, rest, paint: '--ink-2' },
    },
  };
}

function ofRanking(view: DocumentView): PictureContent {
  const rows = rankedRows(view);
  const pairs = rows.map((row) => (isRanked(row) ? hungOf(row) : []));
  return {
    rows: rows.map((row, index) => ({
      name: namePieces(row),
      finding: rankingPieces(row),
      hung: pairs[index]!,
    })),
    scale: rankingBeam(pairs.flat().map((one) => ('ratio' in one ? one.ratio : null))),
    heads: { right: { name: 'the first, and the next behind it', rest: '', paint: '--ink-2' } },
  };
}

/** The first at "equal", a ring where several share its place, and the best of those behind. */
function hungOf({ entries, standing }: Ranked): Hung[] {
  const { kind, leaders } = standing;
  const isOne = kind === 'alone' || kind === 'unrivalled';
  const first: Hung = isOne
    ? { state: 'ahead', winner: leaders[0], mattering: 'shown', ratio: EQUAL, matters: undefined }
    : { state: 'tie', ratio: EQUAL, matters: undefined };
  const next = entries[leaders.length];
  if (next?.against?.state !== 'ahead') return [first];
  return [{ ...next.against, winner: next.mark }, first];
}
