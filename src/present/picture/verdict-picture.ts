/** The verdict table as a picture, for where a link to the document is shown. */
import { beamTicks } from '../beam.ts';
import type { DocumentView } from '../document.ts';
import { dateWords, machineWords, runtimeTitle } from '../provenance.ts';
import { markOf } from '../report.ts';
import { verdictGroups } from '../verdict-table.ts';
import type { VerdictRow } from '../verdict-row.ts';
import { beamPicture } from './beam-picture.ts';
import { cutTo, shrinkTo, widthOf } from './fit.ts';
import { findingPieces, namePieces, type Piece } from './row-words.ts';
import { lineAt, piecesAt, round, textAt } from './svg.ts';

/** In px: what the services that show links ask for. */
export const PICTURE = { width: 1200, height: 630 } as const;

const MOST_ROWS = 12;
const AXIS_AT = 182;
const ROWS_TO = 606;
/** Text shrinks to this share before it is cut. */
const LEAST_SHARE = 0.8;
/** From the middle of a line of text down to its baseline. */
const DROP = 6;
const columns = {
  name: { from: 48, width: 352 },
  beam: { from: 412, width: 236 },
  finding: { from: 674, width: 488 },
  left: 48,
  right: PICTURE.width - 38,
};
const BRAND =
  '<g transform="translate(1000 40) scale(1.1)" stroke="var(--ink)" fill="none" stroke-width="1.6" stroke-linecap="round"><path d="M2 7H28M9 7V2.2M4 7V11M21 7V10"/><path d="M.8 11.4H7.2A3.2 3.2 0 0 1 .8 11.4Z" fill="var(--ink)"/><circle cx="21" cy="13" r="3.4" fill="var(--ink)"/></g>';

/**
 * The picture as SVG, paint in CSS variables: title, machine and session, then the rows of the
 * verdict table, those without a verdict last. What doesn't fit is counted in the last line.
 */
export function verdictPicture(view: DocumentView): string {
  const rows = verdictGroups(view, runtimeTitle(view, view.report.subject)).flatMap(
    (group) => group.rows,
  );
  const shown = rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS - 1) : rows;
  const { width, height } = PICTURE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter">`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    headPicture(view),
    axisPicture(view),
    ...rowsPicture(shown, rows.length - shown.length),
    '</svg>',
  ].join('');
}

function headPicture(view: DocumentView): string {
  const [session] = view.sessions;
  const from = session
    ? `${machineWords(session)} · ${dateWords(session.startedAt)} · session ${session.id}`
    : '';
  return (
    textAt(columns.left, 78, view.report.title, { size: 46, weight: 600 }) +
    textAt(columns.left, 116, from, { size: 19, paint: '--ink-2' }) +
    BRAND +
    textAt(1042, 58, 'Steelyard', { size: 24, weight: 600 })
  );
}

function axisPicture(view: DocumentView): string {
  const { report } = view;
  const { from, width } = columns.beam;
  const subject = `--c${markOf(report, report.subject).slot}`;
  const sides =
    textAt(from, 152, `${runtimeTitle(view, report.subject)} ahead`, {
      size: 15,
      weight: 600,
      paint: subject,
    }) +
    textAt(from + width, 152, `${report.others} ahead`, {
      size: 15,
      weight: 600,
      paint: '--ink-2',
      anchor: 'end',
    });
  const ticks = beamTicks.map(({ label, x }) => {
    const at = from + (width * x) / 100;
    const [paint, strength] = x === 50 ? ['--ink-3', 2] : ['--line', 1.5];
    return (
      textAt(round(at), 174, label, { size: 14, paint: '--ink-3', anchor: 'middle' }) +
      lineAt([at, AXIS_AT, at, ROWS_TO], paint, `stroke-width="${strength}"`)
    );
  });
  const rule = lineAt([columns.left, AXIS_AT, columns.right, AXIS_AT], '--line-2');
  return sides + ticks.join('') + rule;
}

function rowsPicture(rows: readonly VerdictRow[], left: number): string[] {
  const lines = rows.length + (left > 0 ? 1 : 0);
  const room = ROWS_TO - AXIS_AT;
  const step = Math.min(42, Math.floor(room / Math.max(1, lines)));
  const middle = (index: number): number => AXIS_AT + step * index + Math.round(step / 2);
  const names = columnOf(rows.map(namePieces), columns.name);
  const findings = columnOf(rows.map(findingPieces), columns.finding);
  const drawn = rows.map((row, index) => {
    const y = middle(index);
    const name = piecesAt(columns.name.from, y + DROP, names[index] ?? []);
    const finding = piecesAt(columns.finding.from, y + DROP, findings[index] ?? []);
    return name + beamPicture(row, y, columns.beam) + finding;
  });
  if (left === 0) return drawn;
  const more = `and ${left} more in the document`;
  const look = { size: 17, paint: '--ink-3' };
  return [...drawn, textAt(columns.left, middle(rows.length) + DROP, more, look)];
}

/** The lines of a column in one size, the largest in which they fit; a single piece may be cut instead. */
function columnOf(lines: readonly Piece[][], { width }: { width: number }): Piece[][] {
  const widths = lines
    .filter((pieces) => pieces.length > 1)
    .map((pieces) => widthOf(pieces.map(({ text, look }) => ({ text, ...look }))));
  const share = shrinkTo(width, widths, LEAST_SHARE);
  return lines.map((pieces) =>
    pieces.map(({ text, look }) => {
      const size = Math.floor(look.size * share * 10) / 10;
      return {
        text: pieces.length === 1 ? cutTo(width, text, size) : text,
        look: { ...look, size },
      };
    }),
  );
}
