import { describe, expect, it } from 'vitest';
import { statedMeasureSchema } from '../../../src/quantity/measure.ts';
import { peakProcess, peakTree } from '../../../src/scenario/define.ts';
import { twofoldRow } from '../../../src/present/verdicts/twofold-row.ts';
import type { VerdictRow } from '../../../src/present/verdicts/row.ts';

const tree = statedMeasureSchema.parse(peakTree({ matters: '5%' }));
const process = statedMeasureSchema.parse(peakProcess({ matters: '5%' }));
const head = { caseId: 'memory/100', title: 'Hold', as: 'memory', section: 'm', runs: '9 + 9' };

type Ahead = Extract<VerdictRow, { state: 'ahead' }>;
const ahead = (side: Ahead['side'], changes: Partial<Ahead> = {}): Ahead => {
  const [larger, smaller] = side === 'subject' ? ['threads', 'tasks'] : ['tasks', 'threads'];
  return {
    ...head,
    state: 'ahead',
    side,
    winner: { contestant: smaller, label: smaller, slot: 1 },
    mattering: 'shown',
    openWords: '',
    words: {
      larger,
      smaller,
      verb: 'needs',
      amount: '2.00 times as much',
      link: 'as',
      interval: '1.9–2.1',
    },
    ratio: null,
    matters: 1.05,
    ...changes,
  };
};
const tie: Extract<VerdictRow, { state: 'tie' | 'undecided' }> = {
  ...head,
  state: 'tie',
  isSame: true,
  chip: 'no difference that matters',
  interval: '0.99–1.01',
  ratio: null,
  matters: 1.05,
};
const row = (first: VerdictRow, second: VerdictRow): VerdictRow =>
  twofoldRow({ row: first, measure: tree }, { row: second, measure: process });

describe('a row by two measures', () => {
  it('has the leader of both, and says what the second measure says', () => {
    expect(row(ahead('subject'), ahead('subject'))).toMatchObject({
      state: 'ahead',
      side: 'subject',
      mattering: 'shown',
      also: '2.00 times as much by the largest process alone',
    });
  });

  it('leaves open whether the lead matters where one of them does', () => {
    const open = ahead('subject', { mattering: 'open', openWords: 'open whether it matters' });
    expect(row(ahead('subject'), open)).toMatchObject({
      mattering: 'open',
      openWords: 'open whether it matters',
    });
  });

  it('has no leader where they name different ones, or one names none: both are told', () => {
    const chip = 'depends on how peak memory is counted';
    const told = 'threads needs 2.00 times as much by the whole tree; ';
    expect(row(ahead('subject'), ahead('others'))).toMatchObject({
      state: 'tie',
      chip,
      also: `${told}tasks needs 2.00 times as much by the largest process alone`,
    });
    expect(row(ahead('subject'), tie)).toMatchObject({
      state: 'tie',
      chip,
      also: `${told}no difference that matters by the largest process alone`,
    });
  });

  it('is what both are where neither names a leader, and what one can not decide', () => {
    expect(row(tie, tie)).toEqual(tie);
    expect(row(tie, { ...tie, isSame: false })).toEqual({ ...tie, isSame: false });
    const undecided: VerdictRow = { ...tie, state: 'undecided', chip: 'not decided: 3 rounds' };
    expect(row(ahead('subject'), undecided)).toBe(undecided);
  });
});
