import { describe, expect, it } from 'vitest';
import type { AnswerTopic } from '../../../src/present/report.ts';
import { answerText } from '../../../src/present/sentences/answer.ts';
import { answerOfRanking } from '../../../src/present/sentences/answer-of-ranking.ts';
import { inventedCases, type InventedCase } from '../../fixtures/ranked-session.ts';
import { rankedView } from '../ranked-sample.ts';

/** Sizes in which the first changes. */
const sizes = (times: Readonly<Record<number, Readonly<Record<string, number>>>>): InventedCase[] =>
  Object.entries(times).map(([size, medians]) => ({
    id: `count/${size}`,
    parameters: { requests: Number(size) },
    contestants: Object.fromEntries(
      Object.entries(medians).map(([id, wallMs]) => [id, { wallMs }]),
    ),
  }));
const told = (cases: readonly InventedCase[], answer: AnswerTopic[]): string =>
  answerText(
    answerOfRanking(rankedView(cases, { answer, cases: { 'gone/1': { title: 'Not measured' } } })),
  );
const over = (scenario: string, measure: string): AnswerTopic => ({
  words: 'when they count',
  over: { scenario, measure },
  rows: [],
});
const rows = (...cases: readonly string[]): AnswerTopic => ({
  words: 'when they search',
  rows: cases.map((id) => ({ case: id, measure: 'wall' })),
});

describe('the sentence under the title of a report without sides', () => {
  it('says who is first in a case, by how much, and how far away the next one is', () => {
    expect(told(sizes({ 10: { amber: 8.2, birch: 25.4 } }), [over('count', 'wall')])).toBe(
      'When they count, amber is first (8.20\u00a0ms); birch, next, takes 3.10 times as long.',
    );
  });

  it('says it in the words of a rate where more is better', () => {
    const text = told(sizes({ 10: { amber: 10, birch: 25 } }), [over('count', 'served')]);
    expect(text).toBe(
      'When they count, amber is first (1000\u00a0per\u00a0second); it serves 2.50 times as many requests per second as birch, next.',
    );
  });

  it('tells sizes that end alike together', () => {
    const cases = sizes({
      10: { amber: 10, birch: 20 },
      20: { amber: 20, birch: 40 },
      30: { amber: 30, birch: 15 },
    });
    expect(told(cases, [over('count', 'wall')])).toBe(
      'When they count, up to 20 requests amber is first; with 30 birch is first.',
    );
  });

  it('tells no value of cases that all end alike, since it has several', () => {
    const cases = sizes({ 10: { amber: 10, birch: 20 }, 20: { amber: 20, birch: 60 } });
    expect(told(cases, [over('count', 'wall')])).toBe('When they count, amber is first.');
  });

  it('names cases of several scenarios that end alike, and those that are not measured', () => {
    const answer = [rows('search/100', 'search/1000', 'serve/1000', 'gone/1')];
    expect(told(inventedCases, answer)).toMatch(
      /^When they search, in “search\/100” amber, birch and cedar are first .*; in “search\/1000” \w+ and \w+ are first, the same to within 2%; in “serve\/1000” amber is first\. 1 further case is not measured\.$/,
    );
  });

  it('leads to the runs of each case that it tells', () => {
    const view = rankedView(inventedCases, { answer: [rows('search/100', 'serve/1000')] });
    expect(answerOfRanking(view).flatMap(({ caseId }) => caseId ?? [])).toEqual([
      'search/100',
      'serve/1000',
    ]);
  });

  it('is empty where nothing of any topic was measured, and where there is no topic', () => {
    expect(told(inventedCases, [rows('gone/1')])).toBe('');
    expect(told(inventedCases, [])).toBe('');
  });
});
