import { codeMarkdown } from '../present/markdown-text.ts';
import type { Shown } from './banner.ts';
import { printable, type Refused } from './refused.ts';

/** The comment in the place of a preview's. What the artifact wrote stands in code, where GitHub makes nothing of it. */
export function refusalMarkdown({ file, reason }: Refused, { commit }: Shown): string {
  return [
    `**The preview of commit ${commit.slice(0, 7)} was refused**, and nothing of it deployed.`,
    '',
    `${codeMarkdown(printable(file))}: ${codeMarkdown(printable(reason))}`,
    '',
    'A preview shows only what pages of Steelyard are made of: no scripts, no forms, nothing loaded from elsewhere. See `docs/publishing.md`.',
  ].join('\n');
}
