import { join } from 'node:path';
import { explainFindings } from '../claims/lint/explain.ts';
import { Problem } from '../scenario/problem.ts';
import { checkContent } from '../site/check/content.ts';
import { lintProse } from '../site/prose.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/**
 * Looks for sentences that state what only runs can say: in the documents, the audit and the README.
 *
 * @throws Problem: `usage` for a text with mistakes, `finding` with each sentence and a claim to paste
 */
export async function lintProseFiles(places: Places, output: Output): Promise<void> {
  await checkContent(places);
  const { findings, context } = await lintProse(places.content, places.runners, [
    join(places.root, 'README.md'),
  ]);
  output.result(findings);
  if (findings.length > 0) throw new Problem('finding', explainFindings(findings, context));
  output.say('No sentence states what only runs can say.');
}
