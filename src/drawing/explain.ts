import { Problem } from '../scenario/problem.ts';
import { explainWriteError } from '../store/files.ts';

/**
 * Says in a sentence what this machine lacks, where the text of a failed drawing shows it;
 * undefined for any other failure, such as a mistake in a document.
 */
export function explainDrawing(said: string): Problem | undefined {
  return missingPart(said) ?? noMemory(said) ?? unwritable(said);
}

/** Each native package says it in its own way; a part's name has that of the machine in it. */
function missingPart(said: string): Problem | undefined {
  const part = /Cannot find (?:module|package) '([^'\n]*(?:linux|darwin|win32)[^'\n]*)'/.exec(said);
  const unnamed = /(?:Cannot find native binding|ERR_DLOPEN_FAILED)/.exec(said);
  if (part === null && unnamed === null) return undefined;
  const name = part?.[1]?.replace(/^.*\.\.\//, '') ?? packageIn(said);
  return new Problem(
    'blocked',
    `A part of the drawing tools that is made for each kind of machine is missing here, or doesn't run${name === undefined ? '' : ` (${name})`}. ` +
      'npm leaves such parts out with --omit=optional, and a copied node_modules has those of another machine. ' +
      'Run "npm ci" here, without --omit=optional, then the same command again.',
  );
}

/** The package in whose files the message says that it came up. */
function packageIn(said: string): string | undefined {
  return /\/node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//.exec(said)?.[1];
}

function noMemory(said: string): Problem | undefined {
  if (!said.includes('JavaScript heap out of memory')) return undefined;
  return new Problem(
    'blocked',
    'The memory did not suffice to draw the pages. End other programs, or allow more with NODE_OPTIONS=--max-old-space-size=4096.',
  );
}

function unwritable(said: string): Problem | undefined {
  const found = /\b(ENOSPC|EDQUOT|EACCES|EROFS): [^\n]*?(?:'([^'\n]+)'|$)/m.exec(said);
  if (found === null) return undefined;
  const [, code, file = 'the pages'] = found;
  return explainWriteError({ code }, file) as Problem;
}
