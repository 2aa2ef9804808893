import { describe, expect, it } from 'vitest';
import type { Comparison, Verdict } from '../../../src/analyse/types.ts';
import { invert } from '../../../src/analyse/verdict.ts';
import type { CaseView, DocumentView } from '../../../src/present/document.ts';
import type { AnswerTopic } from '../../../src/present/report.ts';
import { answerSentence, answerText } from '../../../src/present/sentences/answer.ts';
import { measured, referenceView } from '../sample.ts';

type End = 'less' | 'perhaps less' | 'more' | 'perhaps more' | 'none' | 'absent';

const verdicts: Readonly<Record<Exclude<End, 'absent'>, Verdict>> = {
  less: { kind: 'less', matters: 'shown' },
  'perhaps less': { kind: 'less', matters: 'open' },
  more: { kind: 'more', matters: 'shown' },
  'perhaps more': { kind: 'more', matters: 'open' },
  none: { kind: 'no difference shown', because: 'interval' },
};

/** The reference's io/100 under another name, with this verdict of the subject in every pair. */
function caseWith(id: string, end: End): CaseView {
  if (end === 'absent')
    return { state: 'absent', id, title: id, why: { kind: 'not-measured-yet' } };
  const original = measured(referenceView, 'io/100');
  const verdict = verdicts[end];
  const subjects = original.definition.contestants.filter((one) => one.runtime === 'duso');
  const isSubject = (name: string): boolean => subjects.some((one) => one.id === name);
  const comparisons = original.result.comparisons.map((one): Comparison => ({
    ...one,
    verdict: isSubject(one.a) ? verdict : invert(verdict),
  }));
  return { ...original, id, result: { ...original.result, comparisons } };
}

function sentence(ends: Readonly<Record<string, End>>, topics: readonly AnswerTopic[]): string {
  const cases = new Map(Object.entries(ends).map(([id, end]) => [id, caseWith(id, end)]));
  const view: DocumentView = {
    ...referenceView,
    cases,
    report: { ...referenceView.report, answer: [...topics] },
  };
  return answerText(answerSentence(view, 'Engine'));
}

const topic = (words: string, ...rows: readonly (readonly [string, string?])[]): AnswerTopic => ({
  words,
  rows: rows.map(([id, label]) => ({
    case: id,
    measure: 'wall',
    ...(label !== undefined && { with: label }),
  })),
});

describe('the sentence under the title', () => {
  const topics = [
    topic('while workers wait', ['a/1'], ['a/2']),
    topic('at start-up', ['b/1']),
    topic('when they compute', ['c/1']),
    topic('when they are held', ['d/1', '100'], ['d/2', 'thousands']),
  ];

  it('tells a lead that may not matter from one that does', () => {
    const ends = { 'a/1': 'less', 'a/2': 'less', 'b/1': 'perhaps less', 'c/1': 'more' } as const;
    expect(sentence({ ...ends, 'd/1': 'perhaps more', 'd/2': 'more' }, topics)).toBe(
      'Engine is ahead while workers wait, ahead by what may not matter at start-up, and behind when they compute. ' +
        'When they are held, it is behind with thousands and behind by what may not matter with 100.',
    );
  });

  it('gathers the topics by how they end, and tells sizes apart where they end otherwise', () => {
    const ends = { 'a/1': 'less', 'a/2': 'less', 'b/1': 'less', 'c/1': 'more' } as const;
    expect(sentence({ ...ends, 'd/1': 'less', 'd/2': 'more' }, topics)).toBe(
      'Engine is ahead while workers wait and at start-up, and behind when they compute. ' +
        'When they are held, it is ahead with 100 and behind with thousands.',
    );
  });

  it('turns with the verdicts', () => {
    const ends = { 'a/1': 'more', 'a/2': 'more', 'b/1': 'more', 'c/1': 'less' } as const;
    expect(sentence({ ...ends, 'd/1': 'more', 'd/2': 'more' }, topics)).toBe(
      'Engine is ahead when they compute, and behind while workers wait, at start-up and when they are held.',
    );
  });

  it('says what has no verdict and what was not measured', () => {
    const ends = { 'a/1': 'absent', 'a/2': 'absent', 'b/1': 'none' } as const;
    expect(sentence({ ...ends, 'c/1': 'less', 'd/1': 'less', 'd/2': 'absent' }, topics)).toBe(
      'Engine is ahead when they compute and when they are held, without a verdict at start-up, and not measured while workers wait. ' +
        '1 further case is not measured.',
    );
  });

  it('counts the cases where one size ends both ways', () => {
    const one = [topic('when they are held', ['d/1', '100'], ['d/2', '100'], ['d/3', 'thousands'])];
    expect(sentence({ 'd/1': 'less', 'd/2': 'more', 'd/3': 'absent' }, one)).toBe(
      'When they are held, Engine is ahead in 1 case and behind in 1 case. 1 further case is not measured.',
    );
  });

  it('puts one space between two mixed topics', () => {
    const two = [
      topic('while they wait', ['a/1', '10'], ['a/2', '20']),
      topic('at start-up', ['b/1', '10'], ['b/2', '20']),
    ];
    const ends = { 'a/1': 'less', 'a/2': 'more', 'b/1': 'more', 'b/2': 'less' } as const;
    expect(sentence(ends, two)).toBe(
      'While they wait, Engine is ahead with 10 and behind with 20. At start-up, it is ahead with 20 and behind with 10.',
    );
  });

  it('counts the cases where they have no words of their own, and names the subject once', () => {
    const mixed = [topic('while workers wait', ['a/1'], ['a/2'], ['a/3'])];
    expect(sentence({ 'a/1': 'less', 'a/2': 'more', 'a/3': 'less' }, mixed)).toBe(
      'While workers wait, Engine is ahead in 2 cases and behind in 1 case.',
    );
  });

  it('links each finding to a case that shows it', () => {
    const view: DocumentView = {
      ...referenceView,
      cases: new Map([
        ['d/1', caseWith('d/1', 'less')],
        ['d/2', caseWith('d/2', 'more')],
      ]),
      report: { ...referenceView.report, answer: [topics[3]!] },
    };
    const linked = answerSentence(view, 'Engine').flatMap(({ caseId }) => caseId ?? []);
    expect(linked).toEqual(['d/1', 'd/2']);
  });

  it('is empty where the report names no topics', () => {
    expect(sentence({}, [])).toBe('');
  });
});
