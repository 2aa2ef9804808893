/** A picture's SVG as PNG: the same bytes for the same runs, whatever fonts a machine has. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import tokens from '../styles/tokens.css?raw';

const require = createRequire(import.meta.url);
const fonts = [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
];

/** Draws an SVG whose paint is the pages' CSS variables, in their light values. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'Inter' };
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
