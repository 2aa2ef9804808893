/** Text that a program, an archive or a stranger wrote, for a line that a person reads. */

const LONGEST = 160;

/**
 * The text on one line: control characters, line breaks, and what turns or hides text are shown by their
 * code (`\u001b`), since a terminal, a log or a page would act on them; a long text is cut.
 *
 * @param longest most characters that are shown
 */
export function printable(text: string, longest = LONGEST): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, codeOf);
  return seen.length > longest ? `${seen.slice(0, longest)}…` : seen;
}

/**
 * What is said on a terminal or in a log, as a whole: nothing but our own colours, line breaks and tabs acts on
 * it, and no line is a command to the log of a workflow ("::set-output…", "##[command]…").
 */
export function harmless(text: string): string {
  return (
    text
      .replace(
        /(\u001b\[[0-9;]*m|[\n\t])|[\p{Cc}\p{Cf}\u2028\u2029]/gu,
        (found, ours?: string) => ours ?? codeOf(found),
      )
      .replace(/^(\s*)::/gm, '$1│ ::')
      // GitHub takes this for a command wherever it stands in a line.
      .replaceAll('##[', '## [')
  );
}

function codeOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
