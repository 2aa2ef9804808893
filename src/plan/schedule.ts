import { isLauncherMemory } from '../quantity/measure.ts';
import { sha256Of } from '../store/canonical.ts';
import type { SessionCase } from '../store/schema.ts';

/** One invocation that is to be made. Block and round 0 are the warm-up. */
export interface Step {
  readonly case: string;
  readonly contestant: string;
  readonly block: number;
  readonly round: number;
  /** Place in the round's shuffled order, from 1. */
  readonly position: number;
}

/** Rounds that a contestant gets to show that it finishes; else it isn't attempted again. */
export const FIRST_ROUNDS = 3;

/** Further rounds of a case about memory in which it is sampled, where no cgroup tells the peak. */
const sampledRounds = 3;

/**
 * All invocations of a session, in order: the warm-up of each case, then sweeps. A sweep goes through
 * all cases once, in a shuffled order, and makes one round of each; a case with fewer rounds than there
 * are sweeps takes part in sweeps that are spread evenly. So the rounds of a case lie over the whole
 * session. Within a round the contestants are shuffled. A contestant that is unavailable gets one step,
 * so that its absence is recorded once.
 *
 * @param samplesMemory whether cases about memory get further rounds with a sampler beside them
 */
export function scheduleSteps(
  cases: readonly SessionCase[],
  seed: string,
  isUnavailable: (aCase: string, contestant: string) => boolean,
  samplesMemory = false,
): Step[] {
  const sweeps = countSweeps(cases);
  const steps: Step[] = [];
  const add = (aCase: SessionCase, round: number): void => {
    const isHere = (contestant: string): boolean => !isUnavailable(aCase.id, contestant);
    steps.push(...stepsOfRound(aCase, seed, round, isHere));
  };
  for (const aCase of cases) add(aCase, 0);
  for (let sweep = 1; sweep <= sweeps; sweep += 1) {
    for (const aCase of shuffledCases(cases, seed, sweep)) {
      const round = roundOfSweep(aCase, sweep, sweeps);
      if (round !== undefined) add(aCase, round);
    }
  }
  // At the end, so that what fails isn't attempted again.
  if (samplesMemory)
    for (const aCase of cases) for (const round of roundsOfSampling(aCase)) add(aCase, round);
  return steps;
}

/** As many as the case with the most rounds has of them. */
export function countSweeps(cases: readonly Pick<SessionCase, 'rounds'>[]): number {
  return Math.max(...cases.map(({ rounds }) => rounds), 0);
}

/** The sweep of a round, both from 1: the middles of as many equal parts of the session as there are rounds. */
export function sweepOfRound(round: number, rounds: number, sweeps: number): number {
  return Math.floor(((round - 0.5) * sweeps) / rounds) + 1;
}

/** Whether a sampler stands beside a step: then memory is measured, and no time. */
export function isSampled(step: Pick<Step, 'round'>, aCase: Pick<SessionCase, 'rounds'>): boolean {
  return step.round > aCase.rounds;
}

/** The block of a round, both from 1: the blocks share the rounds, in their order, evenly where they can. */
export function blockOfRound(
  { rounds, blocks }: Pick<SessionCase, 'rounds' | 'blocks'>,
  round: number,
): number {
  if (round === 0) return 0;
  return Math.min(Math.ceil((round * blocks) / rounds), blocks);
}

/** The first round of a block, both from 1. */
export function firstRoundOfBlock(
  { rounds, blocks }: Pick<SessionCase, 'rounds' | 'blocks'>,
  block: number,
): number {
  return Math.floor(((block - 1) * rounds) / blocks) + 1;
}

/**
 * A random order that anybody can recompute in any language: contestants sorted by
 * sha256 of "seed case round contestant".
 */
export function shuffledContestants(aCase: SessionCase, seed: string, round: number): string[] {
  const ids = aCase.contestants
    .filter((contestant) => !contestant.once || round === 1)
    .map((contestant) => contestant.id);
  const rank = new Map(ids.map((id) => [id, sha256Of(`${seed} ${aCase.id} ${round} ${id}`)]));
  return ids.sort((a, b) => ((rank.get(a) ?? '') < (rank.get(b) ?? '') ? -1 : 1));
}

/** The cases sorted by sha256 of "seed sweep <number> case". */
export function shuffledCases<T extends Pick<SessionCase, 'id'>>(
  cases: readonly T[],
  seed: string,
  sweep: number,
): T[] {
  const rank = new Map(cases.map(({ id }) => [id, sha256Of(`${seed} sweep ${sweep} ${id}`)]));
  return cases.toSorted((a, b) => ((rank.get(a.id) ?? '') < (rank.get(b.id) ?? '') ? -1 : 1));
}

function roundOfSweep(
  { rounds }: Pick<SessionCase, 'rounds'>,
  sweep: number,
  sweeps: number,
): number | undefined {
  for (let round = 1; round <= rounds; round += 1)
    if (sweepOfRound(round, rounds, sweeps) === sweep) return round;
  return undefined;
}

function roundsOfSampling(aCase: SessionCase): number[] {
  if (!isLauncherMemory(aCase.measures[0]?.id ?? '')) return [];
  return Array.from({ length: sampledRounds }, (_, index) => aCase.rounds + index + 1);
}

/** The first counted round has a step for everybody, so that an absence is recorded once. */
function stepsOfRound(
  aCase: SessionCase,
  seed: string,
  round: number,
  isHere: (contestant: string) => boolean,
): Step[] {
  const contestants = shuffledContestants(aCase, seed, round).filter(
    (contestant) => round === 1 || isHere(contestant),
  );
  return contestants.map((contestant, index) => ({
    case: aCase.id,
    contestant,
    block: blockOfRound(aCase, round),
    round,
    position: index + 1,
  }));
}

/** Names a step, so that what is done can be told from what is left. */
export function stepName(step: Pick<Step, 'case' | 'contestant' | 'round'>): string {
  return `${step.case} ${step.contestant} ${step.round}`;
}
