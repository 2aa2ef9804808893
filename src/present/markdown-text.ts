/** Foreign text in Markdown: shown as it is written, and nothing else. */

/** Keeps two characters apart without being seen, so that no mention, reference or link is made. */
const JOINER = '\u2060';

/** Characters that Markdown gives a meaning; those of HTML and of tables become entities. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  $: '&#36;',
};

/**
 * A text that can stand anywhere inside a line of Markdown, a table's cell among them. It opens no
 * HTML, emphasis, code, link or picture, mentions nobody, refers to no issue or commit, and stays
 * on its line. Read by people it is the same text.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .replace(/[&<>|$]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/[@#]/g, `$&${JOINER}`)
    .replace(/&#\u2060(\d+;)/g, '&#$1')
    .replace(/:(?=\/\/)/g, `:${JOINER}`)
    .replace(/:(?=[\w+-]+:)/g, `:${JOINER}`)
    .replace(/\b(www|gh|mailto|xmpp)(?=[.:-])/gi, `$1${JOINER}`)
    .replace(/[0-9a-f]{7,}/gi, (digits) => digits.replace(/.{6}(?=.)/g, `$&${JOINER}`));
}

/** A name in code: nothing in it has a meaning. Backticks can't stand there and become quotes. */
export function codeMarkdown(text: string): string {
  return `\`${onOneLine(text).replaceAll('`', "'").replaceAll('|', '¦')}\``;
}

/** Without line breaks, and without characters that hide or turn what follows them. */
function onOneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}
