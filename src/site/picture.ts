/** A picture's SVG as PNG: the same bytes for the same runs, whatever fonts a machine has. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { picturePath, type DocumentView } from '../present/document.ts';
import type { Typeface } from '../present/picture/fit.ts';
import { verdictPicture } from '../present/picture/verdict-picture.ts';
import tokens from '../styles/tokens.css?raw';
import { readAdvances } from './typeface.ts';

const require = createRequire(import.meta.url);
const regular = require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
const semibold = require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf');
const advances = { regular: readAdvances(regular), semibold: readAdvances(semibold) };

/** The picture's own font. */
export const inter: Typeface = {
  width(text, { size, weight }) {
    const own = weight < 600 ? advances.regular : advances.semibold;
    return (
      [...text].reduce((sum, letter) => sum + (own.get(letter.codePointAt(0)!) ?? 1), 0) * size
    );
  },
  has: (text) => [...text].every((letter) => advances.regular.has(letter.codePointAt(0)!)),
};

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
  const fontFiles = [regular, semibold];
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' };
  return new Uint8Array(new Resvg(withPaint(svg), { font }).render().asPng());
}

/** @throws Error for a variable that tokens.css doesn't have */
function withPaint(svg: string): string {
  return svg.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => {
    const value = new RegExp(`\\s${name}:\\s*([^;]+);`).exec(tokens)?.[1];
    if (value === undefined) throw new Error(`src/styles/tokens.css has no ${name}.`);
    return value;
  });
}
