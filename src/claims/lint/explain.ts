/** Findings in words: what, where, what next. */
import type { LintFinding, LintRule } from './find.ts';
import type { LintContext } from './names.ts';
import { suggestClaim } from './suggest.ts';

export interface FileFinding extends LintFinding {
  /** Path of the file, as a person would open it. */
  readonly file: string;
}

const kinds: Readonly<Record<LintRule, string>> = {
  number: 'a number that only runs can give',
  comparative: 'a comparison',
  superlative: 'a superlative',
  verdict: 'a verdict',
  judgement: 'a judgement',
};

/** One finding with its sentence and a claim to paste. */
function explainFinding(finding: FileFinding, context: LintContext): string {
  const about = finding.name === undefined ? '' : ` about "${finding.name}"`;
  const claim = suggestClaim(finding.sentence, context);
  return [
    `${finding.file}:${finding.line}:${finding.column}: "${finding.words}" is ${kinds[finding.rule]}${about}, and no run stands behind it:`,
    `    ${finding.sentence}`,
    ...(claim === undefined
      ? ['  Say it with a claim of a report.']
      : [
          '  Bind it to runs. In claims.yaml:',
          `    ${claim.yaml}`,
          '  and in the text, in place of the words:',
          `    <Claim id="${claim.id}" />`,
        ]),
    '  What can\'t be measured is <Cited href="…">…</Cited> or <Opinion>…</Opinion>.',
  ].join('\n');
}

/** All findings as one message. */
export function explainFindings(findings: readonly FileFinding[], context: LintContext): string {
  const count =
    findings.length === 1 ? 'One sentence states' : `${findings.length} sentences state`;
  return [
    `${count} what only runs can say.`,
    ...findings.map((one) => explainFinding(one, context)),
  ].join('\n\n');
}
