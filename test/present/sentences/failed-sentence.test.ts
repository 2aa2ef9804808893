import { describe, expect, it } from 'vitest';
import type { MeasuredCase } from '../../../src/present/document.ts';
import { answerSentence, answerText } from '../../../src/present/sentences/answer.ts';
import { failedSentence } from '../../../src/present/sentences/failed-sentence.ts';
import type { InventedCase } from '../../fixtures/ranked-session.ts';
import { rankedView } from '../ranked-sample.ts';

const sizes = (...stopped: readonly string[]): InventedCase[] =>
  [10, 20].map((requests) => ({
    id: `count/${requests}`,
    parameters: { requests },
    contestants: Object.fromEntries(
      ['amber', 'birch', 'cedar', 'dogwood'].map((id, index) => {
        const isStopped = stopped.includes(id) || stopped.includes(`${id} ${requests}`);
        return [id, { wallMs: 10 * (index + 1), ...(isStopped && { stopped: 'all' as const }) }];
      }),
    ),
  }));
const answer = [
  { words: 'when they count', over: { scenario: 'count', measure: 'wall' }, rows: [] },
];
const told = (...stopped: readonly string[]): string =>
  answerText(failedSentence(rankedView(sizes(...stopped), { answer })));

describe('who failed of those that the sentence under the title compares', () => {
  it('is nobody where all runs count', () => {
    expect(told()).toBe('');
  });

  it('is named, and stands after who is first then', () => {
    expect(told('amber')).toBe('Of those compared, amber did not finish.');
    const view = rankedView(sizes('amber'), { answer });
    expect(answerText(answerSentence(view))).toBe(
      'When they count, birch is first. Of those compared, amber did not finish.',
    );
  });

  it('is nobody of whom a larger size is the end alone', () => {
    expect(told('amber 20')).toBe('');
  });

  it('is named with the case where it failed in some of them alone', () => {
    const view = rankedView(sizes(), { answer });
    const aCase = view.cases.get('count/20') as MeasuredCase;
    const contestants = aCase.result.contestants.map((one) =>
      one.id === 'cedar' ? { ...one, finished: 0, outcomes: { 'wrong-answer': 21 } } : one,
    );
    const wrong = { ...aCase, result: { ...aCase.result, contestants } };
    const cases = new Map([...view.cases, ['count/20', wrong] as const]);
    expect(answerText(failedSentence({ ...view, cases }))).toBe(
      'Of those compared, cedar gave a wrong answer in “count/20”.',
    );
  });

  it('is counted where there are many', () => {
    expect(told('amber', 'birch', 'cedar')).toBe('Of those compared, 3 failed in some runs.');
  });
});
