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

/** Further rounds of a case about memory in which it is sampled, where no cgroup tells the peak. */
const sampledRounds = 3;

/**
 * All invocations of a session, in order: each block goes through all cases; a case's
 * warm-up comes before its first block; within a round the contestants are shuffled.
 * A contestant that is unavailable gets one step, so that its absence is recorded once.
 *
 * @param samplesMemory whether cases about memory get further rounds with a sampler beside them
 */
export function scheduleSteps(
  cases: readonly SessionCase[],
  seed: string,
  isUnavailable: (aCase: string, contestant: string) => boolean,
  samplesMemory = false,
): Step[] {
  const blocks = Math.max(...cases.map((aCase) => aCase.blocks), 0);
  const steps: Step[] = [];
  for (let block = 1; block <= blocks; block += 1) {
    for (const aCase of cases) {
      const isHere = (contestant: string): boolean => !isUnavailable(aCase.id, contestant);
      const add = (inBlock: number, round: number): number =>
        steps.push(...stepsOfRound(aCase, seed, inBlock, round, isHere));
      if (block === 1) add(0, 0);
      for (const round of roundsOfBlock(aCase, block)) add(block, round);
      // After the first block, so that what fails there isn't attempted again.
      if (block === 1 && samplesMemory)
        for (const round of roundsOfSampling(aCase)) add(block, round);
    }
  }
  return steps;
}

/** Whether a sampler stands beside a step: then memory is measured, and no time. */
export function isSampled(step: Pick<Step, 'round'>, aCase: Pick<SessionCase, 'rounds'>): boolean {
  return step.round > aCase.rounds;
}

/** Rounds, from 1, that belong to a block; the blocks share the rounds, evenly where they can. */
export function roundsOfBlock(
  aCase: Pick<SessionCase, 'rounds' | 'blocks'>,
  block: number,
): number[] {
  if (block > aCase.blocks) return [];
  const perBlock = Math.ceil(aCase.rounds / aCase.blocks);
  const first = (block - 1) * perBlock + 1;
  const last = Math.min(block * perBlock, aCase.rounds);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
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

function roundsOfSampling(aCase: SessionCase): number[] {
  const main = aCase.measures[0]?.id;
  if (main !== 'peakTree' && main !== 'peakProcess') return [];
  return Array.from({ length: sampledRounds }, (_, index) => aCase.rounds + index + 1);
}

/** The first counted round has a step for everybody, so that an absence is recorded once. */
function stepsOfRound(
  aCase: SessionCase,
  seed: string,
  block: number,
  round: number,
  isHere: (contestant: string) => boolean,
): Step[] {
  const contestants = shuffledContestants(aCase, seed, round).filter(
    (contestant) => round === 1 || isHere(contestant),
  );
  return contestants.map((contestant, index) => ({
    case: aCase.id,
    contestant,
    block,
    round,
    position: index + 1,
  }));
}

/** Names a step, so that what is done can be told from what is left. */
export function stepName(step: Pick<Step, 'case' | 'contestant' | 'round'>): string {
  return `${step.case} ${step.contestant} ${step.round}`;
}
