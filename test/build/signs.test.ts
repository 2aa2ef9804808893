/** The committed font of signs is what its drawing makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import opentype from 'opentype.js';
import { describe, expect, it } from 'vitest';
import { SIGNS, signsFont } from '../../build/signs.ts';

const committed = join(import.meta.dirname, '../../src/typeface/signs.otf');

/** Outline and width of each sign; a font's file also holds the day that it was made. */
function drawingOf(bytes: Buffer): Record<string, unknown> {
  const font = opentype.parse(new Uint8Array(bytes).buffer);
  return Object.fromEntries(
    SIGNS.map((sign) => {
      const glyph = font.charToGlyph(sign);
      return [sign, [glyph.advanceWidth, glyph.path.toPathData(0)]];
    }),
  );
}

describe('the font of signs', () => {
  it('is the one that build/signs.ts draws; if not: npm run make:signs', () => {
    expect(drawingOf(readFileSync(committed))).toEqual(drawingOf(signsFont()));
  });

  it('draws each of its signs within its width, unlike each other', () => {
    const font = opentype.parse(new Uint8Array(readFileSync(committed)).buffer);
    const paths = SIGNS.map((sign) => {
      const glyph = font.charToGlyph(sign);
      const { x1, x2 } = glyph.getBoundingBox();
      expect(x1, sign).toBeGreaterThanOrEqual(0);
      expect(x2, sign).toBeLessThanOrEqual(glyph.advanceWidth ?? 0);
      expect(x2 - x1, sign).toBeGreaterThan(200);
      return glyph.path.toPathData(0);
    });
    expect(new Set(paths).size).toBe(SIGNS.length);
  });
});
