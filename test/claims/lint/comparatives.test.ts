import { describe, expect, it } from 'vitest';
import {
  comparingWord,
  isOutright,
  type ComparingRule,
} from '../../../src/claims/lint/comparatives.ts';
import { harmless, openEnded, outright, phrases, plain, stillSaid } from './comparing-words.ts';

const rules = Object.keys(phrases) as ComparingRule[];
const each = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists).flatMap(([rule, list]) =>
    list.map((phrase): [ComparingRule, string] => [rule as ComparingRule, phrase]),
  );

describe('a word that compares', () => {
  it('is found whole, in small letters and in capitals', () => {
    for (const [rule, phrase] of [...each(phrases), ...each(openEnded)]) {
      expect(comparingWord(`Here ${phrase}, so.`, rule), phrase).toBe(phrase);
      const loud = phrase.toUpperCase();
      expect(comparingWord(`HERE ${loud}, SO.`, rule), loud).toBe(loud);
    }
  });

  it('is not found as part of a longer word', () => {
    for (const [rule, phrase] of [...each(phrases), ...each(openEnded)])
      expect(comparingWord(`here x${phrase} so`, rule), phrase).not.toBe(phrase);
    for (const [rule, phrase] of each(phrases))
      expect(comparingWord(`here ${phrase}x so`, rule), phrase).not.toBe(phrase);
  });

  it('is none where it says something else', () => {
    for (const text of [...harmless, ...plain])
      for (const rule of rules) {
        expect(comparingWord(`${text}, ${text}`, rule), text).toBeUndefined();
        expect(comparingWord(text.toUpperCase(), rule), text).toBeUndefined();
      }
  });

  it('is found behind one that says something else', () => {
    for (const text of harmless)
      expect(comparingWord(`${text}: faster`, 'comparative'), text).toBe('faster');
  });

  it.each(stillSaid)('of the kind %s is in %j: %s', (rule, text, word) => {
    expect(comparingWord(text, rule)).toBe(word);
  });
});

describe('a sentence that sets one thing against another outright', () => {
  it.each(outright.said)('is %j', (text) => {
    expect(isOutright(text)).toBe(true);
    expect(isOutright(text.toUpperCase())).toBe(true);
  });

  it.each(outright.unsaid)('is not %j', (text) => {
    expect(isOutright(text)).toBe(false);
  });
});
