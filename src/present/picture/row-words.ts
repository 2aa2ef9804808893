/** What a row of the picture says: its name left of the beam, its finding right of it. */
import type { VerdictRow } from '../verdict-row.ts';
import type { TextLook } from './svg.ts';

export interface Piece {
  readonly text: string;
  readonly look: TextLook;
}

const NAME_SIZE = 19;
const WORDS_SIZE = 17;

export function namePieces({ title, as }: VerdictRow): Piece[] {
  return [
    { text: `${title} `, look: { size: NAME_SIZE, weight: 600 } },
    { text: as, look: { size: WORDS_SIZE, paint: '--ink-3' } },
  ];
}

/** The sign before the words of an open row is left out: it is drawn on the beam. */
export function findingPieces(row: VerdictRow): Piece[] {
  const size = WORDS_SIZE;
  if (row.state !== 'ahead')
    return [{ text: row.chip.replace(/^[^\p{L}\p{N}]+/u, ''), look: { size, paint: '--ink-2' } }];
  const { larger, verb, amount, link, smaller } = row.words;
  const paint = `--c${row.winner.slot}`;
  return [
    { text: `${larger} ${verb} `, look: { size } },
    { text: amount, look: { size, weight: 600, paint } },
    { text: ` ${link} ${smaller}`, look: { size, paint: '--ink-3' } },
  ];
}
