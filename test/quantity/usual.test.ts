import { describe, expect, it } from 'vitest';
import {
  hasFloor,
  isInside,
  isRemainder,
  statedMeasureSchema,
} from '../../src/quantity/measure.ts';
import {
  beyondFloor,
  coresBusy,
  cpuTime,
  peakProcess,
  peakTree,
  perUnit,
  rate,
  reported,
  wall,
} from '../../src/scenario/define.ts';
import { wordsOf } from '../../src/quantity/words-of.ts';

const answered = reported('allAnswered', {
  title: 'Until the last answer',
  until: 'until the end',
});
const stated = [
  wall({ matters: '2%' }),
  cpuTime({ matters: '2%' }),
  coresBusy(),
  peakTree({ matters: '5%' }),
  peakProcess({ matters: '5%' }),
  answered,
  beyondFloor({ beyond: 'beyond the waiting', of: 'allAnswered', matters: '50 ms' }),
  perUnit(cpuTime(), { id: 'cpuPerWorker', by: 'workers', noun: 'worker', matters: '2%' }),
  perUnit(answered, { id: 'perWorker', by: 'workers', noun: 'worker' }),
  rate({ id: 'speed', title: 'Lines per second', of: 'lines', noun: 'lines', matters: '5%' }),
  rate({
    id: 'served',
    title: 'Serving all requests',
    of: 'requests',
    noun: 'requests',
    verb: { one: 'serves', many: 'serve' },
    matters: '5%',
  }),
];
const measures = stated.map((one) => statedMeasureSchema.parse(one));
const find = (id: string) => measures.find((one) => one.id === id)!;
/** "takes 1.5 times <as long> as", the way a clause puts it together. */
const said = (id: string): string => {
  const { verb, as, object, after } = wordsOf(find(id), measures);
  return `a ${verb.one} 1.5 times ${`${as} ${object}`.trim()} as b${after}`;
};

describe('the usual measures', () => {
  it.each([
    ['wall', 'a takes 1.5 times as long as b'],
    ['cpuTime', 'a takes 1.5 times as much CPU time as b'],
    ['coresBusy', 'a keeps 1.5 times as many cores busy as b'],
    ['peakTree', 'a needs 1.5 times as much peak memory as b, counting the whole tree'],
    [
      'peakProcess',
      'a needs 1.5 times as much peak memory as b, counting the largest process alone',
    ],
    ['allAnswered', 'a takes 1.5 times as long as b until the end'],
    ['cpuPerWorker', 'a takes 1.5 times as much CPU time per worker as b'],
    ['perWorker', 'a takes 1.5 times as long as b until the end, per worker'],
    ['speed', 'a does 1.5 times as many lines per second as b'],
    ['served', 'a serves 1.5 times as many requests per second as b'],
  ])('%s: "%s"', (id, sentence) => {
    expect(said(id)).toBe(sentence);
  });

  it('are titled in words, also where they are divided by a count', () => {
    expect(find('cpuPerWorker').title).toBe('CPU time per worker');
    expect(find('perWorker').title).toBe('Until the last answer, per worker');
    expect(find('overhead').title).toBe('Time beyond the waiting');
  });

  it('state what matters in their own unit', () => {
    expect(find('overhead').matters).toEqual({ difference: 50e6 });
    expect(find('peakTree').matters).toEqual({ ratio: 1.05 });
    expect(find('coresBusy').matters).toBeUndefined();
  });

  it('say by whose clock a time was taken, and what is bounded by the floor', () => {
    const ids = (of: (one: (typeof measures)[number]) => boolean): string[] =>
      measures.filter(of).map(({ id }) => id);
    expect(ids((one) => isInside(one, measures))).toEqual(['allAnswered', 'overhead', 'perWorker']);
    expect(ids((one) => hasFloor(one, measures))).toEqual(['wall', 'allAnswered']);
    expect(ids(isRemainder)).toEqual(['overhead']);
  });
});
