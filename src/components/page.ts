import { relativeHref } from '../site/links.ts';

/** The path of a page that is served at any depth: its links begin at the base. */
export const ANYWHERE = '';

/** The address of a page below the base, as the page being drawn has to write it. */
export function href(astro: { readonly locals: App.Locals }, to: string): string {
  if (astro.locals.path !== ANYWHERE) return relativeHref(astro.locals.path, to);
  return import.meta.env.BASE_URL.replace(/\/$/, '') + to;
}

/** The address of a file that Astro has put somewhere below the base, written likewise. */
export function assetHref(astro: { readonly locals: App.Locals }, address: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return href(astro, address.startsWith(`${base}/`) ? address.slice(base.length) : address);
}

/** Prepares what the components of one page share. */
export function beginPage(
  locals: App.Locals,
  path: string,
  document?: App.Locals['document'],
): void {
  locals.path = path;
  locals.sections = [];
  locals.ids = new Set();
  if (document !== undefined) locals.document = document;
}

/** The document of the page, for components that the MDX uses. */
export function documentOf(astro: {
  readonly locals: App.Locals;
}): NonNullable<App.Locals['document']> {
  const { document } = astro.locals;
  if (document === undefined)
    throw new Error('This component belongs into a report: there is no document on this page.');
  return document;
}

/** An id that is used once on the page: a second one like it gets a number. */
export function uniqueId(locals: App.Locals, wanted: string): string {
  let id = wanted;
  for (let count = 2; locals.ids.has(id); count++) id = `${wanted}-${count}`;
  locals.ids.add(id);
  return id;
}

/** Whether something that stands once a page is asked for the first time. */
export function isFirstOfPage(locals: App.Locals, name: string): boolean {
  return uniqueId(locals, name) === name;
}
