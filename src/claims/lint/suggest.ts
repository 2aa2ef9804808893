/** A claim that could stand where a sentence stood: a guess to start from. */
import { asPattern, ownWords, type LintContext, type LintedReport } from './names.ts';

export interface SuggestedClaim {
  readonly id: string;
  /** The line for claims.yaml. */
  readonly yaml: string;
}

/** Guesses case, contestants and measure from the words of a sentence; undefined where no report has a case. */
export function suggestClaim(sentence: string, context: LintContext): SuggestedClaim | undefined {
  const report = context.reports[0];
  if (report === undefined) return undefined;
  const caseId = likelyCase(sentence, report);
  if (caseId === undefined) return undefined;
  const measure = likelyMeasure(sentence, report, caseId);
  const [a, b] = likelyContestants(sentence, report, context);
  const id = `${caseId.replace('/', '-')}-${inKebabCase(measure)}`;
  return { id, yaml: `${id}: {in: ${caseId}, compare: [${a}, ${b}], on: ${measure}}` };
}

/** The case that shares most words and numbers with the sentence; the first where none does. */
function likelyCase(sentence: string, report: LintedReport): string | undefined {
  const said = new Set(wordsOf(sentence));
  const scored = Object.entries(report.cases).map(([id, { title }]) => {
    const shared = new Set([...wordsOf(id), ...wordsOf(title)].filter((word) => said.has(word)));
    return { id, score: shared.size };
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.id;
}

/** Words of memory, not as parts of others: "cheap" and "slightly" say nothing of it. */
const ofMemory = /(?<![a-z])(?:memor|heap|footprint|light|lean|heav|[kmg]i?b(?![a-z]))/i;

function likelyMeasure(sentence: string, report: LintedReport, caseId: string): string {
  const isMemory = ofMemory.test(sentence);
  const rows = (report.verdicts ?? []).filter((row) => row.case === caseId);
  const fitting = rows.find((row) => /memory/.test(row.as) === isMemory);
  return [fitting?.measure ?? []].flat()[0] ?? (isMemory ? 'peakTree' : 'wall');
}

function likelyContestants(
  sentence: string,
  report: LintedReport,
  context: LintContext,
): [string, string] {
  const ids = report.contestants.map((one) => one.id);
  const runtimes = context.runtimes.map((one) => one.id);
  const isNamed = (words: string): boolean =>
    words !== '' && new RegExp(`(?<![\\w-])${asPattern(words)}s?(?![\\w-])`, 'i').test(sentence);
  // An id that is a runtime's too is the runtime's name first: its usual contestant is meant.
  const byId = ids
    .filter((id) => !runtimes.includes(id))
    .filter((id) => [id, id.replaceAll('-', ' '), ownWords(id, context.runtimes)].some(isNamed))
    // Of the same way in several builds, the first: the usual one.
    .filter((id, index, all) => {
      const own = ownWords(id, context.runtimes);
      return all.findIndex((one) => ownWords(one, context.runtimes) === own) === index;
    });
  const byRuntime = context.runtimes
    .filter((runtime) => isNamed(runtime.id) || isNamed(runtime.title))
    .filter((runtime) => !byId.some((id) => id.startsWith(`${runtime.id}-`)))
    .map(
      ({ id: runtime }) =>
        ids.find((id) => id === runtime && id === report.subject) ??
        ids.find((id) => id.startsWith(`${runtime}-`)),
    )
    .filter((id) => id !== undefined);
  const subject = ids.find((id) => id === report.subject) ?? ids[0] ?? report.subject ?? '';
  const rest = ids.filter((id) => id !== subject);
  const ofSubject = (id: string) => report.subject !== undefined && id.startsWith(report.subject);
  const other = rest.find((id) => !ofSubject(id)) ?? rest[0] ?? report.others ?? subject;
  const [first = subject, second] = [...new Set([...byId, ...byRuntime])];
  return [first, second ?? (first === subject ? other : subject)];
}

/** Ids of claims are in lower case: "peakTree" becomes "peak-tree". */
function inKebabCase(measure: string): string {
  return measure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/(\d)[,\u202f\u00a0 ](?=\d{3}\b)/g, '$1')
      .match(/[a-z]{3,}|\d+/g) ?? []
  );
}
