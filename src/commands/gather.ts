import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gatherFrom } from '../gather/gather.ts';
import { Problem } from '../scenario/problem.ts';
import { withReplications } from '../site/pins.ts';
import { readReport } from '../site/reports.ts';
import { writeWhole } from '../store/files.ts';
import { readSession } from '../store/read.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { chooseReport } from './choose-report.ts';
import { sayReplicated } from './say-replicated.ts';

export interface GatherFlags {
  /** The folder under content/; needed where there are several. */
  readonly report?: string | undefined;
  /** Take further sessions of machines that can't be told apart. */
  readonly sameKind?: boolean | undefined;
}

/**
 * Puts sessions of other machines, or of other days, beside the reference of a report, and says what its claims are over
 * all of them.
 *
 * @returns whether all that were handed over were taken
 * @throws Problem (usage) where the report has no reference, or nothing is handed over
 */
export async function gather(
  paths: readonly string[],
  { report: chosen, sameKind = false }: GatherFlags,
  places: Places,
  output: Output,
): Promise<boolean> {
  const name = chooseReport(places, chosen);
  const report = readReport(places.content, name);
  if (report.session === undefined)
    throw new Problem(
      'usage',
      `${name} has no reference yet, and a replication stands beside one. Accept a session first: npm run accept -- <session>`,
    );
  const { session: reference } = readSession(join(places.sessions, report.session));
  const { replications } = places;
  const taken: string[] = [];
  const refused: { readonly from: string; readonly reason: string }[] = [];
  try {
    for await (const one of gatherFrom(paths, { report, replications, reference, sameKind })) {
      if ('id' in one) {
        taken.push(one.id);
        output.say(`Taken: ${one.id}, from ${one.from}`);
      } else {
        refused.push({ from: one.from, reason: one.refused });
        output.warn(`Not taken: ${one.from}: ${one.refused}.`);
      }
    }
  } finally {
    // Whatever ends it early, what was taken is pinned.
    if (taken.length > 0) pin(name, taken, places, output);
  }
  sayReplicated(name, places, output);
  output.result({ taken, refused });
  return refused.length === 0;
}

function pin(report: string, taken: readonly string[], places: Places, output: Output): void {
  const page = join(places.content, report, 'index.mdx');
  // As it is by now: another command may have pinned some meanwhile.
  const { replications } = readReport(places.content, report);
  writeWhole(page, withReplications(readFileSync(page, 'utf8'), [...replications, ...taken]));
  output.say(`Pinned: ${relative(places.root, page)}`);
}
