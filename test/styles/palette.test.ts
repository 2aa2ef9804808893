import {
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  wcagContrast,
  type Color,
  type Rgb,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { readStyles, schemes, styleSheets, valueOf, type Tokens } from './tokens.ts';

/** WCAG 2.2, success criterion 1.4.3: text of any size. */
const TEXT_CONTRAST = 4.5;
/**
 * Smallest distance of two contestants in OKLab, whose lightness reaches from 0 to 1. Two
 * colours side by side are just told apart at about 0.02; small marks far apart need more.
 */
const PAIR_DISTANCE = 0.11;

const contestants = ['c1', 'c2', 'c3', 'c4'];
const reserve = ['c5', 'c6'];
const text = ['ink', 'ink-2', 'ink-3', 'signal', ...contestants, ...reserve];
/** "panel" lies under programs (whose comments are ink-3), the notice and rows without a verdict. */
const grounds = ['paper', 'panel'];
/** Inverted: the chip of what did not finish, the skip link, the number of a claim under the pointer. */
const inverted = ['ink-2', 'ink'];

const linear = converter('lrgb');
const distance = differenceEuclidean('oklab');
const sights = [
  ['usual sight', (color: Rgb) => color],
  ['protanopia', filterDeficiencyProt(1)],
  ['deuteranopia', filterDeficiencyDeuter(1)],
  ['tritanopia', filterDeficiencyTrit(1)],
] as const;

/**
 * How a colour looks to somebody. The matrices are those of Machado, Oliveira and Fernandes
 * (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
 * doi:10.1109/TVCG.2009.113, severity 1. They hold for linear light, which culori's filters
 * leave to the caller: so the linear values are passed as if they were encoded ones.
 */
function seen(hex: string, sight: (color: Rgb) => Rgb): Color {
  const { r, g, b } = linear(hex)!;
  const out = sight({ mode: 'rgb', r, g, b });
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return { mode: 'lrgb', r: clamp(out.r), g: clamp(out.g), b: clamp(out.b) };
}

/** Pairs of tokens whose contrast is too small, with the figure. */
function tooFaint(tokens: Tokens, front: readonly string[], back: readonly string[]): string[] {
  return front.flatMap((one) =>
    back.flatMap((ground) => {
      const contrast = wcagContrast(valueOf(tokens, one), valueOf(tokens, ground));
      return contrast < TEXT_CONTRAST ? [`--${one} on --${ground}: ${contrast.toFixed(2)}`] : [];
    }),
  );
}

describe.each(schemes)('the %s colours', (_, tokens) => {
  it('have a contrast of 4.5 in all text on each of its grounds', () => {
    expect(tooFaint(tokens, text, grounds)).toEqual([]);
    expect(tooFaint(tokens, ['paper'], inverted)).toEqual([]);
  });

  it("have a contrast of 4.5 in the chips, which are tinted with a contestant's colour", () => {
    const tint = Number.parseFloat(valueOf(tokens, 'tint')) / 100;
    for (const name of [...contestants, ...reserve]) {
      const own = valueOf(tokens, name);
      const ground = interpolate([valueOf(tokens, 'paper'), own], 'oklab')(tint);
      expect(wcagContrast(own, ground), name).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  });

  it.each(sights)('tell the four contestants apart to %s', (_sight, sight) => {
    const pairs = contestants.flatMap((one, i) =>
      contestants.slice(i + 1).map((other) => {
        const [a, b] = [one, other].map((name) => seen(valueOf(tokens, name), sight));
        return { pair: `${one} ${other}`, distance: distance(a!, b!) };
      }),
    );
    expect(pairs).toHaveLength(6);
    expect(pairs.filter((one) => one.distance < PAIR_DISTANCE)).toEqual([]);
  });
});

describe('the simulation of sight', () => {
  it('shows two lights of one luminance as one where the eye lacks a cone', () => {
    const confused = ['#d9412f', '#7a7a20'];
    const [red, olive] = confused.map((hex) => seen(hex, filterDeficiencyProt(1)));
    expect(distance(red!, olive!)).toBeLessThan(distance(confused[0]!, confused[1]!) / 2);
  });

  it('leaves grey as it is', () => {
    for (const [, sight] of sights)
      expect(distance(seen('#808080', sight), '#808080')).toBeLessThan(0.001);
  });
});

describe('the style sheets', () => {
  it('take all paint from tokens, but for the black and white of print', () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(/gi;
    const found = styleSheets()
      .filter((name) => name !== 'tokens.css')
      .flatMap((name) => (readStyles(name).match(literal) ?? []).map((one) => `${name}: ${one}`));
    expect(found.filter((one) => !/^print\.css: #(?:fff|000)$/.test(one))).toEqual([]);
  });

  it('use no colour for text but the tokens whose contrast is held', () => {
    const known = new Set([...text, 'paper', 'c']);
    const used = styleSheets().flatMap((name) =>
      [...readStyles(name).matchAll(/(?<![\w-])color:\s*var\(--([\w-]+)/g)].map(([, one]) => one!),
    );
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((one) => !known.has(one))).toEqual([]);
  });
});
