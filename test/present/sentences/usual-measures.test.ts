import { describe, expect, it } from 'vitest';
import type { Comparison, Estimate, Verdict } from '../../../src/analyse/types.ts';
import type { MeasuredEvidence } from '../../../src/claims/evidence.ts';
import { bestClause } from '../../../src/present/sentences/best-clause.ts';
import { toldClause } from '../../../src/present/sentences/compare-clause.ts';
import { textOf } from '../../../src/present/sentences/pieces.ts';
import { valueClause } from '../../../src/present/sentences/single-clause.ts';
import {
  betterOf,
  statedMeasureSchema,
  type StatedMeasure,
} from '../../../src/quantity/measure.ts';
import {
  binarySize,
  buildTime,
  checked,
  cpuTime,
  outputSize,
  peakTree,
  perUnit,
  rate,
  wall,
} from '../../../src/scenario/define.ts';
import { race } from '../../claims/build.ts';

const matters = '2%';
const measures: Readonly<Record<string, StatedMeasure>> = {
  wall: wall({ matters }),
  peakTree: peakTree({ matters }),
  perUnit: perUnit(cpuTime(), { id: 'each', by: 'workers', noun: 'worker', matters }),
  rate: rate({ id: 'speed', title: 'Speed', of: 'lines', noun: 'lines', matters }),
  outputSize: outputSize({ matters }),
  binarySize: binarySize({ matters }),
  buildTime: buildTime({ matters }),
  text: checked('text', { title: 'Text', unit: 'bytes', noun: 'compressed text', matters }),
  entries: checked('entries', { title: 'Entries', unit: 'count', noun: 'entries', matters }),
};

const wording = {
  form: 'short',
  here: false,
  markOf: (id: string) => ({ contestant: id, label: id, slot: 1 as const }),
} as const;
const estimate = (point: number, lower: number, upper: number): Estimate => ({
  point,
  lower,
  upper,
  level: 0.99,
  n: 21,
});

/** Every kind of sentence about a measure, with # for numbers. */
function sentences(stated: StatedMeasure): Readonly<Record<string, string>> {
  const measure = statedMeasureSchema.parse(stated);
  const found = race({ first: 100, second: 147, third: 200 }).cases.get('io/100');
  const measured = found as MeasuredEvidence;
  const place = { ...measured, definition: { ...measured.definition, measures: [measure] } };
  const of = (point: number, lower: number, upper: number): Comparison => ({
    measure: measure.id,
    a: 'first',
    b: 'second',
    ratio: estimate(point, lower, upper),
    difference: estimate(5e6, 4e6, 6e6),
    pairs: 21,
    voidPairs: 0,
    blocks: [],
    verdict: { kind: 'same' },
  });
  const told = (verdict: Exclude<Verdict, { kind: 'not decided' }>, comparison: Comparison) =>
    textOf(toldClause({ place, measure, a: 'first', b: 'second', verdict, comparison }, wording));
  const isMore = betterOf(measure) === 'more';
  const best = {
    kind: 'best',
    place,
    measure,
    best: { kind: 'best', ids: ['first'], alone: true, open: [] },
    rivals: ['first', 'second', 'third'],
    notRun: [],
    next: { id: 'second', comparison: isMore ? of(1.5, 1.4, 1.6) : of(0.6, 0.5, 0.7) },
  } as const;
  const value = { kind: 'value', place, measure, of: 'first', estimate: estimate(5e6, 4e6, 6e6) };
  const said = {
    more: told({ kind: 'more', matters: 'shown' }, of(1.5, 1.4, 1.6)),
    same: told({ kind: 'same' }, of(1, 0.99, 1.01)),
    even: told({ kind: 'no difference shown', because: 'interval' }, of(1.1, 0.9, 1.2)),
    best: textOf(bestClause(best, wording)),
    value: textOf(valueClause(value as never, wording)),
  };
  return Object.fromEntries(
    Object.entries(said).map(([kind, text]) => [
      kind,
      text
        .replace(/ \([^)]*\)/g, '')
        .replaceAll('\u00a0', ' ')
        .replace(/\d[\d.\u202f]*/g, '#'),
    ]),
  );
}

/** "first takes # times as long as second", and so on: each kind in the words of one measure. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wall: {
    more: 'first takes # times as long as second',
    same: 'first and second take the same time, to within #%',
    even: "first and second can't be told apart by time",
    best: 'first takes the least time of # contestants: second, next, takes # times as long',
    value: 'first takes # ms',
  },
  peakTree: {
    more: 'first needs # times as much peak memory as second, counting the whole tree',
    same: 'first and second need the same peak memory, counting the whole tree, to within #%',
    even: "first and second can't be told apart by peak memory, counting the whole tree",
    best: 'first needs the least peak memory of # contestants, counting the whole tree: second, next, needs # times as much',
    value: 'first needs # MB of peak memory, counting the whole tree',
  },
  perUnit: {
    more: 'first takes # times as much CPU time per worker as second',
    same: 'first and second take the same CPU time per worker, to within #%',
    even: "first and second can't be told apart by CPU time per worker",
    best: 'first takes the least CPU time per worker of # contestants: second, next, takes # times as much',
    value: 'first takes # ms of CPU time per worker',
  },
  rate: {
    more: 'first does # times as many lines per second as second',
    same: 'first and second do equally many lines per second, to within #%',
    even: "first and second can't be told apart by lines per second",
    best: 'first does the most lines per second of # contestants: # times as many as second, next',
    value: 'first does # lines per second',
  },
  outputSize: {
    more: 'first writes # times as much output as second',
    same: 'first and second write the same amount of output, to within #%',
    even: "first and second can't be told apart by amount of output",
    best: 'first writes the least amount of output of # contestants: second, next, writes # times as much',
    value: 'first writes # MB of output',
  },
  binarySize: {
    more: 'first needs # times as much disk space as second',
    same: 'first and second need the same disk space, to within #%',
    even: "first and second can't be told apart by disk space",
    best: 'first needs the least disk space of # contestants: second, next, needs # times as much',
    value: 'first needs # MB of disk space',
  },
  buildTime: {
    more: 'first takes # times as long as second to build',
    same: 'first and second take the same time to build, to within #%',
    even: "first and second can't be told apart by time to build",
    best: 'first takes the least time of # contestants to build: second, next, takes # times as long',
    value: 'first takes # ms to build',
  },
  text: {
    more: 'first has # times as much compressed text as second',
    same: 'first and second have the same amount of compressed text, to within #%',
    even: "first and second can't be told apart by amount of compressed text",
    best: 'first has the least amount of compressed text of # contestants: second, next, has # times as much',
    value: 'first has # MB of compressed text',
  },
  entries: {
    more: 'first has # times as many entries as second',
    same: 'first and second have equally many entries, to within #%',
    even: "first and second can't be told apart by number of entries",
    best: 'first has the fewest entries of # contestants: second, next, has # times as many',
    value: 'first has # entries',
  },
};

describe('every sentence about a usual measure', () => {
  it.each(Object.entries(measures))('%s', (name, measure) => {
    expect(sentences(measure)).toEqual(expected[name]);
  });
});
