import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Problem } from '../scenario/problem.ts';

/**
 * The text of a file that a person writes: without a byte-order mark, each line ended by "\n",
 * whatever an editor or git put there. What is measured or sealed is never read so: there every
 * byte counts.
 *
 * @param name what messages call the file
 * @throws Problem (usage) with file and line for bytes that are no UTF-8
 */
export function readText(file: string, name: string = file): string {
  const bytes = readFileSync(file);
  if (isUtf8(bytes)) return plainText(bytes.toString('utf8'));
  const line = linesOf(bytes).findIndex((one) => !isUtf8(one)) + 1;
  throw new Problem('usage', `${name}:${line}: a character is not UTF-8. Save the file as UTF-8.`);
}

/** A text as `readText` gives it, where somebody else has read the file. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}
