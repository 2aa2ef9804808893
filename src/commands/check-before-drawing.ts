import { explainFindings } from '../claims/lint/explain.ts';
import { Problem } from '../scenario/problem.ts';
import { checkContent } from '../site/check/content.ts';
import { lintProse } from '../site/prose.ts';
import { checkDrawing } from '../drawing/checks.ts';
import type { Places } from '../places.ts';

/**
 * Checks all that can keep pages from being drawn, without looking at data.
 *
 * @throws Problem: `usage` for a folder, an address or a mistake in a text, `finding` for a
 *   sentence that only runs can say
 */
export async function checkBeforeDrawing(places: Places): Promise<void> {
  checkDrawing(places);
  await checkContent(places);
  const { findings, context } = await lintProse(places.content, places.runners);
  if (findings.length > 0) throw new Problem('finding', explainFindings(findings, context));
}
