/** Contestants of a case that had to give the same and didn't: said once, by what each gave. */
import type { MeasuredCase } from '../document.ts';
import { listedWith } from '../sentences/pieces.ts';

export interface Disagreement {
  /** Those of whose wrong answers nothing else has to be said. */
  readonly who: ReadonlySet<string>;
  /** `grep and rg give "4212", ag gives "5722": nobody knows which is right`. */
  readonly words: string;
}

/** By what each contestant gave last; undefined where all that gave anything to compare agree. */
export function disagreementOf(
  { records }: Pick<MeasuredCase, 'records'>,
  contestants: readonly string[],
): Disagreement | undefined {
  const given = contestants.flatMap((id) => {
    const gave = records.findLast((one) => one.contestant === id && one.gave !== undefined)?.gave;
    return gave === undefined ? [] : [{ id, gave }];
  });
  const groups = [...Map.groupBy(given, ({ gave }) => gave.sha256).values()];
  if (groups.length < 2) return undefined;
  const said = groups.map((group) => {
    const names = listedWith(
      group.map(({ id }) => id),
      (text) => text,
    ).join('');
    return `${names} ${group.length === 1 ? 'gives' : 'give'} ${group[0]!.gave.begins}`;
  });
  // Whoever gave something had nothing else wrong: what all have to agree on is looked at last.
  const isWrongElse = (id: string): boolean =>
    records.some(
      (one) => one.contestant === id && one.outcome === 'wrong-answer' && one.gave === undefined,
    );
  const who = new Set(given.map(({ id }) => id).filter((id) => !isWrongElse(id)));
  return { who, words: `${said.join(', ')}: nobody knows which is right` };
}
