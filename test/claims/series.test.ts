import { describe, expect, it } from 'vitest';
import type { CaseEvidence, Evidence } from '../../src/claims/evidence.ts';
import { seriesOf, versionsDiffer } from '../../src/claims/series.ts';
import type { Session } from '../../src/store/schema.ts';
import { aCase, contestant, peakTree, wall } from '../analyse/build.ts';
import { evidence, runtimes } from './build.ts';

const growthOf = (scenario: string, of: string, matters: number) => ({
  ...{ scenario, parameter: 'workers', noun: 'worker' },
  ...{ of, matters },
});
const contestants = [contestant('first', { runtime: 'motor' }), contestant('second')];
const cases = [10, 100].map((workers) =>
  aCase({
    ...{ id: `memory/${workers}`, scenario: 'memory', parameters: { workers } },
    ...{ measures: [wall, peakTree], contestants },
  }),
);
const from = (changes: Partial<Session>): Evidence =>
  evidence(cases, [], { runtimes, growth: [], ...changes });

describe('the growth of a series', () => {
  it('is that of the scenario and the measure, whatever stands around it', () => {
    const wanted = growthOf('memory', 'peakTree', 7);
    const others = [growthOf('memory', 'wall', 8), growthOf('io', 'peakTree', 9)];
    for (const growth of [
      [...others, wanted],
      [wanted, ...others],
    ])
      expect(seriesOf(from({ growth }), 'memory', 'peakTree')).toMatchObject({ matters: 7 });
  });

  it('is a mistake where the scenario states none of the measure', () => {
    expect(seriesOf(from({}), 'memory', 'wall')).toMatchObject({
      cause: 'mistake',
      why: { kind: 'mistake', what: 'the scenario "memory" states no growth of "wall"' },
    });
  });

  it('is untested where no case of the scenario was run, for the reason of the first', () => {
    const kinds = ['not-measured-yet', 'not-in-quick-profile'] as const;
    const absent = kinds.map((kind, index): [string, CaseEvidence] => [
      `memory/${index}`,
      { state: 'absent', id: `memory/${index}`, why: { kind } },
    ]);
    const none: Evidence = { ...from({}), cases: new Map(absent) };
    expect(seriesOf(none, 'memory', 'wall')).toMatchObject({ why: { kind: 'not-measured-yet' } });
  });
});

it('the version of a runtime that was not there says nothing', () => {
  const found = seriesOf(from({ growth: [growthOf('memory', 'wall', 1)] }), 'memory', 'wall');
  if (!('sizes' in found)) throw new Error('there are no sizes');
  const withEngine = (changes: readonly object[]) => ({
    ...found,
    sizes: found.sizes.map(({ size, place }, at) => {
      const changed = runtimes.map((one) =>
        one.id === 'engine' ? { ...one, ...changes[at] } : one,
      );
      const session = { ...place.session, runtimes: changed };
      return { size, place: { ...place, session } };
    }),
  });
  const differ = (...changes: object[]) =>
    versionsDiffer(withEngine(changes), { from: 10, to: 100, noun: 'worker' }, ['second']);
  expect(differ({ version: '1' }, { version: '2' })).toMatch(/Engine: 1 and 2$/);
  expect(differ({ version: '1' }, { version: '2', available: false })).toBeUndefined();
  expect(differ({ version: '1', available: false }, { version: '2' })).toBeUndefined();
});
