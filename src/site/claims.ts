/** The claims of a report, decided from what feeds a document. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '../claims/agreement.ts';
import { checkSupport, checkUses, unknownClaim, type ClaimProblem } from '../claims/check.ts';
import { compareAll } from '../claims/compare.ts';
import { decideAll } from '../claims/decide.ts';
import type { DecidedClaim } from '../claims/decided.ts';
import { loadClaims } from '../claims/load.ts';
import { isDecidedByReference, isReferencesOwn } from '../claims/same-runs.ts';
import type { Claim } from '../claims/schema.ts';
import { usesIn, usesTogether, type FileUses, type Uses } from '../claims/used.ts';
import { fileOf, type DocumentView } from '../present/document.ts';
import { reasonWords } from '../present/sentences/reason-words.ts';
import { Problem } from '../scenario/problem.ts';
import { readText } from '../store/text.ts';
import { findPlaces, type Roots } from '../places.ts';
import { chaptersOf } from './chapters.ts';
import { referenceDocument } from './site.ts';

export interface ReportClaims {
  readonly claims: readonly Claim[];
  readonly decided: ReadonlyMap<string, DecidedClaim>;
}

interface Cached extends ReportClaims {
  /** What claims.yaml held when they were decided: it is edited while pages are looked at. */
  readonly text: string;
}

const cache = new WeakMap<DocumentView, Cached>();

/** The claims of the view's report, decided from what feeds it. */
export function claimsOf(view: DocumentView, where: Roots = findPlaces()): ReportClaims {
  const text = claimsText(view.report.id, where);
  const known = cache.get(view);
  if (known?.text === text) return known;
  const claims = loadClaims(text, claimsFile(view.report.id));
  const decided = { text, claims, decided: decideAll(claims, view) };
  cache.set(view, decided);
  return decided;
}

/**
 * A claim that the document uses.
 *
 * @throws Problem (usage) for an id that no claim has
 */
export function decidedClaim(view: DocumentView, id: string): DecidedClaim {
  const found = claimsOf(view).decided.get(id);
  if (found !== undefined) return found;
  throw new Problem('usage', unknownClaim(id, fileOf(view), claimsFile(view.report.id)));
}

const references = new WeakMap<DocumentView, ReadonlyMap<string, Agreement>>();

/**
 * What this machine says to each claim of the reference; empty where there is none, on other pages, and
 * where its runs are the reference's own.
 */
export function agreementsOf(
  view: DocumentView,
  where: Roots = findPlaces(),
): ReadonlyMap<string, Agreement> {
  if (view.place !== 'here') return new Map();
  const known = references.get(view);
  if (known !== undefined) return known;
  const reference = referenceDocument(view.report, where);
  const agreements =
    reference === undefined || isReferencesOwn(reference, view)
      ? new Map<string, Agreement>()
      : compareAll(claimsOf(reference, where).decided, ownClaims(reference, view, where));
  references.set(view, agreements);
  return agreements;
}

/** Claims as they are decided by runs that aren't the reference's. */
function ownClaims(
  reference: DocumentView,
  here: DocumentView,
  where: Roots,
): ReadonlyMap<string, DecidedClaim> {
  const { decided } = claimsOf(here, where);
  return new Map([...decided].filter(([, one]) => !isDecidedByReference(one, reference, here)));
}

/** What the report's texts use: its document and its chapters. */
export function usesOf(report: string, where: Roots = findPlaces()): Uses {
  return usesTogether(fileUses(report, where));
}

function fileUses(report: string, where: Roots): [FileUses, ...FileUses[]] {
  const folder = join(where.content, report);
  const mdx = (name: string): FileUses => {
    const file = `content/${report}/${name}`;
    return usesIn(readText(join(folder, name), file), file);
  };
  return [mdx('index.mdx'), ...chaptersOf(report, where).map(({ name }) => mdx(`${name}.mdx`))];
}

/** The claims of a report. @throws Problem (usage) with file and line for a mistake in claims.yaml */
export function readClaims(report: string, where: Roots): Claim[] {
  return loadClaims(claimsText(report, where), claimsFile(report));
}

/** Everything wrong with the claims of a report; those of a document need its view. */
export function problemsOf(
  report: string,
  view: DocumentView | undefined,
  where: Roots = findPlaces(),
): ClaimProblem[] {
  const claims = readClaims(report, where);
  const uses = checkUses(claims, fileUses(report, where), claimsFile(report));
  if (view === undefined || (view.place !== 'reference' && view.place !== 'local')) return uses;
  const isReference = view.place === 'reference';
  const session = view.sessions.map(({ id }) => id).join(', ');
  const support = checkSupport(
    claimsOf(view, where).decided.values(),
    session,
    isReference,
    reasonWords,
  );
  return [...uses, ...support.filter(({ kind }) => kind === 'usage' || isReference)];
}

/**
 * Makes sure that the document may be published.
 *
 * @throws Problem: `usage` for a mistake in claims.yaml or in its use, `finding` for asserted
 *   claims that the reference doesn't carry
 */
export function assertClaims(
  report: string,
  view: DocumentView | undefined,
  where: Roots = findPlaces(),
): void {
  const problems = problemsOf(report, view, where);
  if (problems.length === 0) return;
  const kind = problems.some((one) => one.kind === 'usage') ? 'usage' : 'finding';
  throw new Problem(kind, problems.map(({ message }) => message).join('\n'));
}

function claimsFile(report: string): string {
  return `content/${report}/claims.yaml`;
}

function claimsText(report: string, { content }: Roots): string {
  const file = join(content, report, 'claims.yaml');
  return existsSync(file) ? readText(file, claimsFile(report)) : '';
}
