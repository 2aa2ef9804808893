/** A session with seeded synthetic runs that holds every kind of difficulty once. */
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session, SessionCase, SessionMeasure } from '../../src/store/schema.ts';
import { aCase, contestant, overhead, peakTree, record, session, wall } from '../analyse/build.ts';
import { bell, seeded } from '../fixtures/random.ts';

const cpuTime: SessionMeasure = {
  id: 'cpuTime',
  title: 'CPU time',
  unit: 'ns',
  source: { from: 'launcher' },
  matters: { ratio: 1.02 },
};
const perWorker: SessionMeasure = {
  id: 'cpuPerWorker',
  title: 'CPU a worker',
  unit: 'ns',
  source: { from: 'quotient', of: 'cpuTime', by: 'workers' },
  matters: { ratio: 1.02 },
};
const coresUsed: SessionMeasure = {
  id: 'coresUsed',
  title: 'Cores used',
  unit: 'cores',
  source: { from: 'quotient', of: 'cpuTime', by: 'wall' },
};
/** Ticks of 10, so that most values tie. */
const ticks: SessionMeasure = {
  id: 'ticks',
  title: 'Ticks',
  unit: 'ns',
  source: { from: 'program' },
  matters: { ratio: 1.1, difference: 5 },
  resolution: 10,
};

const steady = contestant('steady');
const copy = contestant('steady-copy', { controlOf: 'steady' });
const flaky = contestant('flaky');
const dying = contestant('dying');
const single = contestant('single', { once: true });
const absent = contestant('absent');

/** What remains of a time that the program reports, less the floor: below 0. */
const beyondTicks: SessionMeasure = {
  id: 'beyondTicks',
  title: 'Ticks beyond the floor',
  unit: 'ns',
  source: { from: 'floor', of: 'ticks' },
  matters: { difference: 5 },
};
/** More is better: a run that did not finish lies below all others. */
const speed: SessionMeasure = {
  id: 'speed',
  title: 'Workers per second',
  unit: 'count/s',
  better: 'more',
  source: { from: 'quotient', of: 'workers', by: 'wall' },
  matters: { ratio: 1.02 },
};

const work = aCase({
  id: 'work/10',
  scenario: 'work',
  parameters: { workers: 10 },
  rounds: 21,
  blocks: 3,
  floorNs: 9e8,
  measures: [wall, overhead, cpuTime, perWorker, coresUsed, ticks, beyondTicks, speed],
  contestants: [steady, copy, flaky, dying, single, absent],
});
const few = aCase({ ...work, id: 'work/11', rounds: 5, blocks: 1, contestants: [steady, flaky] });
const published = aCase({
  ...work,
  id: 'work/12',
  rounds: 6,
  blocks: 1,
  verdicts: false,
  contestants: [steady, flaky],
});
const memory = [10, 100, 1000, 10_000].map((workers) =>
  aCase({
    id: `memory/${workers}`,
    scenario: 'memory',
    parameters: { workers },
    // The largest has fewer rounds in a block than the others.
    rounds: workers === 10_000 ? 12 : 21,
    blocks: 3,
    measures: [peakTree],
    contestants: [steady, flaky, dying],
  }),
);

export const syntheticSession: Session = session([work, few, published, ...memory], {
  growth: [
    { scenario: 'memory', parameter: 'workers', noun: 'worker', of: 'peakTree', matters: 1000 },
  ],
});

/** The records of the session, with a warm-up, in no particular order. */
export function syntheticRecords(seed: number): InvocationRecord[] {
  const random = seeded(seed);
  return syntheticSession.cases.flatMap((inCase) =>
    inCase.contestants.flatMap((entry, index) =>
      recordsOf(inCase, entry.id, entry.once, index, random),
    ),
  );
}

function recordsOf(
  inCase: SessionCase,
  id: string,
  once: boolean,
  index: number,
  random: () => number,
): InvocationRecord[] {
  const perBlock = inCase.rounds / inCase.blocks;
  const records: InvocationRecord[] = [
    record({ case: inCase.id, contestant: id, block: 0, round: 0, wallNs: 1 }),
  ];
  for (let round = 1; round <= (once ? 1 : inCase.rounds); round += 1) {
    const block = Math.floor((round - 1) / perBlock) + 1;
    const place = { case: inCase.id, contestant: id, block, round, position: index + 1 };
    const made = oneRecord(place, inCase, (round - 1) % perBlock, index, random);
    // The server failed the first time, and the step was made again.
    if (round === 5) records.push({ ...made, outcome: 'no-result', reason: 'no server' });
    records.push(made);
  }
  if (inCase.scenario === 'memory') records.push(...sampledRecords(inCase, id, index, random));
  return records;
}

/** Two further rounds of the first block, with a sampler and without times. */
function sampledRecords(
  inCase: SessionCase,
  id: string,
  index: number,
  random: () => number,
): InvocationRecord[] {
  return [1, 2].map((further) => {
    const round = inCase.rounds + further;
    const place = { case: inCase.id, contestant: id, block: 1, round, position: index + 1 };
    const { wallNs: _wall, cpuNs: _cpu, ...made } = oneRecord(place, inCase, -1, index, random);
    return made;
  });
}

function oneRecord(
  place: Pick<InvocationRecord, 'case' | 'contestant' | 'block' | 'round' | 'position'>,
  inCase: SessionCase,
  placeInBlock: number,
  index: number,
  random: () => number,
): InvocationRecord {
  const wallNs = Math.round(1e9 * (1 + index / 20) * Math.exp(0.03 * bell(random)));
  const workers = Number(inCase.parameters['workers']);
  const measured = record({
    ...place,
    wallNs,
    cpuNs: Math.round(wallNs * (0.8 + 0.01 * bell(random))),
    peakTreeBytes:
      4096 * Math.round((10e6 + workers * (20_000 / (index + 1) + 200 * bell(random))) / 4096),
    measures: { ticks: 10 * Math.round(3 + index + bell(random) / 2) },
  });
  if (place.contestant === 'absent')
    return record({ ...place, outcome: 'unavailable', reason: 'not here' });
  const fails = place.contestant === 'flaky' && inCase.scenario === 'work' && random() < 0.15;
  if (fails)
    return record({
      ...place,
      outcome: random() < 0.5 ? 'timed-out' : 'failed',
      reason: 'flaky',
      wallNs: 60e9 + place.round,
    });
  // Fails in the first round of block 2 of the largest size and of the work, and is given up for the rest of it.
  const dies =
    place.contestant === 'dying' &&
    place.block === 2 &&
    (inCase.scenario === 'work' || workers === 10_000);
  if (dies && placeInBlock === 0)
    return record({ ...place, outcome: 'timed-out', reason: 'timed out', wallNs: 60e9 });
  if (dies)
    return record({
      ...place,
      outcome: 'not-attempted',
      reason: 'failed in the first round of the block',
    });
  return measured;
}
