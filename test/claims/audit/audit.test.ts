import { expect, it } from 'vitest';
import { auditFigures } from '../../../src/claims/audit/audit.ts';
import type { PublishedFigure } from '../../../src/claims/published.ts';

const figure: PublishedFigure = { id: 'x', line: 1, section: 'S', quote: 'q' };
const audit = (fields: Partial<PublishedFigure>) =>
  auditFigures([{ ...figure, ...fields }], { cases: [], growth: [] })[0];

it('says of a figure without any way of testing that it is not tested', () => {
  expect(audit({})).toEqual({ figure, status: 'not tested' });
});

it('says of a contradiction without a test nothing more', () => {
  const { figure: _, ...said } = audit({ contradicts: 'y' })!;
  expect(said).toEqual({ status: 'contradicts itself' });
  expect(Object.keys(said)).toEqual(['status']);
});

it('needs the figure of a test that sets a figure beside a measurement', () => {
  const test = { as: 'value', in: 'io/1', of: 'a', on: 'wall' } as const;
  const why = 'The published figure "x" has no number to test.';
  expect(() => audit({ test })).toThrow(why);
  expect(() => audit({ test, figure: 'many' })).toThrow(why);
});
