import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/claims/evidence.ts';
import { claimClause } from '../../../src/present/sentences/claim-clause.ts';
import { textOf } from '../../../src/present/sentences/pieces.ts';
import type { Wording } from '../../../src/present/sentences/wording.ts';
import { statedMeasureSchema } from '../../../src/quantity/measure.ts';
import { rate } from '../../../src/quantity/usual.ts';
import type { InvocationRecord } from '../../../src/store/record-schema.ts';
import type { SessionMeasure } from '../../../src/store/schema.ts';
import { aCase, around, contestant, peakTree, record, wall, walls } from '../../analyse/build.ts';
import { decided, evidence, race } from '../../claims/build.ts';

const wording = (form: Wording['form'] = 'whole', here = false): Wording => ({
  form,
  here,
  markOf: (id) => ({ contestant: id, label: id, slot: 1 }),
});

function say(line: string, from: Evidence, how = wording()): string {
  return textOf(claimClause(decided(line, from), how));
}

/** The sentence with # for each number and plain spaces, so that a test states its words. */
function shape(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/−?\d[\d.\u202f]*/g, '#');
}

/** Another pattern for each, so that ratios differ from round to round. */
function turned(values: number[], id: string): number[] {
  return id === 'first' ? values : [...values].reverse();
}

const three = race({ first: 100, second: 147, third: 147 });
const pair = '{in: io/100, compare: [first, second], on: wall}';

describe('a comparison by ratio', () => {
  it('is told from the larger side, with the machine and the interval', () => {
    expect(say(pair, three)).toMatch(
      /^second takes 1\.4\d+ times as long as first \(99% interval 1\.4\d+–1\.\d+; on 2 cores\)$/,
    );
    expect(say('{in: io/100, compare: [second, first], on: wall}', three)).toBe(say(pair, three));
  });

  it('leaves the machine out in the short form', () => {
    expect(shape(say(pair, three, wording('short')))).toBe(
      'second takes # times as long as first (#–#)',
    );
  });

  it('says "on 1 core" where there is one', () => {
    const { machine } = session1();
    expect(say(pair, race({ first: 1, second: 2, third: 3 }, {}, { machine }))).toContain(
      '; on 1 core)',
    );
  });

  it('names the best variant as such', () => {
    expect(
      shape(
        say(
          '{in: io/100, compare: [first, best of engine], on: wall}',
          race({ first: 100, second: 160, third: 147 }),
        ),
      ),
    ).toBe(
      'third, the best of Engine, takes # times as long as first (#% interval #–#; on # cores)',
    );
    expect(
      shape(
        say(
          '{in: io/100, compare: [first, best of engine], on: wall}',
          race({ first: 160, second: 300, third: 100 }),
        ),
      ),
    ).toBe(
      'first takes # times as long as third, the best of Engine (#% interval #–#; on # cores)',
    );
  });

  it('says that both take the same, to within what matters', () => {
    expect(shape(say('{in: io/100, compare: [second, third], on: wall}', three))).toMatch(
      /^(second and third|third and second) take the same time, to within #% \(ratio #, #% interval #–#; on # cores\)$/,
    );
  });

  it('says that no difference is shown', () => {
    const noisy = around(100, 10).map((one, index) => one * (index % 2 ? 1.2 : 0.8));
    const from = evidence(
      [aCase()],
      [...walls('first', noisy), ...walls('second', around(100, 10))],
    );
    expect(shape(say(pair, from))).toMatch(
      /^(first and second|second and first) can't be told apart by time \(ratio #% interval #–#; on # cores\)$/,
    );
  });

  it('says that it is open whether what is shown matters', () => {
    const close = around(100, 10);
    const from = evidence(
      [aCase({ measures: [{ ...wall, matters: { ratio: 1.1 } }] })],
      [
        ...walls('first', close),
        ...walls(
          'second',
          close.map((one, i) => one * (1.09 + (i % 3) / 100)),
        ),
      ],
    );
    const smaller = evidence(
      [aCase({ measures: [{ ...wall, matters: { ratio: 1.1 } }] })],
      [
        ...walls('first', close),
        ...walls(
          'second',
          close.map((one, i) => one * (i % 5 ? 1.08 : 1.2)),
        ),
      ],
    );
    expect(shape(say(pair, smaller))).toBe(
      'second takes # times as long as first (#% interval #–#; on # cores), and whether that matters (at least #%) is open',
    );
    expect(shape(say(pair, smaller, wording('short')))).toBe(
      'second takes # times as long as first (#–#), which may not matter',
    );
    expect(shape(say(pair, from))).toMatch(/^second takes # times as long as first/);
  });

  it('says that a difference does not hold in every block', () => {
    // Three blocks of seven rounds; in the last one, four rounds of seven go the other way.
    const seconds = Array.from({ length: 21 }, (_, index) => (index > 16 ? 99 : 150 + index));
    const runs = (id: string, values: readonly number[]) =>
      values.flatMap((value, index) =>
        walls(id, [value]).map((one) => ({
          ...one,
          block: Math.floor(index / 7) + 1,
          round: index + 1,
        })),
      );
    const hundreds = seconds.map(() => 100);
    const from = evidence(
      [aCase({ rounds: 21, blocks: 3 })],
      [...runs('first', hundreds), ...runs('second', seconds)],
    );
    expect(shape(say(pair, from))).toBe(
      'second and first show no difference in time, none that holds in every block (ratio #, #% interval #–#; on # cores)',
    );
  });

  it('always says who lost runs', () => {
    const from = evidence(
      [aCase()],
      [...walls('first', around(100, 10)), ...walls('second', [...around(147, 9), null])],
    );
    expect(shape(say(pair, from))).toMatch(
      /^second takes # times as long as first \((#% interval #–#; )?on # cores\); second finished # of # runs$/,
    );
  });

  it('gives no number where one side never finished', () => {
    const none = race({ first: 100, second: null, third: 147 });
    expect(say(pair, none)).toBe('first is ahead of second, which finished 0 of 10 runs');
  });
});

describe('a comparison by difference', () => {
  const start: SessionMeasure = { ...wall, matters: { difference: 1e6 } };
  const overhead: SessionMeasure = {
    id: 'overhead',
    title: 'Time beyond the waiting',
    unit: 'ns',
    source: { from: 'floor' },
    matters: { difference: 50e6 },
  };
  const floor = { measures: [overhead, wall], floorNs: 5e9 };
  const waiting = race({ first: 5030, second: 5230, third: 5232 }, floor);

  it('keeps the claim’s first side as its subject', () => {
    const by = race({ first: 4, second: 11, third: 11 }, { measures: [start] });
    expect(shape(say(pair, by))).toBe(
      'first takes # ms less than second (#% interval #–# ms; on # cores)',
    );
    expect(shape(say('{in: io/100, compare: [second, first], on: wall}', by))).toBe(
      'second takes # ms longer than first (#% interval #–# ms; on # cores)',
    );
  });

  it('is told beyond the floor', () => {
    const line = '{in: io/100, compare: [first, second], on: overhead}';
    expect(shape(say(line, waiting))).toMatch(
      /^first takes # s and second # s: # ms less \(#% interval #( to |–)# ms; on # cores\)$/,
    );
    expect(shape(say('{in: io/100, compare: [second, first], on: overhead}', waiting))).toMatch(
      /^second takes # s and first # s: # ms longer \(#% interval #( to |–)# ms; on # cores\)$/,
    );
  });

  it('says that both need the same, to within what matters', () => {
    const close = race({ first: 5030, second: 5030.2, third: 5300 }, floor);
    const line = '{in: io/100, compare: [first, second], on: overhead}';
    const text = shape(say(line, { ...close }));
    expect(text).toMatch(/(need the same|can't be told apart by) time beyond the waiting/);
    expect(text).toMatch(/\(difference (# (ms|s), )?#% interval # to # (ms|s); on # cores\)$/);
  });
});

describe('what the program timed itself', () => {
  const allDone: SessionMeasure = {
    id: 'allDone',
    title: 'Until all have reported',
    unit: 'ns',
    source: { from: 'program' },
    matters: { ratio: 1.1, difference: 50_000 },
  };
  const perWorker: SessionMeasure = {
    id: 'perWorker',
    title: 'Per worker',
    unit: 'ns',
    source: { from: 'quotient', of: 'allDone', by: 'workers' },
    matters: { ratio: 1.1 },
  };
  const inside = (id: string, ms: number) =>
    turned(around(ms, 10), id).map((value, index) =>
      record({ contestant: id, round: index + 1, wallNs: 1e9, measures: { allDone: value * 1e6 } }),
    );
  const from = evidence(
    [aCase({ measures: [allDone, perWorker] })],
    [...inside('first', 10), ...inside('second', 31)],
  );

  it('is said to be so, but for the short form', () => {
    const line = '{in: io/100, compare: [first, second], on: allDone}';
    expect(shape(say(line, from))).toBe(
      'second takes # times as long as first until all have reported (#% interval #–#; timed inside the program, on # cores)',
    );
    expect(shape(say(line, from, wording('short')))).toBe(
      'second takes # times as long as first (#–#)',
    );
    expect(shape(say('{in: io/100, best: allDone}', from, wording('short')))).toBe(
      'first takes the least time of # contestants: second, next, takes # times as long (#–#)',
    );
    expect(shape(say('{in: io/100, of: first, value: perWorker}', from, wording('short')))).toBe(
      'first takes # µs until all have reported, per worker (#–# µs)',
    );
  });

  it('is said to be so per worker, of the best, and of a number', () => {
    expect(shape(say('{in: io/100, compare: [first, second], on: perWorker}', from))).toBe(
      'second takes # times as long as first until all have reported, per worker (#% interval #–#; timed inside the program, on # cores)',
    );
    expect(shape(say('{in: io/100, best: allDone}', from))).toBe(
      'first takes the least time of # contestants until all have reported: second, next, takes # times as long (#% interval #–#; timed inside the program, on # cores)',
    );
    expect(shape(say('{in: io/100, of: first, value: allDone}', from))).toBe(
      'first takes # ms until all have reported (#% interval #–# ms; timed inside the program, on # cores)',
    );
  });
});

describe('memory and CPU time', () => {
  const process: SessionMeasure = { ...peakTree, id: 'peakProcess' };
  const cpuTime: SessionMeasure = { ...wall, id: 'cpuTime' };
  const cores: SessionMeasure = {
    id: 'coresBusy',
    title: 'Cores kept busy',
    unit: 'cores',
    source: { from: 'quotient', of: 'cpuTime', by: 'wall' },
  };
  const perWorker: SessionMeasure = {
    ...cpuTime,
    id: 'cpuPerWorker',
    source: { from: 'quotient', of: 'cpuTime', by: 'workers' },
  };
  const runs = (id: string, centre: number) =>
    turned(around(centre, 10), id).map((one, index) =>
      record({
        contestant: id,
        round: index + 1,
        wallNs: 1e9,
        cpuNs: one * 1e7,
        peakTreeBytes: one * 1e6,
        peakProcessBytes: one * 1e6,
      }),
    );
  const from = evidence(
    [aCase({ measures: [wall, cpuTime, cores, perWorker, peakTree, process] })],
    [...runs('first', 20), ...runs('second', 35)],
  );

  it('have words of their own', () => {
    const on = (measure: string): string =>
      shape(say(`{in: io/100, compare: [first, second], on: ${measure}}`, from));
    expect(on('peakTree')).toBe(
      'second needs # times as much peak memory as first, counting the whole tree (#% interval #–#; on # cores)',
    );
    expect(on('peakProcess')).toBe(
      'second needs # times as much peak memory as first, counting the largest process alone (#% interval #–#; on # cores)',
    );
    expect(on('cpuTime')).toBe(
      'second takes # times as much CPU time as first (#% interval #–#; on # cores)',
    );
    expect(on('cpuPerWorker')).toBe(
      'second takes # times as much CPU time per worker as first (#% interval #–#; on # cores)',
    );
  });

  it('have words for a number alone', () => {
    const value = (measure: string, how?: Wording): string =>
      shape(say(`{in: io/100, of: first, value: ${measure}}`, from, how));
    expect(value('peakTree')).toBe(
      'first needs # MB of peak memory, counting the whole tree (#% interval #–# MB; on # cores)',
    );
    expect(value('cpuTime')).toBe('first takes # ms of CPU time (#% interval #–# ms; on # cores)');
    expect(value('coresBusy')).toBe('first keeps # of # cores busy (#% interval #–# cores)');
    expect(value('coresBusy', wording('short'))).toBe('first keeps # cores busy (#–# cores)');
    expect(value('wall')).toBe('first takes # s (identical in # runs; on # cores)');
  });
});

describe('a saturated case', () => {
  it('has that word in the sentence', () => {
    const busy = (id: string, centre: number) =>
      walls(id, turned(around(centre, 10), id)).map((one) => ({
        ...one,
        service: {
          requests: 1,
          connections: 1,
          handshakes: 0,
          peakConcurrent: 50,
          shortestNs: 1,
          longestNs: 1,
          cpuNs: 1,
        },
      }));
    const from = evidence([aCase()], [...busy('first', 100), ...busy('second', 147)]);
    expect(shape(say(pair, from))).toBe(
      'second takes # times as long as first, with all contestants saturated (#% interval #–#; on # cores)',
    );
  });
});

describe('the best', () => {
  it('stands with the distance to the next', () => {
    expect(shape(say('{in: io/100, best: wall}', three))).toMatch(
      /^first takes the least time of # contestants: (second|third), next, takes # times as long \(#% interval #–#; on # cores\)$/,
    );
    expect(
      shape(
        say('{in: io/100, best: wall, of: engine}', race({ first: 1, second: 160, third: 147 })),
      ),
    ).toBe(
      'third takes the least time of # Engine contestants: second, next, takes # times as long (#% interval #–#; on # cores)',
    );
  });

  it('is told from the larger side where more is better, in the words of the measure', () => {
    const served = statedMeasureSchema.parse(
      rate({
        id: 'served',
        title: 'Serving all requests',
        of: 'workers',
        noun: 'requests',
        verb: { one: 'serves', many: 'serve' },
        matters: '2%',
      }),
    );
    const from = evidence(
      [aCase({ measures: [served] })],
      [...walls('first', around(100, 12)), ...walls('second', around(150, 12))],
    );
    // The same pattern of noise in both: the ratio is 1.5 in each round.
    const text = say('{in: io/100, best: served}', from);
    expect(text).toMatch(
      /^first serves the most requests per second of 2 contestants: 1\.50\d* times as many as second, next \(/,
    );
    expect(text).not.toContain('Serving');
  });

  it('says against whom it is open whether the difference matters', () => {
    const [first, third] = [around(100, 12), around(300, 12)];
    const second = first.map((value, index) => value * (index % 3 === 0 ? 1.01 : 1.04));
    const runs = { first, second, third };
    const of = (order: readonly (keyof typeof runs)[]): Evidence =>
      evidence(
        [aCase({ rounds: 12, contestants: order.map((id) => contestant(id)) })],
        order.flatMap((id) => walls(id, runs[id])),
      );
    const line = '{in: io/100, best: wall}';
    expect(shape(say(line, of(['first', 'second', 'third'])))).toBe(
      'first takes the least time of # contestants: second, next, takes # times as long (#% interval #–#; on # cores), and whether that matters (at least #%) is open',
    );
    expect(shape(say(line, of(['first', 'second', 'third']), wording('short')))).toBe(
      'first takes the least time of # contestants: second, next, takes # times as long (#–#), which may not matter',
    );
    runs.third = second.map((value, index) => value * (index % 2 === 0 ? 1.001 : 0.999));
    expect(shape(say(line, of(['first', 'second', 'third'])))).toMatch(
      /, and against (second and third|third and second), whether that matters \(at least #%\) is open$/,
    );
  });

  it('is a group where nobody is shown to be ahead', () => {
    expect(
      shape(say('{in: io/100, best: wall}', race({ first: 147, second: 147, third: 200 }))),
    ).toMatch(
      /^(first and second|second and first) take the least time of # contestants, neither shown to be ahead \(on # cores\)$/,
    );
    expect(
      shape(say('{in: io/100, best: wall}', race({ first: 147, second: 147, third: 147 }))),
    ).toMatch(
      /^\w+, \w+ and \w+ take the least time of # contestants, none of them shown to be ahead \(on # cores\)$/,
    );
  });
});

describe('the winner of a use case', () => {
  it('is told as the comparison of the best variants', () => {
    expect(
      shape(say('{in: io/100, winner: wall}', race({ first: 100, second: 160, third: 147 }))),
    ).toBe(
      'third takes # times as long as first, each the best of its runtime (#% interval #–#; on # cores)',
    );
    expect(
      shape(
        say(
          '{in: io/100, winner: wall}',
          race({ first: 100, second: 160, third: 147 }),
          wording('short'),
        ),
      ),
    ).toBe('third takes # times as long as first (#–#)');
  });
});

describe('what did not finish', () => {
  it('is said with outcome, count and reason', () => {
    expect(say('{in: io/100, of: second}', race({ first: 1, second: null, third: 1 }))).toBe(
      'second finished 0 of 10 runs: timed out after 60 s',
    );
    expect(
      say(
        '{in: io/100, of: first}',
        evidence([aCase()], walls('first', [...around(100, 9), null])),
      ),
    ).toBe('first finished 9 of 10 runs: 1 timed out (timed out after 60 s)');
    expect(say('{in: io/100, of: first}', three)).toBe('first finished 10 of 10 runs');
    const once = aCase({
      contestants: [contestant('first', { once: true }), contestant('second')],
    });
    expect(say('{in: io/100, of: first}', evidence([once], walls('first', [null])))).toBe(
      'first finished 0 of 1 run: timed out after 60 s',
    );
  });
});

describe('what a service saw of the runs', () => {
  const asking = aCase({ parameters: { workers: 1000, requests: 5, delayMs: 1000 } });
  const seen = (requests: number, peakConcurrent: number) => ({
    requests,
    connections: 1000,
    handshakes: 0,
    peakConcurrent,
    shortestNs: 1e9,
    longestNs: 1.01e9,
    cpuNs: 1e8,
  });

  it('tells how far those got that did not finish', () => {
    const [one, other] = walls('first', [null, null]) as [InvocationRecord, InvocationRecord];
    const runs = [
      { ...one, service: seen(1650, 500) },
      { ...other, service: seen(2440, 500) },
    ];
    expect(say('{in: io/100, of: first}', evidence([asking], runs))).toBe(
      'first finished 0 of 2 runs: timed out after 60 s, with 1650 to 2440 of 5000 requests made',
    );
  });

  it('is said of those that finished without all workers ever waiting at once', () => {
    const runs = (peak: number) =>
      walls('first', around(100, 9)).map((run) => ({ ...run, service: seen(5000, peak) }));
    expect(say('{in: io/100, of: first}', evidence([asking], runs(712)))).toBe(
      'first finished 9 of 9 runs, with a median of 712 of 1000 workers waiting at once',
    );
    expect(say('{in: io/100, of: first}', evidence([asking], runs(960)))).toBe(
      'first finished 9 of 9 runs',
    );
  });
});

describe('what is open', () => {
  it('says why', () => {
    const few = evidence(
      [aCase({ rounds: 3 })],
      [...walls('first', around(100, 3)), ...walls('second', around(150, 3))],
    );
    expect(say(pair, few)).toBe(
      'first against second by time was not decided: 3 rounds to compare, 8 are needed',
    );
    expect(say('{in: io/100, best: wall}', few)).toBe(
      'first and second were not ranked by time: 3 rounds to compare, 8 are needed',
    );
  });

  it('names each contestant as people read it, and repeats no count of runs', () => {
    const from = evidence(
      [aCase({ rounds: 20 })],
      [...walls('first', around(147, 20)), ...walls('second', [...around(100, 19), null])],
    );
    const labelled = {
      ...wording(),
      markOf: (id: string) => ({ contestant: id, label: `the ${id}`, slot: 1 as const }),
    };
    expect(say(pair, from, labelled)).toBe(
      'the first against the second by time was not decided: the second finished 19 of 20 runs',
    );
    const none = race({ first: 100, second: null, third: 147 });
    expect(say('{in: io/100, of: second, value: wall}', none, labelled)).toBe(
      'the second by time was not decided: 0 of 10 runs finished',
    );
  });

  it('says here that it can not be tested, and elsewhere that it was not', () => {
    const absent = {
      state: 'absent',
      id: 'io/100',
      why: { kind: 'not-in-quick-profile' },
    } as const;
    const from = { cases: new Map([[absent.id, absent]]), growth: new Map() };
    expect(say(pair, from, wording('whole', true))).toBe(
      "first against second can't be tested here: not in the quick profile",
    );
    expect(say(pair, from)).toBe('first against second was not tested: not in the quick profile');
    expect(say('{in: io/100, compare: [first, best of engine], on: wall}', from)).toBe(
      'first against the best of engine was not tested: not in the quick profile',
    );
    expect(say('{in: io/100, best: wall}', from)).toBe(
      'this ranking was not tested: not in the quick profile',
    );
  });
});

function session1() {
  const measuredCase = three.cases.get('io/100');
  if (measuredCase?.state !== 'measured') throw new Error('not measured');
  return { machine: { ...measuredCase.session.machine, usableCores: 1 } };
}
