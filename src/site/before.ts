/** What a document is held against, to show what changed: the base of a pull request, or the session before. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../analyse/analyse.ts';
import type { DocumentView } from '../present/document.ts';
import type { Report } from '../present/report.ts';
import { readSession } from '../store/read.ts';
import { documentFromSession } from './document.ts';
import { readReport } from './reports.ts';
import { findPlaces, type Roots } from '../places.ts';
import { acceptedSessions } from './site.ts';
import type { AnalysedSession } from './stored.ts';

export interface Before {
  /**
   * - `base`: the same document before a pull request: every changed sentence and number counts
   * - `session`: the session accepted before: numbers always differ, so verdicts count
   */
  readonly kind: 'base' | 'session';
  readonly view: DocumentView;
  /** Where its claims are. */
  readonly roots: Roots;
}

const known = new WeakMap<DocumentView, Before | null>();

/**
 * What came before a document: `undefined` for the first accepted session, and for what this
 * machine measured.
 *
 * The base of a pull request is a folder with content/ and data/, named by STEELYARD_BEFORE.
 */
export function beforeOf(view: DocumentView, where: Roots = findPlaces()): Before | undefined {
  const cached = known.get(view);
  if (cached !== undefined) return cached ?? undefined;
  const found = findBefore(view, where);
  known.set(view, found ?? null);
  return found;
}

function findBefore(view: DocumentView, where: Roots): Before | undefined {
  if (view.place !== 'reference' && view.place !== 'earlier') return undefined;
  const base = process.env['STEELYARD_BEFORE'];
  if (base !== undefined && base !== '' && view.place === 'reference')
    return baseOf(view.report, resolve(base), where);
  return sessionBefore(view, where);
}

/** The document as the base has it; `undefined` where the base doesn't have it or has no reference. */
function baseOf({ id }: Report, base: string, { runners }: Roots): Before | undefined {
  const own: Roots = { content: join(base, 'content'), data: join(base, 'data'), runners };
  if (!existsSync(join(own.content, id, 'index.mdx'))) return undefined;
  const report = readReport(own.content, id);
  if (report.session === undefined) return undefined;
  const stored = readSession(join(own.data, 'sessions', report.session));
  const results = analyse(stored.session, stored.records);
  return { kind: 'base', view: viewOf(report, { ...stored, results }), roots: own };
}

function sessionBefore(view: DocumentView, where: Roots): Before | undefined {
  const id = view.sessions[0]?.id ?? '';
  const older = acceptedSessions(view.report, where.data).filter(({ session }) => session.id < id);
  const before = older.at(-1);
  return before && { kind: 'session', view: viewOf(view.report, before), roots: where };
}

function viewOf(report: Report, stored: AnalysedSession): DocumentView {
  const path = `/${report.id}/sessions/${stored.session.id}/`;
  return documentFromSession(report, 'earlier', path, stored);
}
