/** The documents of base and head: their numbers, their claims, their data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import { countSameEstimates } from '../analyse/same-estimates.ts';
import type { Results } from '../analyse/types.ts';
import { verdictChange } from '../claims/changes.ts';
import type { DecidedClaim } from '../claims/decided.ts';
import { staleClaims } from '../claims/stale.ts';
import type { PlannedCase } from '../plan/cases.ts';
import type { DocumentView } from '../present/document.ts';
import { claimClause } from '../present/sentences/claim-clause.ts';
import { textOf } from '../present/sentences/pieces.ts';
import { wordingFor } from '../present/sentences/wording.ts';
import { claimsOf } from '../site/claims.ts';
import { documentFromSession } from '../site/document.ts';
import { listReports, readReport } from '../site/reports.ts';
import type { Roots } from '../places.ts';
import { canonicalJson } from '../store/canonical.ts';
import {
  LONGEST_TEXT,
  MOST_ROWS,
  type BaseComparison,
  type ChangedSentence,
} from '../store/comparison.ts';
import { readSession, type StoredSession } from '../store/read.ts';
import type { Places } from '../places.ts';

export type Analyse = typeof analyse;

/** One state of a project's documents. */
export interface DocumentSide {
  readonly places: Places;
  /** Its own analysis, so that a change of Steelyard itself shows in the numbers. */
  readonly analyse: Analyse;
  /** All cases that its scenarios have, for telling what is stale. */
  readonly cases: readonly PlannedCase[];
}

/** A report with the session that its front matter pins. */
interface Pinned {
  readonly view: DocumentView;
  readonly stored: StoredSession;
  readonly results: Results;
  readonly roots: Roots;
}

/**
 * What changed in the documents. Only reports that head has are looked at.
 *
 * @throws Problem for a report, claims or a session of head that can't be read
 */
export function compareDocuments(
  base: DocumentSide,
  head: DocumentSide,
): Pick<BaseComparison, 'numbers' | 'claims' | 'data'> {
  const numbers = { all: 0, identical: 0 };
  const claims: BaseComparison['claims'] = { changed: [], stale: [], lost: [] };
  const data: BaseComparison['data'] = [];
  for (const report of listReports(head.places.content)) {
    const now = pinnedIn(head, report);
    const before = isIn(base, report) ? pinnedIn(base, report) : undefined;
    const pin = comparePins(report, before, now);
    if (pin !== undefined) data.push(pin);
    if (now === undefined) continue;
    const same = countSameEstimates(before?.results, now.results);
    numbers.all += same.all;
    numbers.identical += same.identical;
    const place = (id: string): { report: string; id: string } => ({ report, id });
    claims.changed.push(...changedSentences(report, before, now));
    claims.stale.push(...newlyStale(before, now, base, head).map(place));
    claims.lost.push(...newlyLost(before, now).map((lost) => ({ report, ...lost })));
  }
  const first = <T>(all: readonly T[]): T[] => all.slice(0, MOST_ROWS);
  const { changed, stale, lost } = claims;
  return {
    numbers,
    claims: { changed: first(changed), stale: first(stale), lost: first(lost) },
    data,
  };
}

function isIn({ places }: DocumentSide, report: string): boolean {
  return existsSync(join(places.content, report, 'index.mdx'));
}

function pinnedIn({ places, analyse: analyseOwn }: DocumentSide, id: string): Pinned | undefined {
  const report = readReport(places.content, id);
  if (report.session === undefined) return undefined;
  const stored = readSession(join(places.sessions, report.session));
  const results = analyseOwn(stored.session, stored.records);
  const view = documentFromSession(report, 'reference', `/${id}/`, { ...stored, results });
  const roots = { content: places.content, data: places.sessions, runners: places.runners };
  return { view, stored, results, roots };
}

/** The same claims of head, decided by the old data and by the new. */
function comparePins(
  report: string,
  before: Pinned | undefined,
  now: Pinned | undefined,
): BaseComparison['data'][number] | undefined {
  const [from, to] = [before?.stored.session.id ?? null, now?.stored.session.id ?? null];
  const rewritten = before !== undefined && now !== undefined && !holdSame(before, now);
  if (from === to && !rewritten) return undefined;
  if (before === undefined || now === undefined)
    return { report, from, to, rewritten: false, changed: [] };
  const { view: old } = before;
  const { view, roots } = now;
  const onOld = { ...old, report: { ...view.report, session: old.report.session } };
  const changed = differing(report, sentencesOf(onOld, roots), sentencesOf(view, roots));
  return { report, from, to, rewritten: from === to, changed: changed.slice(0, MOST_ROWS) };
}

/** Whether two sessions hold the same to the byte. */
function holdSame({ stored: x }: Pinned, { stored: y }: Pinned): boolean {
  return canonicalJson([x.session, x.records]) === canonicalJson([y.session, y.records]);
}

function changedSentences(
  report: string,
  before: Pinned | undefined,
  now: Pinned,
): ChangedSentence[] {
  if (before === undefined) return [];
  return differing(
    report,
    sentencesOf(before.view, before.roots),
    sentencesOf(now.view, now.roots),
  );
}

/** What a document says of a claim. */
interface Said {
  readonly sentence: string;
  readonly decided: DecidedClaim;
}

/** Sentence and verdict of each claim, by id. */
function sentencesOf(view: DocumentView, roots: Roots): Map<string, Said> {
  const { decided } = claimsOf(view, roots);
  const said = [...decided].map(([id, one]): [string, Said] => {
    const sentence = bounded(textOf(claimClause(one, wordingFor(view))));
    return [id, { sentence, decided: one }];
  });
  return new Map(said);
}

/** Claims with another sentence; those with another verdict come first. */
function differing(
  report: string,
  before: ReadonlyMap<string, Said>,
  after: ReadonlyMap<string, Said>,
): ChangedSentence[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const changed = ids.flatMap((id): ChangedSentence[] => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old?.sentence === now?.sentence) return [];
    const verdict = (old && now && verdictChange(old.decided, now.decided)) ?? 'same';
    return [{ report, id, before: old?.sentence ?? null, after: now?.sentence ?? null, verdict }];
  });
  const rank = ({ verdict }: ChangedSentence): number => (verdict === 'same' ? 1 : 0);
  return changed.toSorted((x, y) => rank(x) - rank(y));
}

/** Stale in head, and not in base already. */
function newlyStale(
  before: Pinned | undefined,
  now: Pinned,
  base: DocumentSide,
  head: DocumentSide,
): string[] {
  const staleOf = ({ view, stored, roots }: Pinned, side: DocumentSide): string[] =>
    staleClaims(claimsOf(view, roots).decided.values(), stored.session.cases, side.cases);
  const already = new Set(before && staleOf(before, base));
  return staleOf(now, head).filter((id) => !already.has(id));
}

/** Asserted claims that the data doesn't carry, and that were carried or not there before. */
function newlyLost(
  before: Pinned | undefined,
  now: Pinned,
): { id: string; sentence: string; found: string }[] {
  const old = before && claimsOf(before.view, before.roots).decided;
  return [...claimsOf(now.view, now.roots).decided]
    .filter(([id, one]) => !one.holds && old?.get(id)?.holds !== false)
    .map(([id, one]) => ({
      id,
      sentence: bounded(textOf(claimClause(one, wordingFor(now.view)))),
      found: bounded(one.found.join(', ')),
    }));
}

function bounded(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}
