/** What others used of the cores while programs ran. */
import type { InvocationRecord } from '../store/record-schema.ts';

type Seen = Pick<InvocationRecord, 'foreignCpuMs' | 'coresMs'>;

/** More than this of the cores' time is said. */
export const MOST_FOREIGN_SHARE = 0.02;
/** Time is counted in ticks of 10 ms, on each core: two of them more or less say nothing of a short run. */
export const LEAST_FOREIGN_MS = 40;

/** Share of the cores' time, as far as ticks tell it, so a little below 0 too; undefined where nothing is known. */
export function foreignShare({ foreignCpuMs, coresMs }: Seen): number | undefined {
  if (foreignCpuMs === undefined || coresMs === undefined || coresMs === 0) return undefined;
  return foreignCpuMs / coresMs;
}

/** Whether others used so much that a number may be disturbed. */
export function isDisturbed(record: Seen): boolean {
  const share = foreignShare(record);
  return (
    share !== undefined &&
    share > MOST_FOREIGN_SHARE &&
    (record.foreignCpuMs ?? 0) > LEAST_FOREIGN_MS
  );
}

/** What others used in a whole session; undefined where no run tells. */
export function foreignInSession<T extends Seen>(
  records: readonly T[],
):
  | {
      readonly share: number;
      readonly disturbed: number;
      readonly of: number;
      /** The disturbed run of which others used the largest share; absent where none was disturbed. */
      readonly worst?: T;
    }
  | undefined {
  const known = records.filter((record) => foreignShare(record) !== undefined);
  if (known.length === 0) return undefined;
  const sum = (of: (record: T) => number): number =>
    known.reduce((total, record) => total + of(record), 0);
  const disturbed = known.filter(isDisturbed);
  const [worst] = [...disturbed].sort((a, b) => foreignShare(b)! - foreignShare(a)!);
  return {
    share: Math.max(0, sum((one) => one.foreignCpuMs ?? 0) / sum((one) => one.coresMs ?? 0)),
    disturbed: disturbed.length,
    of: known.length,
    ...(worst !== undefined && { worst }),
  };
}
