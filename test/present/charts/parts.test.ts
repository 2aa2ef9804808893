import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLooks, type MarkCandidate } from '../../../src/present/marks/assign.ts';
import {
  checkMarks,
  glyphPath,
  nameBesideMark,
  scalesOf,
} from '../../../src/present/marks/marks.ts';
import { stack } from '../../../src/present/charts/stack.ts';
import { mark } from './samples.ts';

describe('stack', () => {
  it('leaves boxes that are apart where they want to be', () => {
    expect(stack([10, 50], 16, 0, 100)).toEqual([10, 50]);
  });

  it('lets boxes that collide share the push', () => {
    expect(stack([40, 40], 20, 0, 100)).toEqual([30, 50]);
  });

  it('keeps any boxes in order and apart, and inside where they fit', () => {
    const wanted = fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 8 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 5, max: 30 }), (all, height) => {
        const tops = stack(
          [...all].sort((a, b) => a - b),
          height,
          0,
          300,
        );
        let free = 0;
        for (const top of tops) {
          expect(top).toBeGreaterThanOrEqual(free - 1e-9);
          free = top + height;
        }
        expect(free).toBeLessThanOrEqual(300 + 1e-9);
      }),
    );
  });
});

describe('marks', () => {
  it('differ in colour and shape by slot', () => {
    const slots = [1, 2, 3, 4, 5, 6] as const;
    const { shape, colour } = scalesOf(slots.map((slot) => mark(`any ${slot}`, slot)));
    const glyphs = slots.map((slot) => glyphPath(mark('any', slot)));
    expect(new Set(shape.range).size).toBe(6);
    expect(new Set(colour.range).size).toBe(6);
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

  it('are chosen in the order of the front matter where it names no slot', () => {
    const looks = assignLooks(
      [
        { id: 'c', hollow: false },
        { id: 'a', slot: 1, hollow: false },
        { id: 'unmeasured', hollow: false },
      ],
      [candidate('a'), candidate('b'), candidate('c')],
    );
    expect([...looks]).toEqual([
      ['a', { slot: 1, hollow: false }],
      ['c', { slot: 2, hollow: false }],
      ['b', { slot: 3, hollow: false }],
    ]);
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
