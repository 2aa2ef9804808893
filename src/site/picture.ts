/** A picture's SVG as PNG: the same bytes for the same runs, whatever fonts a machine has. */
import { Resvg } from '@resvg/resvg-js';
import { picturePath, type DocumentView } from '../present/document.ts';
import { verdictPicture } from '../present/picture/verdict-picture.ts';
import { inter, interFiles } from '../typeface/inter.ts';
import { withPaint } from './paint.ts';

/** By the cases of a document: its chapters and its runs are views of the same ones. */
const known = new WeakMap<DocumentView['cases'], string | undefined>();

/** The picture of a document as SVG; undefined for one that has none. */
export function pictureOf(view: DocumentView): string | undefined {
  if (picturePath(view) === undefined) return undefined;
  if (!known.has(view.cases)) known.set(view.cases, verdictPicture(view, inter));
  return known.get(view.cases);
}

/** Draws an SVG whose paint is the pages' CSS variables, in their light values. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const fontFiles = [interFiles.regular, interFiles.semibold];
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' };
  return new Uint8Array(new Resvg(withPaint(svg), { font }).render().asPng());
}
