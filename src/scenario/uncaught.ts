/**
 * What a program says when an error of its own ends it. Languages print a trace around it, and what is wrong stands
 * neither in its first line nor in its last.
 */

/** A place in a program: `    at count (file:///…/lines.mjs:12:5)`, `\tat Count.main(Count.java:12)`. */
const FRAME = /^\s+at .*(?::\d+\)?|\(<anonymous>\))(?: \{)?$/;
/** The same where the caller stands first: `  File "/…/lines.py", line 12, in count`. */
const FRAME_ABOVE = /^ +File "(.+)", line (\d+)/;
const FRAMES_ABOVE_BEGIN = /^Traceback \(most recent call last\)/;
/** What Node says last of an uncaught error. */
const LAST_OF_NODE = /^Node\.js v\d/;
const ERROR = /^(?! )[\w.$" -]*(?:Error|Exception)(?: \[\w+\])?(?::|$)/;

const MOST_LINES = 3;
const MOST_LETTERS = 300;

/**
 * @param stderr all that is kept of a program's standard error
 * @returns the error and where it came up, "TypeError: lines is no array (lines.mjs:12)"; undefined where the text is no
 *   trace of an error
 */
export function uncaughtError(stderr: string): string | undefined {
  const lines = stderr.trimEnd().split(/\r?\n/);
  return errorAboveFrames(lines) ?? errorBelowFrames(lines);
}

function errorAboveFrames(lines: readonly string[]): string | undefined {
  const frame = lines.findIndex((line) => FRAME.test(line));
  const isOfNode = lines.some((line) => LAST_OF_NODE.test(line));
  if (frame < 0 && !isOfNode) return undefined;
  const end = frame < 0 ? lines.findIndex((line) => /^\(Use |^Node\.js v/.test(line)) : frame;
  const above = lines.slice(0, end);
  const named = above.findLastIndex((line) => ERROR.test(line));
  // What was thrown may be no error: then it stands below the line that points at its place.
  const pointed = above.findLastIndex((line) => /^\s*\^+\s*$/.test(line)) + 1;
  const own = lines.slice(Math.max(frame, 0)).find((line) => FRAME.test(line) && !isInternal(line));
  const place = own ?? lines.find((line) => /^\S+:\d+$/.test(line) && !isInternal(line));
  return told(above.slice(named < 0 ? pointed : named), placeIn(place));
}

function isInternal(line: string): boolean {
  return /(?:^|[\s(])node:|\(<anonymous>\)/.test(line);
}

/** "lines.mjs:12" of a frame: its file without folders, which are this machine's. */
function placeIn(line = ''): string | undefined {
  return /([^\s/\\():]+:\d+)(?::\d+)?\)?(?: \{)?$/.exec(line)?.[1];
}

function errorBelowFrames(lines: readonly string[]): string | undefined {
  const frame = lines.findLastIndex((line) => FRAME_ABOVE.test(line));
  if (frame < 0) return undefined;
  const below = lines.slice(frame + 1);
  const error = below.findIndex((line) => /^\S/.test(line));
  if (error < 0) return undefined;
  const begins = lines.some((line) => FRAMES_ABOVE_BEGIN.test(line));
  if (!begins && !ERROR.test(below[error]!)) return undefined;
  const [, file = '', line] = FRAME_ABOVE.exec(lines[frame]!) ?? [];
  return told(below.slice(error), `${file.split(/[\\/]/).at(-1)}:${line}`);
}

function told(lines: readonly string[], place: string | undefined): string | undefined {
  const words = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_LINES);
  if (words.length === 0) return undefined;
  const text = words.join(' ').slice(0, MOST_LETTERS);
  return place === undefined ? text : `${text} (${place})`;
}
