/** The sessions that a report pins, written into its front matter; all other bytes stay as they are. */

/** The text with the reference that it renders from. */
export function withReference(text: string, session: string): string {
  return withField(text, 'session', ` ${session}`);
}

/** The text with the replications that its claims are held against; without the field where there are none. */
export function withReplications(text: string, sessions: readonly string[]): string {
  const lines = sessions.map((session) => `\n  - ${session}`).join('');
  return withField(text, 'replications', lines === '' ? undefined : lines);
}

/** The session that the front matter pins. */
export function referenceIn(text: string): string | undefined {
  return /^session: *(.+)$/m.exec(text)?.[1]?.trim();
}

/** @param value what follows the colon; absent: the field is taken out */
function withField(text: string, name: string, value: string | undefined): string {
  const [frontMatter = ''] = /^\uFEFF?---[^]*?^---/m.exec(text) ?? [];
  const newline = /\r\n|\r|\n/.exec(frontMatter)?.[0] ?? '\n';
  // The field's line, and those that are indented or list items below it.
  const field = new RegExp(
    `^${name}:.*(?:\\r\\n|\\r|\\n)(?:(?:[ \\t]+\\S|- ).*(?:\\r\\n|\\r|\\n))*`,
    'm',
  );
  const line = value === undefined ? '' : `${name}:${value}\n`.replaceAll('\n', newline);
  const pinned = field.test(frontMatter)
    ? frontMatter.replace(field, () => line)
    : frontMatter.replace(/---[ \t]*(\r\n|\r|\n)/, (rule) => `${rule}${line}`);
  return pinned + text.slice(frontMatter.length);
}
