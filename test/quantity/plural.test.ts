import { expect, it } from 'vitest';
import { pluralOf } from '../../src/quantity/plural.ts';

it.each([
  ['worker', 'workers'],
  ['copy', 'copies'],
  ['key', 'keys'],
  ['class', 'classes'],
  ['box', 'boxes'],
  ['batch', 'batches'],
  ['open file', 'open files'],
])('more than one %s are %s', (one, many) => {
  expect(pluralOf(one)).toBe(many);
});
