import { describe, expect, it } from 'vitest';
import { aCase, around, contestant, overhead, walls, wall } from '../analyse/build.ts';
import { closeRace, decided, evidence, found, race, runtimes, whyNot } from './build.ts';

const three = race({ first: 100, second: 147, third: 147 });

describe('a comparison', () => {
  it('is decided by the analysis, whichever way round the claim states it', () => {
    expect(found('{in: io/100, compare: [first, second], on: wall}', three)).toBe(
      'less-that-matters',
    );
    expect(found('{in: io/100, compare: [second, first], on: wall}', three)).toBe(
      'more-that-matters',
    );
    expect(found('{in: io/100, compare: [second, third], on: wall}', three)).toBe('same');
  });

  it('may expect a side of either weight, or one that matters, or of which that is open', () => {
    const holds = (word: string, from = closeRace()): boolean =>
      decided(`{in: io/100, compare: [second, first], on: wall, expect: ${word}}`, from).holds;
    expect(found('{in: io/100, compare: [second, first], on: wall}', closeRace())).toBe(
      'more-that-may-matter',
    );
    expect(holds('more')).toBe(true);
    expect(holds('more-that-may-matter')).toBe(true);
    expect(holds('more-that-matters')).toBe(false);
    expect(holds('less')).toBe(false);
    expect(holds('more', three)).toBe(true);
    expect(holds('more-that-matters', three)).toBe(true);
    expect(holds('more-that-may-matter', three)).toBe(false);
  });

  it('names nobody where none is shown to be ahead', () => {
    const noisy = (values: number[]): number[] => values.map((one, i) => one * (i % 2 ? 1.2 : 0.8));
    const records = [
      ...walls('first', noisy(around(100, 10))),
      ...walls('second', around(100, 10)),
    ];
    const line = '{in: io/100, compare: [first, second], on: wall}';
    expect(found(line, evidence([aCase()], records))).toBe('no-difference-shown');
  });

  it('takes the best variant of a runtime by rule', () => {
    const best = race({ first: 100, second: 160, third: 147 });
    const { outcome } = decided('{in: io/100, compare: [first, best of engine], on: wall}', best);
    expect(outcome).toMatchObject({ kind: 'compare', b: { id: 'third', bestOf: 'Engine' } });
  });

  it('is not decided where the case holds none, for its reason', () => {
    const line = '{in: io/100, compare: [first, second], on: wall}';
    const without = (saturated: boolean) => {
      const place = three.cases.get('io/100')!;
      if (place.state !== 'measured') throw new Error('it was measured');
      const result = { ...place.result, saturated, comparisons: [] };
      return whyNot(line, { ...three, cases: new Map([['io/100', { ...place, result }]]) });
    };
    expect(without(true)).toMatch(/^no contestant kept enough workers busy at once/);
    expect(without(false)).toBe('the session holds no comparison of the two');
  });

  it('is not decided from fewer than eight rounds', () => {
    const records = [...walls('first', around(100, 3)), ...walls('second', around(150, 3))];
    const few = evidence([aCase({ rounds: 3 })], records);
    expect(found('{in: io/100, compare: [first, second], on: wall}', few)).toBe('not-decided');
    expect(whyNot('{in: io/100, compare: [first, second], on: wall}', few)).toMatch(/8 are needed/);
  });

  it('is not decided in favour of a contestant that lost a run', () => {
    const records = [
      ...walls('first', [...around(100, 20), null]),
      ...walls('second', around(150, 21)),
    ];
    const lost = evidence([aCase({ rounds: 21 })], records);
    expect(whyNot('{in: io/100, compare: [first, second], on: wall}', lost)).toBe(
      'first finished 20 of 21 runs',
    );
  });
});

describe('a claim that can not be tested says why', () => {
  const line = '{in: io/100, compare: [first, second], on: wall}';

  it('where its case is not there', () => {
    const { outcome } = decided('{in: io/7, of: first}', three);
    expect(outcome).toMatchObject({ kind: 'untested', cause: 'mistake' });
    expect(whyNot('{in: io/7, of: first}', three)).toBe(
      'there is no case "io/7"; there are: io/100',
    );
  });

  it('where its case was not measured, with the command that measures it', () => {
    const absent = {
      state: 'absent',
      id: 'io/7',
      why: { kind: 'not-in-quick-profile' },
      command: 'measure it',
    } as const;
    const lacking = { ...three, cases: new Map([...three.cases, ['io/7', absent]]) };
    expect(decided('{in: io/7, of: first}', lacking).outcome).toEqual({
      kind: 'untested',
      cause: 'absent',
      why: { kind: 'not-in-quick-profile' },
      command: 'measure it',
    });
  });

  it('where a runtime was not found', () => {
    const gone = {
      id: 'motor',
      title: 'Motor',
      homepage: 'x',
      available: false,
      reason: 'no',
    } as const;
    const records = [
      ...walls('first', [1]).map(({ wallNs: _, cpuNs: __, ...one }) => ({
        ...one,
        outcome: 'unavailable' as const,
        reason: 'no',
      })),
      ...walls('second', around(147, 10)),
    ];
    const contestants = [contestant('first', { runtime: 'motor' }), contestant('second')];
    const lacking = evidence([aCase({ contestants })], records, { runtimes: [gone, runtimes[0]!] });
    expect(whyNot(line, lacking)).toBe('Motor was not found');
    expect(whyNot('{in: io/100, winner: wall}', lacking)).toBe('Motor was not found');
    expect(whyNot('{in: io/100, best: wall}', lacking)).toBe('Motor was not found');
    expect(whyNot('{in: io/100, of: first}', lacking)).toBe('Motor was not found');
    expect(whyNot('{in: io/100, compare: [second, best of motor], on: wall}', lacking)).toBe(
      'Motor was not found',
    );
  });

  it('where the profile leaves a contestant out, which a full session may not', () => {
    const quick = race({ first: 1, second: 2, third: 3 }, {}, { profile: 'quick' });
    expect(whyNot('{in: io/100, of: fourth}', quick)).toBe('fourth is not in the quick profile');
    expect(whyNot('{in: io/100, of: fourth}', three)).toBe(
      'io/100 has no contestant "fourth"; it has: first, second, third',
    );
  });

  it('where the measure is unknown, or shown and never compared', () => {
    const shown = race(
      { first: 1, second: 2, third: 3 },
      { measures: [wall, { ...overhead, id: 'only' }] },
    );
    expect(whyNot('{in: io/100, compare: [first, second], on: speed}', shown)).toBe(
      'io/100 has no measure "speed"; it has: wall, only',
    );
    const { id, title, unit, source } = wall;
    const bare = { id, title, unit, source };
    const uncompared = race({ first: 1, second: 2, third: 3 }, { measures: [bare] });
    expect(whyNot(line, uncompared)).toContain('is shown and never compared');
    expect(whyNot('{in: io/100, best: wall}', uncompared)).toContain('is shown and never compared');
  });

  it('where a contestant is compared with itself', () => {
    expect(whyNot('{in: io/100, compare: [first, best of motor], on: wall}', three)).toBe(
      'first is compared with itself',
    );
  });
});

describe('finishing', () => {
  it('is all, some or none of the runs that were attempted', () => {
    expect(found('{in: io/100, of: first}', three)).toBe('finished');
    const none = race({ first: null, second: 100, third: 100 });
    expect(found('{in: io/100, of: first}', none)).toBe('did-not-finish');
    const some = evidence([aCase()], walls('first', [...around(100, 9), null]));
    expect(found('{in: io/100, of: first}', some)).toBe('finished-some');
  });
});

describe('a value', () => {
  const line = '{in: io/100, of: first, value: wall}';

  it('is the median, with its interval', () => {
    expect(decided(line, three).outcome).toMatchObject({
      kind: 'value',
      of: 'first',
      estimate: { point: 100e6, n: 10 },
    });
    const once = evidence([aCase()], walls('first', [100]));
    expect(decided(line, once).outcome).toMatchObject({ kind: 'value', estimate: { n: 1 } });
  });

  it('is not decided where most runs did not finish, or where it was not measured', () => {
    const of = (...values: (number | null)[]) => evidence([aCase()], walls('first', values));
    expect(whyNot(line, of(100, null, null))).toBe('1 of 3 runs finished');
    expect(whyNot(line, of(null))).toBe('0 of 1 run finished');
    const { wallNs: _, ...untimed } = walls('first', [100])[0]!;
    expect(whyNot(line, evidence([aCase()], [untimed]))).toBe('it was not measured');
  });

  it('is withheld where the service set the pace', () => {
    const place = three.cases.get('io/100')!;
    if (place.state !== 'measured') throw new Error('it was measured');
    const result = {
      ...place.result,
      serviceTrouble: { kind: 'service-overflowed', runs: 7, of: 9 } as const,
    };
    const slow = { ...three, cases: new Map([['io/100', { ...place, result }]]) };
    expect(whyNot(line, slow)).toBe(
      "the service's listen queue overflowed in 7 of 9 measured runs",
    );
  });

  it('of an unknown case, measure or contestant is told so', () => {
    expect(whyNot(line.replace('io/100', 'io/7'), three)).toContain('there is no case');
    expect(whyNot(line.replace('wall', 'speed'), three)).toContain('has no measure "speed"');
    expect(whyNot(line.replace('first', 'nobody'), three)).toContain('no contestant "nobody"');
  });
});

describe('the best', () => {
  it('of all stands alone, or in a tie group', () => {
    expect(found('{in: io/100, best: wall}', three)).toBe('first');
    const tie = race({ first: 147, second: 147, third: 200 });
    expect(found('{in: io/100, best: wall}', tie)).toBe('first second');
  });

  it('of a runtime leaves the others out', () => {
    const best = race({ first: 100, second: 160, third: 147 });
    expect(found('{in: io/100, best: wall, of: engine}', best)).toBe('third');
  });

  it('comes with the others by their medians, the next one and the runtime that was asked for', () => {
    const slow = race({ first: 300, second: 200, third: 100 });
    const all = decided('{in: io/100, best: wall}', slow).outcome;
    expect(all).toMatchObject({ rivals: ['third', 'second', 'first'], next: { id: 'second' } });
    expect(all).not.toHaveProperty('among');
    expect(decided('{in: io/100, best: wall, of: engine}', slow).outcome).toMatchObject({
      rivals: ['third', 'second'],
      among: 'Engine',
      next: { id: 'second', comparison: { a: 'second', b: 'third' } },
    });
  });

  it('of a runtime that takes no part is told so', () => {
    expect(whyNot('{in: io/100, best: wall, of: rocket}', three)).toBe(
      'io/100 has no contestant of the runtime "rocket"',
    );
  });

  it('is chosen among two and more that were run, and names who was not', () => {
    const line = '{in: io/100, best: wall}';
    const contestants = ['first', 'second', 'third'].map((id) => contestant(id));
    const ran = (...ids: string[]) =>
      evidence(
        [aCase({ contestants })],
        ids.flatMap((id, at) => walls(id, around(100 + 50 * at, 10))),
      );
    expect(decided(line, ran('first', 'second')).outcome).toMatchObject({
      kind: 'best',
      best: { ids: ['first'] },
      notRun: [{ id: 'third', why: { kind: 'not-run', contestant: 'third' } }],
    });
    expect(decided(line, ran('first')).outcome).toMatchObject({
      kind: 'untested',
      cause: 'not-run',
      why: { kind: 'not-run', contestant: 'second' },
    });
    const alone = evidence(
      [aCase({ contestants: contestants.slice(0, 1) })],
      walls('first', around(100, 10)),
    );
    expect(whyNot(line, alone)).toBe('only first has a value to compare');
  });

  it('takes no copy and nothing that runs once, and a single run of the others', () => {
    const contestants = [
      contestant('first'),
      contestant('copy', { controlOf: 'first' }),
      contestant('single', { once: true }),
      contestant('second'),
    ];
    const runs = (count: number) =>
      evidence(
        [aCase({ contestants })],
        contestants.flatMap(({ id, once }, at) =>
          walls(id, around(100 + 50 * at, once ? 1 : count)),
        ),
      );
    const line = '{in: io/100, best: wall}';
    expect(decided(line, runs(10)).outcome).toMatchObject({ rivals: ['first', 'second'] });
    expect(decided(line, runs(1)).outcome).toMatchObject({
      kind: 'undecided',
      contestants: ['first', 'second'],
      reason: { kind: 'few-pairs', pairs: 1, needed: 8 },
    });
  });

  it('is not decided while one that failed might be it', () => {
    const records = [
      ...walls('first', [...around(100, 9), null]),
      ...walls('second', around(150, 10)),
    ];
    expect(found('{in: io/100, best: wall}', evidence([aCase()], records))).toBe('not-decided');
  });
});

describe('the winner of a use case', () => {
  it('is the runtime whose best variant is ahead', () => {
    expect(found('{in: io/100, winner: wall}', three)).toBe('motor');
    expect(found('{in: io/100, winner: wall}', race({ first: 147, second: 200, third: 100 }))).toBe(
      'engine',
    );
  });

  it('comes with the best variants by their medians, and the next one', () => {
    const slow = race({ first: 300, second: 200, third: 100 });
    expect(decided('{in: io/100, winner: wall}', slow).outcome).toMatchObject({
      rivals: ['third', 'first'],
      next: { id: 'first', comparison: { a: 'first', b: 'third' } },
    });
  });

  it('is not decided where a runtime finished nothing, or on too few rounds', () => {
    const line = '{in: io/100, winner: wall}';
    expect(whyNot(line, race({ first: null, second: 200, third: 100 }))).toBe(
      'no contestant of Motor finished',
    );
    const contestants = [contestant('first', { runtime: 'motor' }), contestant('second')];
    const records = [...walls('first', around(100, 3)), ...walls('second', around(150, 3))];
    expect(whyNot(line, evidence([aCase({ contestants })], records, { runtimes }))).toBe(
      '3 rounds to compare, 8 are needed',
    );
  });

  it('is both where none is shown to be ahead', () => {
    expect(found('{in: io/100, winner: wall}', race({ first: 100, second: 100, third: 200 }))).toBe(
      'engine motor',
    );
  });
});

describe('an expectation', () => {
  it('is met by the same verdict, and by a tie group in any order', () => {
    const tie = race({ first: 147, second: 147, third: 200 });
    const holds = (line: string) => decided(line, tie).holds;
    expect(holds('{in: io/100, best: wall, expect: [second, first]}')).toBe(true);
    expect(holds('{in: io/100, best: wall, expect: [first]}')).toBe(false);
    expect(holds('{in: io/100, best: wall}')).toBe(true);
    expect(holds('{in: io/100, compare: [third, first], on: wall, expect: more}')).toBe(true);
    expect(holds('{in: io/100, compare: [third, first], on: wall, expect: less}')).toBe(false);
  });

  it('is not met by what was not decided or not tested', () => {
    expect(decided('{in: io/7, of: first, expect: finished}', three).holds).toBe(false);
  });
});
