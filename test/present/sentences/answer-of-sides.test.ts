import { describe, expect, it } from 'vitest';
import type { Comparison, Verdict } from '../../../src/analyse/types.ts';
import { invert } from '../../../src/analyse/verdict.ts';
import type { CaseView, DocumentView, MeasuredCase } from '../../../src/present/document.ts';
import type { AnswerTopic } from '../../../src/present/report.ts';
import { answerText } from '../../../src/present/sentences/answer.ts';
import { answerOfSides } from '../../../src/present/sentences/answer-of-sides.ts';
import { measured, referenceView } from '../sample.ts';

const sides = { subject: 'duso', title: 'Engine', others: 'Motor' };

type End = 'less' | 'perhaps less' | 'more' | 'perhaps more' | 'none' | 'absent';

const verdicts: Readonly<Record<Exclude<End, 'absent'>, Verdict>> = {
  less: { kind: 'less', matters: 'shown' },
  'perhaps less': { kind: 'less', matters: 'open' },
  more: { kind: 'more', matters: 'shown' },
  'perhaps more': { kind: 'more', matters: 'open' },
  none: { kind: 'no difference shown', because: 'interval' },
};

/** The reference's io/100 under another name, with this verdict of the subject in every pair. */
function caseWith(id: string, end: End, size = Number(id.split('/')[1])): CaseView {
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
  const parameters = { ...original.definition.parameters, workers: size };
  const definition = { ...original.definition, parameters };
  return { ...original, id, title: id, definition, result: { ...original.result, comparisons } };
}

function sentence(ends: Readonly<Record<string, End>>, topics: readonly AnswerTopic[]): string {
  const cases = new Map(Object.entries(ends).map(([id, end]) => [id, caseWith(id, end)]));
  const view: DocumentView = {
    ...referenceView,
    cases,
    report: { ...referenceView.report, answer: [...topics] },
  };
  return answerText(answerOfSides(view, sides));
}

/** A topic over these cases. */
const topic = (words: string, ...rows: readonly string[]): AnswerTopic => ({
  words,
  rows: rows.map((id) => ({ case: id, measure: 'wall' })),
});

/** A topic over all sizes of a scenario. */
const over = (words: string, scenario: string): AnswerTopic => ({
  words,
  over: { scenario, measure: 'wall' },
  rows: [],
});

describe('the sentence under the title', () => {
  const topics = [
    topic('while workers wait', 'a/1', 'a/2'),
    topic('at start-up', 'b/1'),
    topic('when they compute', 'c/1'),
    over('when they are held', 'd'),
  ];

  it('tells a lead that may not matter from one that does', () => {
    const ends = { 'a/1': 'less', 'a/2': 'less', 'b/1': 'perhaps less', 'c/1': 'more' } as const;
    expect(sentence({ ...ends, 'd/1': 'perhaps more', 'd/2': 'more' }, topics)).toBe(
      'Engine is ahead while workers wait, ahead by what may not matter at start-up, and behind when they compute. ' +
        'When they are held, it is behind by what may not matter with 1 worker and behind with 2.',
    );
  });

  it('gathers the topics by how they end, and tells sizes apart where they end otherwise', () => {
    const ends = { 'a/1': 'less', 'a/2': 'less', 'b/1': 'less', 'c/1': 'more' } as const;
    expect(sentence({ ...ends, 'd/1': 'less', 'd/2': 'more' }, topics)).toBe(
      'Engine is ahead while workers wait and at start-up, and behind when they compute. ' +
        'When they are held, it is ahead with 1 worker and behind with 2.',
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
      'Engine is ahead when they compute and when they are held, not shown to be ahead of Motor or behind at start-up, and not measured while workers wait. ' +
        '1 further case is not measured.',
    );
  });

  it('tells the sizes that end alike as stretches, from the smallest on', () => {
    const ends = {
      'd/10000': 'none',
      'd/10': 'less',
      'd/100': 'less',
      'd/500': 'less',
      'd/1000': 'more',
      'd/2000': 'more',
      'd/5000': 'less',
    } as const;
    const told = (some: Readonly<Record<string, End>>): string =>
      sentence(some, [over('when they are held', 'd')]);
    expect(told(ends)).toBe(
      'When they are held, Engine is ahead up to 500 workers, behind from 1000 to 2000, ahead with 5000 and not shown to be ahead of Motor or behind with 10\u202f000.',
    );
    expect(told({ 'd/10': 'more', 'd/100': 'less', 'd/500': 'less' })).toBe(
      'When they are held, Engine is behind with 10 workers and ahead from 100 on.',
    );
    expect(told({ 'd/10': 'less', 'd/100': 'less' })).toBe('Engine is ahead when they are held.');
  });

  it('leaves out a size at which all are tried only once', () => {
    const tried = caseWith('d/200', 'more') as MeasuredCase;
    const contestants = tried.definition.contestants.map((one) => ({ ...one, once: true }));
    const once = { ...tried, definition: { ...tried.definition, contestants } };
    const view: DocumentView = {
      ...referenceView,
      cases: new Map<string, CaseView>([
        ['d/100', caseWith('d/100', 'less')],
        ['d/200', once],
      ]),
      report: { ...referenceView.report, answer: [over('when they are held', 'd')] },
    };
    expect(answerText(answerOfSides(view, sides))).toBe('Engine is ahead when they are held.');
  });

  it('puts one space between two mixed topics', () => {
    const two = [over('while they wait', 'a'), over('at start-up', 'b')];
    const ends = { 'a/10': 'less', 'a/20': 'more', 'b/10': 'more', 'b/20': 'less' } as const;
    expect(sentence(ends, two)).toBe(
      'While they wait, Engine is ahead with 10 workers and behind with 20. At start-up, it is behind with 10 workers and ahead with 20.',
    );
  });

  it('names cases that are no sizes, counts more than three, and names the subject once', () => {
    const mixed = [topic('while workers wait', 'a/1', 'a/2', 'a/3')];
    expect(sentence({ 'a/1': 'less', 'a/2': 'more', 'a/3': 'less' }, mixed)).toBe(
      'While workers wait, Engine is ahead in “a/1” and “a/3” and behind in “a/2”.',
    );
    const many = [topic('while workers wait', 'a/1', 'a/2', 'a/3', 'a/4', 'a/5')];
    const four = { 'a/1': 'less', 'a/3': 'less', 'a/4': 'less', 'a/5': 'less' } as const;
    expect(sentence({ ...four, 'a/2': 'more' }, many)).toBe(
      'While workers wait, Engine is ahead in 4 cases and behind in “a/2”.',
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
    const linked = answerOfSides(view, sides).flatMap(({ caseId }) => caseId ?? []);
    expect(linked).toEqual(['d/1', 'd/2']);
  });

  it('is empty where the report names no topics', () => {
    expect(sentence({}, [])).toBe('');
  });
});
