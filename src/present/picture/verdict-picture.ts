/** The verdict table as a picture, for where a link to the document is shown. */
import type { BeamScale } from '../verdicts/beam.ts';
import type { DocumentView } from '../document.ts';
import { beamPicture } from './beam-picture.ts';
import { contentOf, type BeamHead, type PictureContent, type PictureRow } from './content.ts';
import type { Typeface } from '../../typeface/inter.ts';
import { cutPieces, cutTo, shrinkTo, shrunk, widthOf, type Piece } from './fit.ts';
import { headPicture } from './head-picture.ts';
import { lineAt, piecesAt, round, textAt, type TextLook } from './svg.ts';

/** In px: what the services that show links ask for. */
export const PICTURE = { width: 1200, height: 630 } as const;

const MOST_ROWS = 12;
const AXIS_AT = 182;
const ROWS_TO = 606;
/** Text shrinks to this share before it is cut. */
const LEAST_SHARE = 0.8;
/** From the beam's middle to the heads of its two sides. */
const FROM_MIDDLE = 10;
/** From the middle of a line of text down to its baseline. */
const DROP = 6;
const columns = {
  name: { from: 48, width: 352 },
  beam: { from: 412, width: 236 },
  finding: { from: 674, width: 488 },
  left: 48,
  right: PICTURE.width - 38,
};

/**
 * The picture as SVG, paint in CSS variables: title, machine and session, then the rows of the
 * verdict table. What doesn't fit is counted in the last line. Undefined
 * where a text holds a letter that the typeface lacks: other fonts differ from machine to machine.
 */
export function verdictPicture(view: DocumentView, typeface: Typeface): string | undefined {
  const content = contentOf(view);
  const { rows } = content;
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS - 1) : rows;
  const { width, height } = PICTURE;
  const picture = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter">`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    headPicture(view, typeface),
    axisPicture(content, typeface),
    ...rowsPicture(shown, content.scale, rows.length - shown.length, typeface),
    '</svg>',
  ].join('');
  return typeface.has(textIn(picture)) ? picture : undefined;
}

/** All text between the tags. */
function textIn(svg: string): string {
  return svg.replace(/<[^>]*>/g, '');
}

function axisPicture({ heads, scale }: PictureContent, typeface: Typeface): string {
  const { from, width } = columns.beam;
  const equal = from + (width * scale.equal) / 100;
  const head = ({ name, rest, paint }: BeamHead, room: number, place: HeadPlace): string => {
    const look: TextLook = { size: 15, weight: 600, paint, ...place.look };
    const whole = widthOf([{ text: rest, look }], typeface);
    return textAt(place.x, 152, cutTo(room - whole, name, look, typeface) + rest, look);
  };
  const [left, right] = [equal - FROM_MIDDLE, equal + FROM_MIDDLE];
  const sides =
    (heads.left === undefined
      ? ''
      : head(heads.left, left - columns.left, { x: left, look: { anchor: 'end' } })) +
    head(heads.right, columns.right - right, { x: right, look: {} });
  const ticks = scale.ticks.map(({ label, x }) => {
    const at = from + (width * x) / 100;
    const [paint, strength] = x === scale.equal ? ['--ink-3', 2] : ['--line', 1.5];
    return (
      textAt(round(at), 174, label, { size: 14, paint: '--ink-3', anchor: 'middle' }) +
      lineAt([at, AXIS_AT, at, ROWS_TO], paint, `stroke-width="${strength}"`)
    );
  });
  const rule = lineAt([columns.left, AXIS_AT, columns.right, AXIS_AT], '--line-2');
  return sides + ticks.join('') + rule;
}

/** Where a head over the beam begins or ends. */
interface HeadPlace {
  readonly x: number;
  readonly look: Pick<TextLook, 'anchor'>;
}

function rowsPicture(
  rows: readonly PictureRow[],
  scale: BeamScale,
  left: number,
  typeface: Typeface,
): string[] {
  const lines = rows.length + (left > 0 ? 1 : 0);
  const room = ROWS_TO - AXIS_AT;
  const step = Math.min(42, Math.floor(room / Math.max(1, lines)));
  const middle = (index: number): number => AXIS_AT + step * index + Math.round(step / 2);
  const names = columnOf(
    rows.map(({ name }) => name),
    columns.name.width,
    typeface,
  );
  const findings = columnOf(
    rows.map(({ finding }) => finding),
    columns.finding.width,
    typeface,
  );
  const drawn = rows.map((row, index) => {
    const y = middle(index);
    const name = piecesAt(columns.name.from, y + DROP, names[index] ?? []);
    const finding = piecesAt(columns.finding.from, y + DROP, findings[index] ?? []);
    const beam = row.hung.map((one) => beamPicture(one, y, columns.beam, scale)).join('');
    return name + beam + finding;
  });
  if (left === 0) return drawn;
  const more = `and ${left} more in the document`;
  const look = { size: 17, paint: '--ink-3' };
  return [...drawn, textAt(columns.left, middle(rows.length) + DROP, more, look)];
}

/** The lines of a column in one size, the largest in which they fit; below the least they are cut. */
function columnOf(
  lines: readonly (readonly Piece[])[],
  width: number,
  typeface: Typeface,
): Piece[][] {
  // A single piece is words that may be cut: it makes no other line smaller.
  const widths = lines
    .filter((pieces) => pieces.length > 1)
    .map((pieces) => widthOf(pieces, typeface));
  const share = shrinkTo(width, widths, LEAST_SHARE);
  return lines.map((pieces) => cutPieces(width, shrunk(pieces, share), typeface));
}
