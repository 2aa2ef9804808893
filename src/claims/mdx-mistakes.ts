/** What the library that reads MDX says, and what it means to an author. */

export interface MdxMistake {
  readonly line: number;
  readonly what: string;
}

/** @param message as the library words it: "4:1: Unexpected … (mdx-jsx:unexpected-character)" */
export function explainMdx(message: string): MdxMistake {
  const [, line = '1', said = message] = /^(\d+):\d+: ([^]*)/.exec(message) ?? [];
  return { line: Number(line), what: meaningOf(said) };
}

function meaningOf(said: string): string {
  for (const [pattern, meaning] of meanings) {
    const found = pattern.exec(said);
    if (found !== null) return meaning(found[1] ?? '', found[2] ?? '');
  }
  return `${said.replace(/ \([\w:-]+\)$/, '')}. Mend it there.`;
}

/** What the library says, and what it means; its groups are names of elements. */
const meanings: readonly (readonly [RegExp, (name: string, open: string) => string])[] = [
  [/^Unexpected character `!`/, () => 'a comment of HTML. Write it as {/* … */}.'],
  [
    /^Could not parse expression/,
    () => 'what stands between { and } is no text in quotes. Write a brace of the text as \\{.',
  ],
  [
    /expected a corresponding closing brace/,
    () => 'a { is never closed. Close it, or write a brace of the text as \\{.',
  ],
  [
    /^Unexpected closing tag `<\/([^>`]*)>`, expected corresponding closing tag for `<([^>`]*)>`/,
    (name, open) => `</${name}> stands where <${open}> is still open. Write </${open}> before it.`,
  ],
  [
    /^Unexpected closing tag `<\/([^>`]*)>`/,
    (name) => `</${name}> closes nothing. Open it before, or remove it.`,
  ],
  [
    /^Expected a closing tag for `<([^>`]*)>`/,
    (name) =>
      `<${name}> is never closed. Write </${name}>${name && `, or <${name} … /> if it holds nothing`}.`,
  ],
  [
    /^Unexpected .*(?:`<`|character)/,
    () =>
      'a "<" begins nothing that can be read. Write attributes as name="value", a "<" of the text as \\<, and an address as [text](address).',
  ],
];
