/** Source text in pieces, for weight and grey: no colours, since a colour means a contestant. */

export interface CodePiece {
  readonly kind: 'plain' | 'comment' | 'keyword';
  readonly text: string;
}

/** Words that steer a program in the languages that people compare. */
const keywords = new Set(
  (
    'and as async await begin break case catch class const continue def default defer do elif else elseif end except export ' +
    'extends finally fn for foreach from func function go if import in interface lambda let local match module new nil not of or ' +
    'package pass public raise return select static struct switch then throw throws try type use var void while with yield'
  ).split(' '),
);

/** A string, a comment, or a word; whatever else is plain. */
const piece =
  /("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(\/\*[\s\S]*?\*\/|\/\/[^\n]*|#[^\n]*)|([A-Za-z_]\w*)/g;

/** Splits a source into pieces; joined, they are the source. */
export function codePieces(source: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  let end = 0;
  for (const match of source.matchAll(piece)) {
    const [text, , comment, word] = match;
    const kind =
      comment !== undefined
        ? 'comment'
        : word !== undefined && keywords.has(word)
          ? 'keyword'
          : 'plain';
    if (kind === 'plain') continue;
    if (match.index > end) pieces.push({ kind: 'plain', text: source.slice(end, match.index) });
    pieces.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < source.length) pieces.push({ kind: 'plain', text: source.slice(end) });
  return pieces;
}

/** The source as HTML: keywords in b, comments in i. */
export function codeHtml(source: string): string {
  const tags = { plain: ['', ''], comment: ['<i>', '</i>'], keyword: ['<b>', '</b>'] } as const;
  return codePieces(source)
    .map(({ kind, text }) => `${tags[kind][0]}${escapeHtml(text)}${tags[kind][1]}`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
