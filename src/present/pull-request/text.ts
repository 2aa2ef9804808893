/** The comment on a pull request, from comparison.json alone: pure, and safe for any content of it. */
import type { BaseComparison, ChangedSentence } from '../../store/comparison.ts';
import { formatValue } from '../format/value.ts';
import { codeMarkdown, escapeMarkdown } from '../markdown-text.ts';
import { resultSentence } from './result.ts';
import { changeTable } from './table.ts';

export interface CommentOptions {
  /** Address of the preview; absent: there is none. */
  readonly previewUrl?: string | undefined;
  /** Number of the pull request; absent where there is none. */
  readonly number?: number | undefined;
  /** Command that makes the comparison again; absent: the one that the comparison names itself. */
  readonly repeat?: string | undefined;
  /** What else the pull request changes: "texts, workflows". */
  readonly besides?: string | undefined;
}

/** Lines of the whole comment. */
const MOST_LINES = 25;
const MOST_TABLE_ROWS = 8;
const MORE = "see the preview's changes page";

/**
 * The comment as Markdown, at most 25 lines. Whatever comes from the comparison is escaped.
 *
 * @throws RangeError for an address that is no plain http or https URL
 */
export function commentMarkdown(comparison: BaseComparison, options: CommentOptions = {}): string {
  const top = [
    ...heading(comparison, options),
    '',
    resultSentence(comparison) + besidesWords(options),
  ];
  const { changes } = comparison;
  const table = changes.length === 0 ? [] : ['', ...changeTable(changes, MOST_TABLE_ROWS, MORE)];
  const bottom = ['', ...provenance(comparison, options)];
  const left = MOST_LINES - top.length - table.length - bottom.length;
  return [...top, ...table, ...claimLines(comparison, left), ...bottom, ''].join('\n');
}

function besidesWords({ besides }: CommentOptions): string {
  return besides === undefined ? '' : ` It changes as well: ${escapeMarkdown(besides)}.`;
}

function heading({ base, head }: BaseComparison, { previewUrl, number }: CommentOptions): string[] {
  const commit = codeMarkdown(base.commit.slice(0, 12));
  const own = codeMarkdown(head.commit.slice(0, 12));
  const here = head.dirty
    ? `the files here change, what is not committed among them, against ${commit}`
    : `changed at ${own} against ${commit}`;
  const dirty = head.dirty ? ', with what is not committed' : '';
  const title =
    number === undefined
      ? `### What ${here}`
      : `### What pull request ${number} changes at ${own} against ${commit}${dirty}`;
  if (previewUrl === undefined) return [title];
  if (!/^https?:\/\/[\w.:/~-]+$/.test(previewUrl))
    throw new RangeError(`"${previewUrl}" is no address for a link.`);
  return [title, '', `[Preview of the pages](${previewUrl}), with what changes marked.`];
}

/** Claims and data, within the lines that are left. */
function claimLines({ claims, data }: BaseComparison, most: number): string[] {
  const { changed, stale, lost } = claims;
  const items = [
    ...data.flatMap((one) => [
      `- Data of ${codeMarkdown(one.report)}: ${pinWords(one)}by it ${count(one.changed.length, 'sentence')} of head's claims differ, ${countDecided(one.changed)} with another verdict.`,
    ]),
    ...lost.map(
      ({ id, sentence, found }) =>
        `- ${codeMarkdown(id)} loses its support (found: ${escapeMarkdown(found)}): ${escapeMarkdown(sentence)}`,
    ),
    ...changed.map(sentenceLine),
    ...stale.map(({ id }) => `- ${codeMarkdown(id)} becomes stale: what it rests on changed.`),
  ];
  const summary = `**Claims:** ${count(changed.length, 'sentence')} changed (${countDecided(changed)} with another verdict), ${stale.length} become stale, ${lost.length} lose support.`;
  if (items.length === 0) return ['', summary];
  const room = Math.max(1, most - 2);
  const shown = items.length <= room ? items : items.slice(0, room - 1);
  const left = items.length - shown.length;
  return ['', summary, ...shown, ...(left === 0 ? [] : [`- and ${left} more: ${MORE}`])];
}

function pinWords({ from, to, rewritten }: BaseComparison['data'][number]): string {
  if (rewritten) return `**the sealed session ${codeMarkdown(to ?? '')} was rewritten**; `;
  const name = (id: string | null): string => (id === null ? 'none' : codeMarkdown(id));
  return `session ${name(from)} → ${name(to)}; `;
}

function countDecided(changed: readonly ChangedSentence[]): number {
  return changed.filter(({ verdict }) => verdict !== 'same').length;
}

/** The same words as on the page that lists the changes. */
const marks: Readonly<Record<ChangedSentence['verdict'], string>> = {
  same: '',
  flipped: ' **flipped**',
  lost: ' **support lost**',
  gained: ' **now decided**',
};

/** The old sentence and the new. */
function sentenceLine({ id, before, after, verdict }: ChangedSentence): string {
  const old = before === null ? '(new)' : `“${escapeMarkdown(before)}”`;
  const now = after === null ? '(removed)' : `“${escapeMarkdown(after)}”`;
  return `- ${codeMarkdown(id)}${marks[verdict]}: ${old} → ${now}`;
}

const COMPARED =
  'Compared is the first measure of a case that every run has, and the CPU time beside a time: no other one, nor what a build takes or makes.';

/** Machine, rounds and time, and the command to repeat it. */
function provenance(comparison: BaseComparison, { repeat }: CommentOptions): string[] {
  const { machine, changes, tookS, invocations, command, touched } = comparison;
  const rounds = changes.flatMap((change) =>
    change.state === 'measured' ? change.measures.map(({ ratio }) => ratio.n) : [],
  );
  const own = `${escapeMarkdown(machine.cpu)}, ${count(machine.cores, 'core')}, ${escapeMarkdown(String(machine.memoryGiB))} GiB, ${escapeMarkdown(machine.os)}`;
  const harness = touched.harness ? " Steelyard itself changed: head's measured both sides." : '';
  const measured =
    rounds.length === 0
      ? 'Nothing was timed.'
      : `${spread(rounds)} rounds of base, base again (A/A) and head in turns, ${count(invocations, 'run')} in ${formatValue(tookS * 1e9, 'ns')}. ${COMPARED}`;
  return [`Runner: ${own}. ${measured}${harness}`, `Repeat it: ${codeMarkdown(repeat ?? command)}`];
}

function spread(rounds: readonly number[]): string {
  const [least, most] = [Math.min(...rounds), Math.max(...rounds)];
  return least === most ? String(least) : `${least} to ${most}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
