/** What a row of the picture says: its name left of the beam, its finding right of it. */
import type { RankedRow } from '../ranking/row.ts';
import type { VerdictRow } from '../verdicts/row.ts';
import type { Piece } from './fit.ts';

const NAME_SIZE = 19;
const WORDS_SIZE = 17;

/** The title of the case is the piece to cut. */
export function namePieces({ title, as }: Pick<VerdictRow, 'title' | 'as'>): Piece[] {
  return [
    { text: title, look: { size: NAME_SIZE, weight: 600 } },
    { text: ` ${as}`, look: { size: WORDS_SIZE, paint: '--ink-3' } },
  ];
}

/** Of a row in which nobody is ahead the sign is left out: it is drawn on the beam. */
export function findingPieces(row: VerdictRow): Piece[] {
  const size = WORDS_SIZE;
  if (row.state !== 'ahead') return [{ text: row.chip, look: { size, paint: '--ink-2' } }];
  const { larger, verb, amount, link, smaller } = row.words;
  const paint = `--c${row.winner.slot}`;
  // Each name is a piece of its own, so that it is what is cut where there is no room.
  return [
    { text: larger, look: { size } },
    { text: ` ${verb} `, look: { size } },
    { text: amount, look: { size, weight: 600, paint } },
    { text: ` ${link} `, look: { size, paint: '--ink-3' } },
    { text: smaller, look: { size, paint: '--ink-3' } },
    ...(row.mattering === 'open'
      ? [{ text: ', may not matter', look: { size, paint: '--ink-2' } }]
      : []),
  ];
}

/** Who is first, and how far away the next one is. */
export function rankingPieces(row: RankedRow): Piece[] {
  const size = WORDS_SIZE;
  if (row.state !== 'ranked') return [{ text: row.chip, look: { size, paint: '--ink-2' } }];
  const { brief, leaders, kind } = row.standing;
  const { who, next } = brief;
  const first = kind === 'alone' ? { weight: 600 as const, paint: `--c${leaders[0].slot}` } : {};
  const rest = next === '' ? [] : [{ text: `; ${next}`, look: { size, paint: '--ink-2' } }];
  return [{ text: who, look: { size, ...first } }, ...rest];
}
