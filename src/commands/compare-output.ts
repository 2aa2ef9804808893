import { writeFileSync } from 'node:fs';
import { commentMarkdown } from '../present/pull-request/text.ts';
import { Problem } from '../scenario/problem.ts';
import { prettyJson } from '../store/files.ts';
import type { BaseComparison } from '../store/comparison.ts';
import { plainMarkdown } from '../terminal/plain-markdown.ts';
import type { CompareFlags } from './compare-flags.ts';
import type { Output } from '../terminal/output.ts';

/**
 * Shows a comparison, and writes it where the flags say.
 *
 * @throws Problem (finding) where head gives a wrong answer, after everything is written
 */
export function tellComparison(
  comparison: BaseComparison,
  { markdown, json }: Pick<CompareFlags, 'markdown' | 'json'>,
  output: Output,
): void {
  const comment = commentMarkdown(comparison);
  if (json !== undefined) writeTo(json, prettyJson(comparison));
  if (markdown !== undefined) writeTo(markdown, comment);
  if (markdown !== '-') output.say(`\n${plainMarkdown(comment)}`);
  const wrong = comparison.changes.filter(
    (change) =>
      change.state === 'did not finish' &&
      change.side === 'head' &&
      change.outcome === 'wrong-answer',
  );
  if (wrong.length === 0) return;
  const list = wrong.map(({ case: id, contestant }) => `${contestant} in ${id}`).join(', ');
  throw new Problem('finding', `A wrong answer: ${list}. Its reason stands in the table above.`);
}

function writeTo(file: string, text: string): void {
  if (file === '-') process.stdout.write(text);
  else writeFileSync(file, text);
}
