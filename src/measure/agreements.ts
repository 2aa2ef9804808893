/** Whether all contestants of a case give the same. Where two don't, nobody knows which of them is right. */
import type { InvocationRecord } from '../store/record-schema.ts';

type Given = NonNullable<InvocationRecord['gave']>;

/** What the contestants of each case gave last. */
export class Agreements {
  readonly #given = new Map<string, Map<string, Given>>();

  note({
    case: id,
    contestant,
    gave,
  }: Pick<InvocationRecord, 'case' | 'contestant' | 'gave'>): void {
    if (gave === undefined) return;
    const ofCase = this.#given.get(id) ?? new Map<string, Given>();
    this.#given.set(id, ofCase.set(contestant, gave));
  }

  /** What others gave in its place; undefined where all agree, and of what gave nothing to compare. */
  whyNot({ case: id, contestant, gave }: InvocationRecord): string | undefined {
    if (gave === undefined) return undefined;
    const others = [...(this.#given.get(id) ?? [])];
    const other = others.find(([name, one]) => name !== contestant && one.sha256 !== gave.sha256);
    if (other === undefined) return undefined;
    const [name, { begins }] = other;
    return `it gives ${gave.begins}, and ${name} gives ${begins}: nobody knows which is right`;
  }
}
