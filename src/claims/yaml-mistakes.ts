/** What YAML's own errors mean to somebody who writes a text: where, and what to do. */
import { isScalar, visit, type Document, type YAMLError, type YAMLWarning } from 'yaml';

export interface YamlMistake {
  /** Where it is, counted in characters of the text. */
  readonly offset: number;
  readonly what: string;
}

/** A mistake that YAML found, in an author's words. */
export function explainYaml(
  { code, message, pos: [offset] }: YAMLError | YAMLWarning,
  text: string,
  document: Document,
): YamlMistake {
  const line = lineAround(text, offset);
  const at = (what: string, from = offset): YamlMistake => ({ offset: from, what });
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return at(colonOrIndent(line));
    case 'MULTILINE_IMPLICIT_KEY':
      return at(noField(line));
    case 'DUPLICATE_KEY':
      return at(`"${keyAt(text, offset)}" stands there twice. Remove one of the two.`);
    case 'TAB_AS_INDENT':
      return at('a line begins with a tab. Indent it with spaces.');
    case 'BAD_SCALAR_START':
      return at(`a text that begins with "${text[offset] ?? ''}" needs quotes around it.`);
    case 'BAD_DQ_ESCAPE':
      return at('between double quotes "\\" begins a code. Write "\\\\", or use single quotes.');
    case 'TAG_RESOLVE_FAILED':
      return at('a text that begins with "!" needs quotes around it.');
    case 'UNEXPECTED_TOKEN':
      return at(`"${line.trim()}" can't be read as YAML. Put quotes around the whole text.`);
    case 'MULTIPLE_DOCS':
      return at('a line "---" or "..." ends the text here. Remove it.');
  }
  if (/items must start at the same column/.test(message))
    return at('the line doesn’t begin where its neighbours do. Mend the indentation.');
  if (/closing ["']quote/.test(message))
    return at('a quote is opened here and never closed. Close it.', lastQuote(document, offset));
  const bracket = /end with an? ([\]}])/.exec(message)?.[1];
  if (bracket !== undefined) return at(`a "${bracket}" is missing here. Close the bracket.`);
  if (code === 'MISSING_CHAR') return at(noField(line));
  const [first = message] = message.split('\n');
  return at(`${first.replace(/ at line \d+, column \d+:?$/, '')}. Mend it there.`);
}

/** "key: a text: more", or a line that is indented below one that has its value already. */
function colonOrIndent(line: string): string {
  const [, key, value] = /^\s*(?:- )?([^\s:][^:]*): +(.*:(?: .*)?)$/.exec(line) ?? [];
  if (key === undefined || value === undefined)
    return `"${line.trim()}" has a value, and the next line is indented below it. Mend the indentation.`;
  const quoted = /["']/.test(value) ? '' : `: ${key}: "${value.trim()}"`;
  return `a text with a colon in it needs quotes around it${quoted}.`;
}

function noField(line: string): string {
  return `"${line.trim()}" is no field. Write its name, a colon, a space and its value.`;
}

function lineAround(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  return text.slice(from, to === -1 ? undefined : to);
}

function keyAt(text: string, offset: number): string {
  return /^(["']?)([^:\n]*?)\1\s*:/.exec(text.slice(offset))?.[2] ?? '';
}

/** Where the last quote begins that stands open before a place. */
function lastQuote(document: Document, before: number): number {
  let found = before;
  visit(document, {
    Scalar(_, scalar) {
      const start = scalar.range?.[0];
      const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
      if (isScalar(scalar) && isQuoted && start !== undefined && start <= before) found = start;
    },
  });
  return found;
}
