/** The beam of one row of the picture, as the pages draw it. */
import { beamBand, beamMark, type BeamMark } from '../verdicts/beam.ts';
import { glyphPath } from '../marks/marks.ts';
import type { Mark } from '../charts/types.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import { lineAt, round } from './svg.ts';

/** Where the beam stands, in px. */
export interface BeamPlace {
  readonly from: number;
  readonly width: number;
}

const GLYPH_SCALE = 1.5;
const BAND = 32;
const INTERVAL = 14;

/** What hangs on the beam in this row, whose middle lies at `y`. */
export function beamPicture(row: VerdictRow, y: number, { from, width }: BeamPlace): string {
  const at = (percent: number): number => from + (width * percent) / 100;
  if (!('ratio' in row)) return emptyBeam(row.state, y, at);
  const mark = row.ratio ? beamMark(row.ratio) : undefined;
  if (mark === undefined) return '';
  const winner = row.state === 'ahead' ? row.winner : undefined;
  const isOpen = row.state === 'ahead' && row.mattering === 'open';
  return bandOf(row.matters, y, at) + hanging(mark, winner, isOpen, y, at);
}

type At = (percent: number) => number;

/** Nothing to hang: a dotted line, with a cross if it did not finish. */
function emptyBeam(state: 'absent' | 'did-not-finish', y: number, at: At): string {
  const dotted = 'stroke-width="2" stroke-dasharray="2 5"';
  if (state === 'absent') return lineAt([at(3), y, at(97), y], '--line-2', dotted);
  const place = `transform="translate(${round(at(94))} ${y})"`;
  const cross = `<path ${place} d="M-6-6L6 6M-6 6L6-6" stroke="var(--ink-2)" stroke-width="3"/>`;
  return lineAt([at(50), y, at(92), y], '--line-2', dotted) + cross;
}

function bandOf(matters: number | undefined, y: number, at: At): string {
  if (matters === undefined) return '';
  const { from, to } = beamBand(matters);
  return `<rect x="${round(at(from))}" y="${y - BAND / 2}" width="${round(at(to) - at(from))}" height="${BAND}" fill="var(--band)" fill-opacity="0.7"/>`;
}

/** Arm, interval (an outline where it is open whether the lead matters) and mark; nobody ahead is an open ring. */
function hanging(
  mark: BeamMark,
  winner: Mark | undefined,
  isOpen: boolean,
  y: number,
  at: At,
): string {
  const paint = winner === undefined ? '--ink-3' : `--c${winner.slot}`;
  const arm = lineAt([at(50), y, at(mark.x), y], paint, 'stroke-width="1.6" stroke-opacity="0.5"');
  const look = isOpen
    ? `fill="none" stroke="var(${paint})" stroke-width="1.8"`
    : `fill="var(${paint})" fill-opacity="0.34"`;
  const interval = `<rect x="${round(at(mark.from))}" y="${y - INTERVAL / 2}" width="${round(at(mark.to) - at(mark.from))}" height="${INTERVAL}" rx="2" ${look}/>`;
  return arm + interval + shapeAt(mark, winner, y, at(mark.x));
}

function shapeAt(mark: BeamMark, winner: Mark | undefined, y: number, x: number): string {
  const place = `translate(${round(x)} ${y})`;
  if (winner === undefined)
    return `<circle transform="${place}" r="7" fill="var(--paper)" stroke="var(--ink-2)" stroke-width="2.4"/>`;
  const paint = `var(--c${winner.slot})`;
  if (mark.beyond !== undefined) {
    const arrow = mark.beyond === 'left' ? 'M-7 0L5-8V8Z' : 'M7 0L-5-8V8Z';
    return `<path transform="${place}" d="${arrow}" fill="${paint}"/>`;
  }
  const look =
    winner.hollow === true
      ? `fill="var(--paper)" stroke="${paint}" stroke-width="1.5"`
      : `fill="${paint}"`;
  return `<path transform="${place} scale(${GLYPH_SCALE}) translate(-5 -5)" d="${glyphPath(winner)}" ${look}/>`;
}
