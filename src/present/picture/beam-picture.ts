/** The beam of one row of the picture, as the pages draw it. */
import { beamBand, beamMark, usualBeam, type BeamMark, type BeamScale } from '../verdicts/beam.ts';
import { glyphPath } from '../marks/marks.ts';
import type { Mark } from '../charts/types.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import { lineAt, round } from './svg.ts';

/** Where the beam stands, in px. */
export interface BeamPlace {
  readonly from: number;
  readonly width: number;
}

/** What of a row is drawn on the beam. */
export type Hung =
  | Pick<Ahead, 'state' | 'winner' | 'mattering' | 'ratio' | 'matters'>
  | Pick<Even, 'state' | 'ratio' | 'matters'>
  | { readonly state: 'did-not-finish' | 'absent' };

type Ahead = Extract<VerdictRow, { readonly state: 'ahead' }>;
type Even = Extract<VerdictRow, { readonly state: 'tie' | 'undecided' }>;

const GLYPH_SCALE = 1.5;
const BAND = 32;
const INTERVAL = 14;

/** What hangs on the beam in this row, whose middle lies at `y`. */
export function beamPicture(
  row: Hung,
  y: number,
  { from, width }: BeamPlace,
  scale: BeamScale = usualBeam,
): string {
  const at = (percent: number): number => from + (width * percent) / 100;
  if (!('ratio' in row)) return emptyBeam(row.state, y, at, scale);
  const mark = row.ratio ? beamMark(row.ratio, scale) : undefined;
  if (mark === undefined) return '';
  const winner = row.state === 'ahead' ? row.winner : undefined;
  const isOpen = row.state === 'ahead' && row.mattering === 'open';
  const arm = armOf(mark, winner, y, at, scale);
  return bandOf(row.matters, y, at, scale) + arm + hanging(mark, winner, isOpen, y, at);
}

type At = (percent: number) => number;

/** Nothing to hang: a dotted line, with a cross if it did not finish. */
function emptyBeam(
  state: 'absent' | 'did-not-finish',
  y: number,
  at: At,
  { equal }: BeamScale,
): string {
  const dotted = 'stroke-width="2" stroke-dasharray="2 5"';
  if (state === 'absent') return lineAt([at(3), y, at(97), y], '--line-2', dotted);
  const place = `transform="translate(${round(at(94))} ${y})"`;
  const cross = `<path ${place} d="M-6-6L6 6M-6 6L6-6" stroke="var(--ink-2)" stroke-width="3"/>`;
  return lineAt([at(equal), y, at(92), y], '--line-2', dotted) + cross;
}

function bandOf(matters: number | undefined, y: number, at: At, scale: BeamScale): string {
  if (matters === undefined) return '';
  const { from, to } = beamBand(matters, scale);
  return `<rect x="${round(at(from))}" y="${y - BAND / 2}" width="${round(at(to) - at(from))}" height="${BAND}" fill="var(--band)" fill-opacity="0.7"/>`;
}

function paintOf(winner: Mark | undefined): string {
  return winner === undefined ? '--ink-3' : `--c${winner.slot}`;
}

function armOf(
  mark: BeamMark,
  winner: Mark | undefined,
  y: number,
  at: At,
  { equal }: BeamScale,
): string {
  const ends = [at(equal), y, at(mark.x), y] as const;
  return lineAt(ends, paintOf(winner), 'stroke-width="1.6" stroke-opacity="0.5"');
}

/** Interval (an outline where it is open whether the lead matters) and mark; nobody ahead is an open ring. */
function hanging(
  mark: BeamMark,
  winner: Mark | undefined,
  isOpen: boolean,
  y: number,
  at: At,
): string {
  const paint = paintOf(winner);
  const look = isOpen
    ? `fill="none" stroke="var(${paint})" stroke-width="1.8"`
    : `fill="var(${paint})" fill-opacity="0.34"`;
  const interval = `<rect x="${round(at(mark.from))}" y="${y - INTERVAL / 2}" width="${round(at(mark.to) - at(mark.from))}" height="${INTERVAL}" rx="2" ${look}/>`;
  return interval + shapeAt(mark, winner, y, at(mark.x));
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
