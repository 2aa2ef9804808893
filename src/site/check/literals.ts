/** What may stand between braces: it says what it says, and nothing is computed. */

const COMMENTS = /\/\*[^]*?\*\/|\/\/.*/g;
const TEXT = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\$]|\$(?!\{))*`/g;

/** Comments alone. */
export function isComment(code: string): boolean {
  return code.replace(COMMENTS, '').trim() === '';
}

/** A text in quotes, comments beside it or not. */
export function isText(code: string): boolean {
  return code.replace(TEXT, '\0').replace(COMMENTS, '').trim() === '\0';
}

/** A text, a number, or yes or no. */
export function isLiteral(code: string): boolean {
  return isText(code) || /^\s*(?:true|false|-?[\d_]+(?:\.\d+)?)\s*$/.test(code);
}
