/** Gives the contestants of a document their looks. */
import type { Mark, Slot } from './types.ts';

const slots: readonly Slot[] = [1, 2, 3, 4, 5, 6];

export interface MarkCandidate {
  readonly id: string;
  readonly label: string;
  readonly runtime: string;
  /** A variant shares the slot of another contestant of its runtime, outlined. */
  readonly tuned: boolean;
  /** The A/A copy shares the slot of its original. */
  readonly controlOf?: string;
}

interface Look {
  readonly slot: Slot;
  readonly hollow: boolean;
}

/**
 * One call for a document, so that a contestant looks the same everywhere. Idiomatic
 * contestants take the filled slots in the order given; tuned ones and copies take the
 * outlined form of a relative's slot, else what is free.
 *
 * @throws RangeError for more than twelve contestants: six slots, filled and outlined
 */
export function assignMarks(contestants: readonly MarkCandidate[]): ReadonlyMap<string, Mark> {
  const looks = new Map<string, Look>();
  const isFree = (wanted: Look) =>
    ![...looks.values()].some((look) => look.slot === wanted.slot && look.hollow === wanted.hollow);
  for (const candidate of variantsLast(contestants)) {
    const wishes = [
      ...outlinedLooksOfRelatives(candidate, contestants, looks),
      ...slots.map((slot) => ({ slot, hollow: false })),
      ...slots.map((slot) => ({ slot, hollow: true })),
    ];
    const look = wishes.find(isFree);
    if (look === undefined) {
      throw new RangeError(
        `No look is left for ${candidate.id}: a document holds twelve contestants at most. Split it, or leave variants out.`,
      );
    }
    looks.set(candidate.id, look);
  }
  return new Map(contestants.map((candidate) => [candidate.id, markOf(candidate, looks)]));
}

function isVariant(candidate: MarkCandidate): boolean {
  return candidate.tuned || candidate.controlOf !== undefined;
}

function variantsLast(contestants: readonly MarkCandidate[]): readonly MarkCandidate[] {
  return [
    ...contestants.filter((candidate) => !isVariant(candidate)),
    ...contestants.filter(isVariant),
  ];
}

/** A copy's original; a variant's kin of the same runtime, the one whose name it extends first. */
function outlinedLooksOfRelatives(
  candidate: MarkCandidate,
  contestants: readonly MarkCandidate[],
  looks: ReadonlyMap<string, Look>,
): readonly Look[] {
  if (!isVariant(candidate)) return [];
  const isKin = (other: MarkCandidate) =>
    candidate.controlOf === undefined
      ? other.runtime === candidate.runtime
      : other.id === candidate.controlOf;
  const kin = contestants.filter(isKin);
  const extended = kin.filter((other) => candidate.id.startsWith(other.id));
  return [...extended, ...kin]
    .map((relative) => looks.get(relative.id))
    .filter((look) => look !== undefined)
    .map((look) => ({ slot: look.slot, hollow: true }));
}

function markOf(candidate: MarkCandidate, looks: ReadonlyMap<string, Look>): Mark {
  const { slot, hollow } = looks.get(candidate.id) ?? { slot: 1 as const, hollow: false };
  const mark = { contestant: candidate.id, label: candidate.label, slot };
  return hollow ? { ...mark, hollow } : mark;
}
