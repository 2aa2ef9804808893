/** Command lines as people write them, as tools with words. */
import { Mistake } from './mistake.mjs';

/** What only a shell understands, outside of quotes. */
const SHELL = /[|&;<>()$`*?#~]/;

/**
 * @param lines one command line each; `{input}` stands for a text that is made
 * @returns the line, an id of its own, the tool and its words
 */
export function readCommands(lines) {
  const taken = new Set();
  return lines.map((line) => {
    refuseUnknown(line);
    const words = usesShell(line) ? shellWords(line) : wordsIn(line).map(escapeBraces);
    const [tool, ...args] = words;
    if (tool === undefined || tool === '') throw new Mistake(`There is no command in '${line}'.`);
    const id = freeId(idOf(usesShell(line) ? line : tool), taken);
    return { line, id, tool, args: args.map((word) => word.replaceAll('{input}', '{input:text}')) };
  });
}

/** A word in braces that isn't quoted is meant for a placeholder. A variable of the shell's is none. */
function refuseUnknown(line) {
  const [, name] =
    /(?<!\$)\{([A-Za-z][\w:-]*)\}/.exec(outsideQuotes(line).replaceAll('{input}', '')) ?? [];
  if (name === undefined) return;
  throw new Mistake(
    `There is no {${name}} in '${line}': did you mean {input}, the text that is made? Where the command itself needs the braces, put them into quotes.`,
  );
}

/** A shell gets the path of the input as its first argument: it may hold blanks. */
function shellWords(line) {
  const script = escapeBraces(line).replaceAll('{input}', '"$1"');
  return ['sh', '-c', script, ...(line.includes('{input}') ? ['sh', '{input}'] : [])];
}

/** The commands of a hyperfine export, each once. Its times are left where they are: they were taken elsewhere. */
export function commandsFrom(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Mistake(`The export is no JSON: ${error.message}`);
  }
  const results = Array.isArray(value) ? value : value?.results;
  const commands = Array.isArray(results)
    ? results.map(({ command }) => (Array.isArray(command) ? command.join(' ') : command))
    : [];
  const lines = commands.filter((command) => typeof command === 'string' && command.trim() !== '');
  if (lines.length === 0)
    throw new Mistake(
      'The export holds no commands: expected { "results": [{ "command": "…" }, …] }, as hyperfine --export-json writes it.',
    );
  return [...new Set(lines)];
}

/** Whether a line means something only to a shell. What stands in quotes is a word's own. */
function usesShell(line) {
  return SHELL.test(outsideQuotes(line));
}

function outsideQuotes(line) {
  return line.replace(/'[^']*'|"[^"$`]*"|\\./g, '');
}

/** Words of a line: split at blanks, quotes taken off. */
function wordsIn(line) {
  const words = [];
  let word;
  for (const [, single, double, escaped, blank, plain] of line.matchAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)|(\s+)|([^'"\\\s]+)/g,
  )) {
    if (blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain);
  }
  if (/^[^'"]*(['"])(?:(?!\1).)*$/.test(line.replace(/'[^']*'|"[^"]*"/g, '')))
    throw new Mistake(`A quote in ${line} is never closed.`);
  return word === undefined ? words : [...words, word];
}

/** A brace that would be taken for a placeholder, or for a doubled one, is doubled; `{input}` is a placeholder. */
function escapeBraces(word) {
  return word.replace(/\{(?!input\})(?=\{|[A-Za-z][\w:-]*\})|(?<=\{)\{(?!input\})/g, '{{');
}

function idOf(text) {
  const name = text.split('/').at(-1) ?? text;
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-$/, '');
  return /^[a-z]/.test(id) ? id : `run-${id}`.replace(/-$/, '');
}

/** Two runs of one tool get a number each. */
function freeId(id, taken) {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  taken.add(free);
  return free;
}
