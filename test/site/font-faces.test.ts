/** The page before its font is there and after: texts are about as wide, so that nothing jumps. */
import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../src/site/font-faces.ts';
import { inter } from '../../src/typeface/inter.ts';

describe('the typeface of the pages', () => {
  it('is loaded from where the page says, and shown as soon as it is there', () => {
    expect(fontFaces('../pictures/inter.woff2', 'signs.otf')).toMatch(
      /@font-face\{font-family:Inter;src:url\('\.\.\/pictures\/inter\.woff2'\)[^}]*font-display:swap\}/,
    );
  });

  it('has a stand-in that is as wide as it is in a usual text, to within two percent', () => {
    const factor =
      Number(/stand-in[^}]*size-adjust:([\d.]+)%/.exec(fontFaces('x', 'y'))?.[1]) / 100;
    // Arial's advance widths in 1/2048 of the size, by its own table: the letters of running text and the space.
    const arial: Readonly<Record<string, number>> = {
      ...{
        ' ': 569,
        a: 1139,
        b: 1139,
        c: 1024,
        d: 1139,
        e: 1139,
        f: 569,
        g: 1139,
        h: 1139,
        i: 455,
      },
      ...{ j: 455, k: 1024, l: 455, m: 1706, n: 1139, o: 1139, p: 1139, q: 1139, r: 682, s: 1024 },
      ...{ t: 569, u: 1139, v: 1024, w: 1479, x: 1024, y: 1024, z: 1024 },
    };
    const text =
      'what does it cost to run many workers at once it depends on what they do so this report asks it of workers that wait for a server';
    const widthInArial = [...text].reduce((sum, letter) => sum + arial[letter]!, 0) / 2048;
    const widthInInter = inter.width(text, { size: 1, weight: 400 });
    expect((widthInArial * factor) / widthInInter).toBeGreaterThan(0.98);
    expect((widthInArial * factor) / widthInInter).toBeLessThan(1.02);
  });
});
