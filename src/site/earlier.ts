/** How much is drawn of the sessions that were accepted before. */
import { Problem } from '../scenario/problem.ts';

/**
 * Whether each case of them has a page with every run. By default they keep document, chapters and
 * records, since all of it takes 5 MB a session.
 *
 * @throws Problem (usage) for a value of STEELYARD_EARLIER that means nothing
 */
export function drawsEarlierWhole(
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const wanted = env['STEELYARD_EARLIER'] || 'records';
  if (wanted === 'records' || wanted === 'whole') return wanted === 'whole';
  throw new Problem(
    'usage',
    `STEELYARD_EARLIER is "${wanted}". Say "whole" for a page of every run in sessions accepted before, or leave it out.`,
  );
}
