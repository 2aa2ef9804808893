/** What pages say of who is ahead, held against medians that are taken from the records themselves. */
import { measureValue } from '../../src/analyse/measures.ts';
import type { Report } from '../../src/present/report.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session } from '../../src/store/schema.ts';
import type { Piece } from './pieces.ts';

/** Median of a contestant's finished runs; Infinity where none finished. */
export type Medians = (caseId: string, measure: string, contestant: string) => number;

export function medianOf(session: Session, records: readonly InvocationRecord[]): Medians {
  return (caseId, measureId, contestant) => {
    const definition = session.cases.find(({ id }) => id === caseId)!;
    const measure = definition.measures.find(({ id }) => id === measureId)!;
    const values = records
      .filter((one) => one.case === caseId && one.contestant === contestant && one.round > 0)
      .filter((one) => one.outcome === 'measured')
      .map((one) => measureValue(one, measure, definition)!)
      .sort((a, b) => a - b);
    if (values.length === 0) return Infinity;
    return (values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2;
  };
}

export interface Checked {
  /** Statements that were understood. */
  readonly told: number;
  /** Those that the medians don't bear out. */
  readonly wrong: readonly string[];
}

/** Findings of the verdict table, and rows of the ratio chart in its description and its table. */
export function falsehoods(pieces: readonly Piece[], report: Report, at: Medians): Checked {
  const labels = new Map(report.contestants.map(({ id, label }) => [label ?? id, id]));
  const wrong: string[] = [];
  let told = 0;
  for (const { text } of pieces) {
    for (const { case: caseId, measure, as } of report.verdicts) {
      const title = report.cases[caseId]!.title;
      const pair = pairIn(text, title, as);
      const [smaller, larger] = pair?.map((label) => labels.get(label)) ?? [];
      if (smaller === undefined || larger === undefined) continue;
      told += 1;
      const [first = ''] = [measure].flat();
      if (!(at(caseId, first, smaller) < at(caseId, first, larger))) wrong.push(text);
    }
  }
  return { told, wrong };
}

/** Who is said to need less in a row, and who more. */
function pairIn(text: string, title: string, as: string): [string, string] | undefined {
  const name = (words: string): string => words.replace(/^[^a-z]*/, '');
  const row = text.split(`${title} ${as}: Finding: `)[1];
  const finding = row && /^(\S+) (?:takes|needs) .* (?:than|as) (\S+)$/.exec(row);
  if (finding) return [name(finding[2]!), name(finding[1]!)];
  const drawn = text.split(`${title}: ${as}`)[1];
  const ratio =
    drawn && /^(?:, |: )([\w-]+): (?:Verdict: )?([a-z][\w-]*)(?:, [\d.]+ |$)/.exec(drawn);
  if (!ratio) return undefined;
  const [, rival = '', winner = ''] = ratio;
  return winner === rival ? undefined : [winner, rival];
}
