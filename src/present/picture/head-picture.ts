/** The head of the picture: the report's title, where its numbers come from, whose picture it is. */
import type { DocumentView } from '../document.ts';
import { dateWords, machineWords } from '../head/provenance.ts';
import type { Typeface } from '../../typeface/inter.ts';
import { wrapText } from '../../typeface/wrap.ts';
import { cutPieces, shrinkTo } from './fit.ts';
import { textAt, type TextLook } from './svg.ts';

const LEFT = 48;
const RIGHT = 1162;
/** In px: one line in the largest size that fits, else two in the smallest. */
const TITLE = { width: 920, size: 46, least: 30, line: 36, at: 78 };
const BRAND =
  '<g transform="translate(1000 40) scale(1.1)" stroke="var(--ink)" fill="none" stroke-width="1.6" stroke-linecap="round"><path d="M2 7H28M9 7V2.2M4 7V11M21 7V10"/><path d="M.8 11.4H7.2A3.2 3.2 0 0 1 .8 11.4Z" fill="var(--ink)"/><circle cx="21" cy="13" r="3.4" fill="var(--ink)"/></g>';

/** Everything above the beams. */
export function headPicture({ report, sessions: [session] }: DocumentView, typeface: Typeface) {
  const words = session
    ? [machineWords(session), ` · ${dateWords(session.startedAt)} · session ${session.id}`]
    : [];
  const look: TextLook = { size: 19, paint: '--ink-2' };
  const from = cutPieces(
    RIGHT - LEFT,
    words.map((text) => ({ text, look })),
    typeface,
  );
  return (
    titlePicture(report.title, typeface) +
    textAt(LEFT, 116, from.map(({ text }) => text).join(''), look) +
    BRAND +
    textAt(1042, 58, 'Steelyard', { size: 24, weight: 600 })
  );
}

function titlePicture(title: string, typeface: Typeface): string {
  const { width, size, least, line, at } = TITLE;
  const own = typeface.width(title, { size, weight: 600 });
  const share = shrinkTo(width, [own], least / size);
  const look: TextLook = { size: Math.floor(size * share * 10) / 10, weight: 600 };
  const lines = wrapText(title, width, { size: look.size, weight: 600 }, 2, typeface);
  return lines
    .map((text, index) => textAt(LEFT, at - (lines.length - 1 - index) * line, text, look))
    .join('');
}
