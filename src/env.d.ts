/// <reference types="astro/client" />

declare namespace App {
  /** What the components of one page share while it is drawn. */
  interface Locals {
    /** Path of the page below the base: links are written relative to it. */
    path: string;
    /** The document that the page belongs to; absent on the front page. */
    document?: import('./present/document.ts').DocumentView;
    /** Sections in the order they were drawn: the table of contents. */
    sections: { id: string; title: string; isEvidence: boolean }[];
    /** Ids already given on this page, so that each is used once. */
    ids: Set<string>;
  }
}

/** Written by src/astro.ts: the MDX of content/ by its path there without the ending. */
declare module 'steelyard:texts' {
  export const texts: Readonly<
    Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>
  >;
}
