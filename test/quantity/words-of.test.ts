import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasWords, wordsOf } from '../../src/quantity/words-of.ts';
import { timeWords } from '../../src/quantity/words.ts';
import { listSessions, readSessionFile } from '../../src/store/read.ts';

/** A session as it was written before measures had words. */
const frozen = join(import.meta.dirname, '..', 'fixtures', 'schema-1');
const [folder] = listSessions(frozen);
const measures = readSessionFile(folder!).cases.flatMap((aCase) => aCase.measures);

describe('a measure of before measures had words', () => {
  it('is one of a session that has none', () => {
    expect(measures.length).toBeGreaterThan(0);
    for (const { words } of measures) expect(words).toBeUndefined();
  });

  it.each([
    ['wall', 'less'],
    ['cpuTime', 'less CPU time'],
  ])('%s has the words that its source suggests: "%s"', (id, less) => {
    const measure = measures.find((one) => one.id === id)!;
    expect(wordsOf(measure, measures).less).toBe(less);
  });

  it('that remains above the floor is called after its title', () => {
    const title = 'Time beyond the waiting';
    const { less } = wordsOf({ id: 'overhead', title, unit: 'ns', source: { from: 'floor' } });
    expect(less).toBe('less beyond the waiting');
  });

  it.each([
    [{ from: 'program' }, 'Until all are back', 'takes', ' until all are back'],
    [{ from: 'program' }, 'Time to first byte', 'takes', ''],
    [{ from: 'quotient', of: 'wall', by: 'workers' }, 'Each', 'takes', ', per worker'],
  ] as const)('from %o with the title "%s" goes on as "%s … %s"', (source, title, verb, after) => {
    const wall = { id: 'wall', title: 'Wall', unit: 'ns', source: { from: 'launcher' } } as const;
    const words = wordsOf({ id: 'own', title, unit: 'ns', source }, [wall]);
    expect(words.verb.one).toBe(verb);
    expect(words.after).toBe(after);
  });
});

describe('a measure has words', () => {
  const own = { id: 'own', title: 'Serving all requests', unit: 'ns' } as const;

  it.each([
    ['its own', { ...own, source: { from: 'program' as const }, words: timeWords }, true],
    ['those of the launcher', { ...own, source: { from: 'launcher' as const } }, true],
    ['those of a floor', { ...own, source: { from: 'floor' as const } }, true],
    [
      'its title’s',
      { ...own, title: 'Until all is served', source: { from: 'program' as const } },
      true,
    ],
    ['none, of a program', { ...own, source: { from: 'program' as const } }, false],
    [
      'none, of a quotient',
      { ...own, source: { from: 'quotient' as const, of: 'wall', by: 'requests' } },
      false,
    ],
  ])('%s', (_, measure, expected) => {
    expect(hasWords(measure)).toBe(expected);
  });
});
