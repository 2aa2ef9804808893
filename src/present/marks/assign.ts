/** Gives the contestants of a document their looks. */
import type { Look, Slot } from '../charts/types.ts';

const slots: readonly Slot[] = [1, 2, 3, 4, 5, 6];
const filled: readonly Form[] = slots.map((slot) => ({ slot, hollow: false }));
const outlined: readonly Form[] = slots.map((slot) => ({ slot, hollow: true }));

/** One of the twelve: six slots, filled and outlined. */
type Form = Required<Pick<Look, 'slot' | 'hollow'>>;

/** A contestant as the front matter draws it. */
export interface NamedLook {
  readonly id: string;
  /** Absent: one that is left. */
  readonly slot?: Slot | undefined;
  readonly hollow: boolean;
}

/** A contestant as it was measured. */
export interface MarkCandidate {
  readonly id: string;
  readonly runtime: string;
  /** A variant shares the slot of another contestant of its runtime, outlined. */
  readonly tuned: boolean;
}

/**
 * One call for a document, so that a contestant looks the same everywhere, and as no other does. Those
 * to which the front matter gives a slot look as it says. The others take what is left, those that it names
 * first, in its order: idiomatic ones filled slots, tuned ones the outlined form of a relative's slot, else
 * what is free. There are twelve
 * looks; whoever comes later shares one and is told apart by a number, from 2.
 */
export function assignLooks(
  named: readonly NamedLook[],
  measured: readonly MarkCandidate[],
): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  const isFree = (wanted: Look) => ![...looks.values()].some((look) => isSame(look, wanted));
  const take = (id: string, wishes: readonly Form[]): void => {
    for (let number = 1; !looks.has(id); number++) {
      const look = wishes.map((wish) => numbered(wish, number)).find(isFree);
      if (look !== undefined) looks.set(id, look);
    }
  };
  for (const { id, slot, hollow } of named) if (slot !== undefined) take(id, [{ slot, hollow }]);
  for (const candidate of variantsLast(namedFirst(measured, named))) {
    const kin = looksOfRelatives(candidate, measured, looks);
    take(candidate.id, [...kin, ...filled, ...outlined]);
  }
  return looks;
}

function isSame(a: Look, b: Look): boolean {
  return a.slot === b.slot && a.hollow === b.hollow && a.number === b.number;
}

function numbered(form: Form, number: number): Look {
  return number === 1 ? form : { ...form, number };
}

function namedFirst(
  contestants: readonly MarkCandidate[],
  named: readonly NamedLook[],
): readonly MarkCandidate[] {
  const known = named.flatMap(({ id }) => contestants.filter((one) => one.id === id));
  return [...known, ...contestants.filter((one) => !known.includes(one))];
}

function variantsLast(contestants: readonly MarkCandidate[]): readonly MarkCandidate[] {
  return [
    ...contestants.filter(({ tuned }) => !tuned),
    ...contestants.filter(({ tuned }) => tuned),
  ];
}

/** Outlined forms of a variant's kin of the same runtime, the one whose name it extends first. */
function looksOfRelatives(
  candidate: MarkCandidate,
  contestants: readonly MarkCandidate[],
  looks: ReadonlyMap<string, Look>,
): readonly Form[] {
  if (!candidate.tuned) return [];
  const kin = contestants.filter((other) => other.runtime === candidate.runtime);
  const extended = kin.filter((other) => candidate.id.startsWith(other.id));
  return [...extended, ...kin]
    .map((relative) => looks.get(relative.id))
    .filter((look) => look !== undefined)
    .map(({ slot }) => ({ slot, hollow: true }));
}
