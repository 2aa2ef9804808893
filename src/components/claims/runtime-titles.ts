import type { DocumentView } from '../../present/document.ts';

/** Runtimes that the sessions of a document know, with the titles that people read. */
export function runtimeTitles(view: DocumentView): { id: string; title: string }[] {
  const all = view.sessions.flatMap((session) => session.runtimes);
  return [...new Map(all.map(({ id, title }) => [id, { id, title }])).values()];
}
