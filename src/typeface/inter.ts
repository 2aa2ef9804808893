/** Inter, the typeface of the pages: how wide its letters are, in pictures and in charts. */
import { createRequire } from 'node:module';
import { readAdvances } from './true-type.ts';

const require = createRequire(import.meta.url);
/** TrueType files of two weights: what is drawn as a picture brings them along. */
export const interFiles = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  semibold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

const advances = {
  regular: readAdvances(interFiles.regular),
  semibold: readAdvances(interFiles.semibold),
};

export interface Font {
  /** In px. */
  readonly size: number;
  readonly weight: number;
}

/** A font whose letters are known. */
export interface Typeface {
  /** Width of a text in px; a letter that it hasn't is as wide as the size. */
  readonly width: (text: string, font: Font) => number;
  /** Whether it has a glyph for each letter of the text. */
  readonly has: (text: string) => boolean;
}

export const inter: Typeface = {
  width(text, { size, weight }) {
    const own = weight < 600 ? advances.regular : advances.semibold;
    const widthOf = (letter: string): number => own.get(letter.codePointAt(0)!) ?? 1;
    return [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;
  },
  has: (text) => [...text].every((letter) => advances.regular.has(letter.codePointAt(0)!)),
};
