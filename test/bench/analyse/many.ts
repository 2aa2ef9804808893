/** Invented runs of many contestants: times and memory that differ a little from round to round. */
import type { InvocationRecord } from '../../../src/store/record-schema.ts';
import type { Session, SessionCase } from '../../../src/store/schema.ts';
import { aCase, contestant, peakTree, record, session, wall } from '../../analyse/build.ts';
import { bell, seeded } from '../../fixtures/random.ts';

interface Invented {
  readonly session: Session;
  readonly records: readonly InvocationRecord[];
}

const BLOCKS = 3;

/** One case, compared by its time and its memory. */
export function manyContestants(count: number, rounds: number): Invented {
  return invented([caseOf(100, count, rounds)], []);
}

/** Four sizes of one scenario, and the growth of memory over them. */
export function manySizes(count: number, rounds: number): Invented {
  const sizes = [10, 100, 1000, 10_000].map((workers) => caseOf(workers, count, rounds));
  return invented(sizes, [
    { scenario: 'io', parameter: 'workers', noun: 'worker', of: 'peakTree', matters: 1000 },
  ]);
}

function caseOf(workers: number, count: number, rounds: number): SessionCase {
  return aCase({
    id: `io/${workers}`,
    parameters: { workers },
    rounds,
    blocks: BLOCKS,
    measures: [wall, { ...peakTree, resolution: 4096 }],
    contestants: Array.from({ length: count }, (_, index) => contestant(`number-${index}`)),
  });
}

function invented(cases: SessionCase[], growth: Session['growth']): Invented {
  const random = seeded(1);
  const records = cases.flatMap((inCase) =>
    inCase.contestants.flatMap(({ id }, index) =>
      Array.from({ length: inCase.rounds }, (_, round) => {
        const wallNs = Math.round(1e9 * (1 + (index % 40) / 40) * Math.exp(0.02 * bell(random)));
        return record({
          case: inCase.id,
          contestant: id,
          block: Math.floor((round * BLOCKS) / inCase.rounds) + 1,
          round: round + 1,
          position: index + 1,
          wallNs,
          cpuNs: Math.round(0.8 * wallNs),
          peakTreeBytes:
            4096 * Math.round(5000 + Number(inCase.parameters['workers']) + bell(random)),
        });
      }),
    ),
  );
  return { session: session(cases, { growth }), records };
}
