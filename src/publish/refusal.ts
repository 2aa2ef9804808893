import { codeMarkdown } from '../present/markdown-text.ts';
import type { Shown } from './banner.ts';
import { printable } from '../store/printable.ts';
import type { Refused } from './refused.ts';

const EARLIER =
  'Where a preview of an earlier commit stands, its banner names that commit; it says nothing of this one.';

/** The comment in the place of a preview's. What the artifact wrote stands in code, where GitHub makes nothing of it. */
export function refusalMarkdown({ file, reason }: Refused, { commit }: Shown): string {
  return [
    `**The preview of commit ${commit.slice(0, 7)} was refused**, and nothing of it deployed.`,
    '',
    `${codeMarkdown(printable(file))}: ${codeMarkdown(printable(reason))}`,
    '',
    EARLIER,
    '',
    'A preview shows only what pages of Steelyard are made of: no scripts, no forms, nothing loaded from elsewhere. See `docs/publishing.md`.',
  ].join('\n');
}

/**
 * The comment from the moment that a commit's build has ended: whatever happens to what follows, no
 * comment of an earlier commit is taken for this one's.
 */
export function pendingMarkdown({ commit }: Shown): string {
  return [
    `**Commit ${commit.slice(0, 7)} is built**, and what its build handed over is being checked.`,
    '',
    'Where this stays, the checking was broken off: the run of the workflow `preview-deploy` says how.',
  ].join('\n');
}

/** The comment where the checking or the deploying failed for another reason than what was handed over. */
export function failureMarkdown({ commit }: Shown): string {
  return [
    `**The preview of commit ${commit.slice(0, 7)} could not be shown**: the run of the workflow \`preview-deploy\` says why.`,
    '',
    EARLIER,
  ].join('\n');
}
