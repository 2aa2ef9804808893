/** The figures of the text that this report tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPublished } from '../../../src/claims/lint/document.ts';
import { namesOf } from '../../../src/claims/lint/names.ts';
import { readPublished } from '../../../src/claims/published.ts';
import { numbersIn } from '../../../src/quantity/quantity.ts';
import { contextOf, lintedRunners } from '../../../src/site/prose.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'content', 'duso-vs-python');
const file = join(folder, 'published.yaml');
const document = readFileSync(join(folder, 'index.mdx'), 'utf8');
const names = namesOf(contextOf(document, await lintedRunners(join(root, 'runners'))));

describe('the published figures of the report', () => {
  const published = readPublished(file);

  it('are about sixty or more, each with its section, its quote and how it is tested', () => {
    expect(published.figures.length).toBeGreaterThanOrEqual(60);
    for (const figure of published.figures) {
      const { test, untestable, repeats, contradicts } = figure;
      expect(test ?? untestable ?? repeats ?? contradicts, figure.id).toBeDefined();
    }
  });

  it('have every number of theirs in the quote, and quote in few words', () => {
    for (const { id, quote, figure } of published.figures) {
      expect(quote.length, id).toBeLessThanOrEqual(140);
      expect(numbersIn(quote), id).toEqual(expect.arrayContaining(numbersIn(figure ?? '')));
    }
  });

  it('are explained without a sentence that only runs can support', () => {
    expect(lintPublished(readFileSync(file, 'utf8'), names)).toEqual([]);
  });

  it('are each tested once: no two of them by the same test', () => {
    const tests = published.figures.flatMap((one) =>
      one.test === undefined ? [] : [JSON.stringify([one.figure, one.test])],
    );
    expect(new Set(tests).size).toBe(tests.length);
  });

  it('have all outcomes within reach', () => {
    const kinds = new Set(
      published.figures.map((one) =>
        one.contradicts
          ? 'contradicts'
          : one.repeats
            ? 'repeats'
            : one.untestable
              ? 'untestable'
              : 'test',
      ),
    );
    expect([...kinds].sort()).toEqual(['contradicts', 'repeats', 'test', 'untestable']);
  });
});
