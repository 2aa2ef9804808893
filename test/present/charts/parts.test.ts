import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLooks, type MarkCandidate } from '../../../src/present/charts/assign-marks.ts';
import { linearAxis, logAxis, needsLog, toPixel } from '../../../src/present/charts/axis.ts';
import { findPlace, overlap, stack } from '../../../src/present/charts/boxes.ts';
import {
  checkMarks,
  glyphPath,
  nameBesideMark,
  shapeOf,
} from '../../../src/present/charts/marks.ts';
import { textWidth, wrapText } from '../../../src/present/charts/text-metrics.ts';
import { chooseScale } from '../../../src/quantity/units.ts';
import { mark } from './samples.ts';

const font = { size: 13, weight: 400 };

describe('textWidth', () => {
  it('adds up the table of Helvetica and leaves room for wider fonts', () => {
    // H 722, a 556, in 1/1000 of the size.
    expect(textWidth('Ha', { size: 100, weight: 400 })).toBeCloseTo(127.8 * 1.18, 6);
    expect(textWidth('Ha', { size: 100, weight: 650 })).toBeCloseTo(127.8 * 1.18 * 1.12, 6);
    expect(textWidth('', font)).toBe(0);
  });

  it('is no less than that of any letter in DejaVu Sans, the widest of the usual fonts', () => {
    // Advance widths of DejaVu Sans Bold 2.37, in 1/1000 of the size.
    const letters = 'abcdefghijklmnopqrstuvwxyz0().:,-×+';
    const bold = [
      675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493,
      595, 478, 712, 652, 924, 645, 652, 582, 696, 457, 457, 380, 400, 380, 415, 838, 838,
    ];
    for (const [i, letter] of [...letters].entries())
      expect(textWidth(letter, { size: 1000, weight: 600 }), letter).toBeGreaterThan(bold[i]! - 2);
  });
});

describe('wrapText', () => {
  it('breaks after spaces and hyphens', () => {
    expect(wrapText('alpha-beta gamma', textWidth('alpha-be', font), font)).toEqual([
      'alpha-',
      'beta',
      'gamma',
    ]);
  });

  it('breaks a word only where it is wider than a line', () => {
    const lines = wrapText('incomprehensibilities', textWidth('incompre', font), font);
    expect(lines.join('')).toBe('incomprehensibilities');
    expect(lines.length).toBeGreaterThan(1);
  });

  it('ends what is too long for its lines in an ellipsis', () => {
    const [only = '', ...more] = wrapText('one two three', textWidth('one two', font), font, 1);
    expect(more).toEqual([]);
    expect(only).toMatch(/^one.*…$/);
  });

  it('never exceeds the width and loses no letter', () => {
    const text = fc.stringMatching(/^[a-z]{1,12}([ -][a-z]{1,12}){0,6}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), (whole, width) => {
        const lines = wrapText(whole, width, font);
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
    );
  });
});

describe('axes', () => {
  it('turn logarithmic above twenty times, for positive values only', () => {
    expect(needsLog([1, 20])).toBe(false);
    expect(needsLog([1, 21])).toBe(true);
    expect(needsLog([0, 21])).toBe(false);
    expect(needsLog([])).toBe(false);
  });

  it('label round numbers from 0 on a linear axis', () => {
    const axis = linearAxis([30e6, 420e6], [0, 400], chooseScale([30e6], 'ns'));
    expect(axis.ticks.map((tick) => tick.label)).toEqual(['0', '100', '200', '300', '400']);
    expect(toPixel(axis, 0)).toBe(0);
  });

  it('label with units on a log axis', () => {
    const axis = logAxis([14e6, 1.1e9], [0, 400], 'bytes');
    const labels = axis.ticks.map((tick) => tick.label);
    expect(labels).toEqual(expect.arrayContaining(['100\u00a0MB', '1\u00a0GB']));
    expect(toPixel(axis, axis.domain[1])).toBeCloseTo(400, 6);
  });

  it('hold all values and order their ticks, whatever the values', () => {
    const value = fc.double({ min: 1e-3, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        for (const axis of [
          linearAxis(values, [10, 300], chooseScale(values, 'ns')),
          logAxis(values, [10, 300], 'ns'),
        ]) {
          for (const each of values) {
            expect(toPixel(axis, each)).toBeGreaterThanOrEqual(10 - 1e-6);
            expect(toPixel(axis, each)).toBeLessThanOrEqual(300 + 1e-6);
          }
          expect(axis.ticks.length).toBeGreaterThan(0);
          expect(new Set(axis.ticks.map((tick) => tick.label)).size).toBe(axis.ticks.length);
        }
      }),
    );
  });
});

describe('stack', () => {
  it('leaves boxes that are apart where they want to be', () => {
    const boxes = [
      { wanted: 10, height: 16 },
      { wanted: 50, height: 16 },
    ];
    expect(stack(boxes, 0, 100)).toEqual([10, 50]);
  });

  it('lets boxes that collide share the push', () => {
    const boxes = [
      { wanted: 40, height: 20 },
      { wanted: 40, height: 20 },
    ];
    expect(stack(boxes, 0, 100)).toEqual([30, 50]);
  });

  it('keeps any boxes in order and apart, and inside where they fit', () => {
    const box = fc.record({
      wanted: fc.integer({ min: -50, max: 350 }),
      height: fc.integer({ min: 5, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), (boxes) => {
        const sorted = [...boxes].sort((a, b) => a.wanted - b.wanted);
        const tops = stack(sorted, 0, 300);
        let free = 0;
        for (const [i, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(free - 1e-9);
          free = top + (sorted[i]?.height ?? 0);
        }
        expect(free).toBeLessThanOrEqual(300 + 1e-9);
      }),
    );
  });
});

describe('findPlace', () => {
  const area = { left: 0, right: 100, top: 0, bottom: 100 };
  const size = { width: 20, height: 10 };

  it('takes the free place nearest to the anchor', () => {
    const taken = [{ left: 40, right: 60, top: 40, bottom: 60 }];
    const place = findPlace(size, { x: 50, y: 50 }, area, taken, []);
    expect(place).toBeDefined();
    const { x = 0, y = 0 } = place ?? {};
    expect(overlap({ left: x, right: x + 20, top: y, bottom: y + 10 }, area)).toBe(true);
    expect(
      taken.some((box) => overlap(box, { left: x, right: x + 20, top: y, bottom: y + 10 })),
    ).toBe(false);
  });

  it('finds none where all is taken', () => {
    expect(findPlace(size, { x: 0, y: 0 }, area, [area], [])).toBeUndefined();
  });
});

describe('marks', () => {
  it('differ in colour and shape by slot', () => {
    const slots = [1, 2, 3, 4, 5, 6] as const;
    const shapes = slots.map((slot) => shapeOf(mark('any', slot)));
    const glyphs = slots.map((slot) => glyphPath(mark('any', slot)));
    expect(new Set(shapes).size).toBe(6);
    expect(new Set(glyphs).size).toBe(6);
  });

  it('of the front matter are as it says, but for a number where two would be the same', () => {
    const looks = assignLooks(
      [
        { id: 'a', slot: 3, hollow: false },
        { id: 'b', slot: 3, hollow: true },
        { id: 'c', slot: 3, hollow: false },
        { id: 'd', slot: 3, hollow: false },
      ],
      [candidate('a'), candidate('c')],
    );
    expect([...looks]).toEqual([
      ['a', { slot: 3, hollow: false }],
      ['b', { slot: 3, hollow: true }],
      ['c', { slot: 3, hollow: false, number: 2 }],
      ['d', { slot: 3, hollow: false, number: 3 }],
    ]);
  });

  it('of the others are what is left: the outlined form of its kin for a variant', () => {
    const looks = assignLooks(
      [{ id: 'a', slot: 2, hollow: false }],
      [
        candidate('a', 'one'),
        candidate('a-tuned', 'one', true),
        candidate('b', 'two'),
        candidate('c-tuned', 'three', true),
      ],
    );
    expect(looks.get('b')).toEqual({ slot: 1, hollow: false });
    expect(looks.get('a-tuned')).toEqual({ slot: 2, hollow: true });
    expect(looks.get('c-tuned')).toEqual({ slot: 3, hollow: false });
  });

  it('never run out: no two of any number of contestants look the same', () => {
    const many = Array.from({ length: 40 }, (_, i) => candidate(`id-${i}`, 'one', i % 3 === 0));
    const looks = [...assignLooks([], many)];
    expect(looks.slice(0, 12).map(([, look]) => look.number)).toEqual(Array(12).fill(undefined));
    const marks = looks.map(([id, look]) => ({ contestant: id, label: id, ...look }));
    expect(marks).toHaveLength(40);
    expect(() => checkMarks('chart', marks)).not.toThrow();
    expect(nameBesideMark(marks[12]!)).toBe(`2\u00a0${marks[12]!.label}`);
    expect(() => checkMarks('chart', [...marks, { ...marks[0]!, contestant: 'x' }])).toThrow(
      /id-1 and x would look the same \(slot 1 filled\)/,
    );
  });
});

function candidate(id: string, runtime = 'one', tuned = false): MarkCandidate {
  return { id, runtime, tuned };
}
